import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { PromiseView } from './promise.dto.js';
import { promiseState } from './promises.rules.js';

interface PromiseRow {
  id: string;
  participant_id: string;
  participant_name: string | null;
  primary_coach_id: string | null;
  coach_id: string;
  coach_name: string;
  contact_id: string | null;
  words: string;
  due_on: string;
  made_at: Date;
  kept_at: Date | null;
  kept_on: string | null;
  kept_by: string | null;
  kept_by_name: string | null;
  released_at: Date | null;
  released_by: string | null;
  released_by_name: string | null;
  release_reason: string | null;
  request_hash: Buffer;
  version: number;
}

const SELECT = `
  SELECT m.id, m.participant_id, coalesce(p.preferred_name, CASE WHEN m.is_off_caseload AND m.coach_id = acting_account()
                THEN name_off_caseload(m.participant_id) END) AS participant_name, p.primary_coach_id, m.coach_id,
         coach.name AS coach_name, m.contact_id, m.words, m.due_on, m.made_at, m.kept_at, m.kept_on, m.kept_by,
         keeper.name AS kept_by_name, m.released_at, m.released_by, releaser.name AS released_by_name, m.release_reason,
         m.request_hash, m.version
    FROM promises m
    JOIN accounts coach ON coach.organization_id = m.organization_id AND coach.id = m.coach_id
    LEFT JOIN participants p ON p.organization_id = m.organization_id AND p.id = m.participant_id
    LEFT JOIN accounts keeper ON keeper.organization_id = m.organization_id AND keeper.id = m.kept_by
    LEFT JOIN accounts releaser ON releaser.organization_id = m.organization_id AND releaser.id = m.released_by`;

const MOST_SETTLED = 20;

/** One promise with the hash of the request that made it; undefined when missing or out of reach. */
export async function promiseOfId(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<{ view: PromiseView; requestHash: Buffer } | undefined> {
  const [row] = await tx.query<PromiseRow[]>(`${SELECT} WHERE m.organization_id = $1 AND m.id = $2`, [
    actor.organizationId,
    id,
  ]);
  return row && { view: view(row, actor), requestHash: row.request_hash };
}

/** @throws Problem 404, the same for missing, out of reach and malformed. */
export async function promiseInReach(tx: EntityManager, actor: Actor, id: string): Promise<PromiseView> {
  const promise = isId(id) ? await promiseOfId(tx, actor, id) : undefined;
  if (!promise) throw notFound('promise');
  return promise.view;
}

/** What still binds somebody toward this participant, the one due first first. */
export async function openPromisesOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<PromiseView[]> {
  const rows = await tx.query<PromiseRow[]>(
    `${SELECT} WHERE m.organization_id = $1 AND m.participant_id = $2 AND m.kept_at IS NULL AND m.released_at IS NULL
      ORDER BY m.due_on, m.id`,
    [actor.organizationId, participantId],
  );
  return rows.map((row) => view(row, actor));
}

/** What the acting coach promised to people who were not on their caseload then, and is open. */
export async function openPromisesElsewhere(tx: EntityManager, actor: Actor): Promise<PromiseView[]> {
  const rows = await tx.query<PromiseRow[]>(
    `${SELECT} WHERE m.organization_id = $1 AND m.coach_id = $2 AND m.is_off_caseload
        AND m.kept_at IS NULL AND m.released_at IS NULL ORDER BY m.due_on, m.id`,
    [actor.organizationId, actor.accountId],
  );
  return rows.map((row) => view(row, actor));
}

/** The latest that were kept or released. */
export async function settledPromisesOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<PromiseView[]> {
  const rows = await tx.query<PromiseRow[]>(
    `${SELECT} WHERE m.organization_id = $1 AND m.participant_id = $2
        AND (m.kept_at IS NOT NULL OR m.released_at IS NOT NULL)
      ORDER BY coalesce(m.kept_at, m.released_at) DESC, m.id DESC LIMIT ${MOST_SETTLED}`,
    [actor.organizationId, participantId],
  );
  return rows.map((row) => view(row, actor));
}

function view(row: PromiseRow, actor: Actor): PromiseView {
  const state = promiseState(row.kept_at, row.released_at);
  const isCoach = actor.role === 'coach';
  const isTheirs = [row.coach_id, row.primary_coach_id].some(
    (id) => id !== null && actor.actingFor.includes(id),
  );
  return {
    promiseId: row.id,
    participantId: row.participant_id,
    participantName: row.participant_name ?? '',
    coach: { accountId: row.coach_id, name: row.coach_name },
    contactId: row.contact_id,
    words: row.words,
    dueOn: row.due_on,
    madeAt: row.made_at,
    state,
    isLate: state === 'open' && row.due_on < actor.today,
    kept:
      row.kept_at && row.kept_on && row.kept_by
        ? {
            at: row.kept_at,
            on: row.kept_on,
            by: { accountId: row.kept_by, name: row.kept_by_name ?? '' },
          }
        : null,
    released:
      row.released_at && row.released_by
        ? {
            at: row.released_at,
            by: { accountId: row.released_by, name: row.released_by_name ?? '' },
            reason: row.release_reason ?? '',
          }
        : null,
    mayKeep: isCoach,
    mayChange: isCoach && state === 'open' && isTheirs,
    version: row.version,
  };
}
