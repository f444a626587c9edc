import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { invalid, notFound, Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import type { CoverView, MakeCover } from './cover.dto.js';
import { type CoverDays, type CoveredRole, wrongDayOf } from './cover.rules.js';
import { addCover } from './cover-changes.js';
import { coverOfId, othersAway } from './covers.queries.js';

/** Who is away, and as what. */
export interface Away {
  awayId: string;
  role: CoveredRole;
}

/**
 * Names who covers, once for its id. A cover that begins today holds from the next request on, and whoever covers is
 * told at once; one to come is told of when its day begins, by the job.
 *
 * @throws Problem 404 for somebody the caller can't name a cover for, or can't name; 409 for one who can't cover, days
 *   on which somebody covers already, a circle, or an id that is another's; 422 for the days
 */
export async function makeCover(tx: EntityManager, actor: Actor, asked: MakeCover): Promise<CoverView> {
  const hash = requestHash(asked);
  const known = await coverOfId(tx, actor, asked.coverId);
  if (known) {
    if (known.requestHash.equals(hash)) return known.view;
    throw new Problem(409, 'cover-id-taken', 'This id already stands for another cover. Name it anew.');
  }
  const { awayId, role } = await awayFor(tx, actor, asked);
  const { coverId, coveringId } = asked;
  refuseWrongDays(actor, asked);
  if (coveringId.toLowerCase() === awayId)
    throw invalid('coveringId', 'oneself', 'Nobody covers for themself. Choose somebody else.');
  await refuseWhoCannotCover(tx, actor, role, asked);
  await addCover(tx, actor, { ...asked, role, awayId }, hash);
  return found(await coverOfId(tx, actor, coverId), 'cover').view;
}

/** @throws Problem 422 */
export function refuseWrongDays({ today }: Actor, days: CoverDays): void {
  const wrong = wrongDayOf(days, today);
  if (wrong) throw invalid(wrong.field, wrong.code, wrong.words);
}

/**
 * Oneself, a coach of the team, or for an administrator anybody of the staff.
 * @throws Problem 404 for anybody else; 409 for an administrator, whose place is nobody's to take
 */
export async function awayFor(
  tx: EntityManager,
  actor: Actor,
  asked: { awayId?: string; role?: CoveredRole },
): Promise<Away> {
  const awayId = asked.awayId?.toLowerCase() ?? actor.accountId;
  if (awayId === actor.accountId && actor.role !== 'administrator' && actor.role !== 'participant') {
    if (asked.role && asked.role !== actor.role)
      throw new Problem(
        409,
        'cover-of-another-place',
        `You act as ${actor.role} now. Name who covers for you as ${asked.role} from there.`,
      );
    return { awayId, role: actor.role };
  }
  const theirs = (await othersAway(tx, actor)).filter(({ accountId }) => accountId === awayId);
  const one = theirs.find(({ role }) => asked.role === undefined || role === asked.role);
  if (one) return { awayId, role: one.role };
  if (awayId === actor.accountId)
    throw new Problem(
      409,
      'nothing-to-cover',
      'An administrator walks with nobody, so there is nothing to cover.',
    );
  throw notFound('account');
}

interface CandidateRow {
  name: string;
  is_in_role: boolean;
  is_disabled: boolean;
  is_here: boolean;
  may_log: boolean;
}

/**
 * Who covers acts in the same role, can sign in and, as a coach, may log on each of the days.
 * @returns their name
 * @throws Problem 404 for nobody of the staff here; 409 for one who can't
 */
export async function refuseWhoCannotCover(
  tx: EntityManager,
  actor: Actor,
  role: CoveredRole,
  { coveringId, fromOn, throughOn }: Pick<MakeCover, 'coveringId' | 'fromOn' | 'throughOn'>,
): Promise<string> {
  if (!isId(coveringId)) throw notFound('account');
  const [row] = await tx.query<CandidateRow[]>(
    `SELECT a.name, holds_role(a.id, $3) AS is_in_role, a.disabled_at IS NOT NULL AS is_disabled,
            a.activated_at IS NOT NULL AS is_here, $3 = 'supervisor' OR may_log_through(a.id, $4, $5) AS may_log
       FROM accounts a WHERE a.organization_id = $1 AND a.id = $2 AND a.role <> 'participant'`,
    [actor.organizationId, coveringId, role, fromOn, throughOn],
  );
  const { name, is_in_role, is_disabled, is_here, may_log } = found(row, 'account');
  if (!is_in_role)
    throw new Problem(
      409,
      'cover-takes-the-same-role',
      `${name} is no ${role} here, so they can’t stand in for one. Choose a ${role}.`,
    );
  if (is_disabled)
    throw new Problem(
      409,
      'cover-disabled',
      `${name} can no longer sign in, so they can’t cover. Choose somebody else.`,
    );
  if (!is_here)
    throw new Problem(
      409,
      'cover-not-here-yet',
      `${name} has not opened their account yet, so they would see nothing. Choose somebody else.`,
    );
  if (!may_log)
    throw new Problem(
      409,
      'cover-not-certified',
      `${name} has no certification in force on each of these days, so they could not log. ` +
        'Choose somebody else, or other days.',
    );
  return name;
}
