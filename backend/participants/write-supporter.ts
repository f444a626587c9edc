import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { invalid, Problem, stale } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { participantInReach } from './participants.queries.js';
import type { AddSupporter, Supporter, SupporterWords } from './supporter.dto.js';
import { supporterInReach, supporterOf, type SupporterRow } from './supporters.queries.js';
import { refuseUndialled } from './write-way-to-reach.js';

/** Adds a supporter, once for its id. @throws Problem 404 out of reach; 409 the id is another's; 422. */
export async function addSupporter(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  asked: AddSupporter,
): Promise<Supporter> {
  await participantInReach(tx, actor, participantId);
  refuseUnclear(asked, actor.today);
  const hash = requestHash({ ...asked, participantId });
  const added = await tx.query<unknown[]>(
    `INSERT INTO supporters (organization_id, id, participant_id, request_hash, changed_by, changed_at, name, relation,
       phone, may_talk, about, until_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [
      actor.organizationId,
      asked.supporterId,
      participantId,
      hash,
      actor.accountId,
      actor.now,
      ...columnsOf(asked),
    ],
  );
  const row = await supporterInReach(tx, actor, asked.supporterId);
  if (added.length === 0 && !row.request_hash?.equals(hash))
    throw new Problem(409, 'supporter-id-taken', 'This id already stands for somebody else. Add them anew.');
  if (added.length > 0)
    actor.record({ action: 'supporter.added', participantId, subjectId: asked.supporterId });
  return supporterOf(row, actor);
}

/** Says anew who they are and what we may talk about. What was said before is kept. */
export async function changeSupporter(
  tx: EntityManager,
  actor: Actor,
  id: string,
  version: number,
  asked: SupporterWords,
): Promise<Supporter> {
  const before = await supporterInReach(tx, actor, id);
  if (before.version !== version) throw stale(supporterOf(before, actor), asked);
  refuseUnclear(asked, actor.today);
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE supporters SET changed_by = $4, changed_at = $5, name = $6, relation = $7, phone = $8, may_talk = $9,
            about = $10, until_on = $11, version = version + 1
      WHERE organization_id = $1 AND id = $2 AND version = $3`,
    [actor.organizationId, id, version, actor.accountId, actor.now, ...columnsOf(asked)],
  );
  return written(tx, actor, before, count, 'changed', asked);
}

/** No supporter any more, or one again after all. What is already so stays so. */
export async function letSupporterGo(
  tx: EntityManager,
  actor: Actor,
  id: string,
  version: number,
  isNoLonger: boolean,
): Promise<Supporter> {
  const before = await supporterInReach(tx, actor, id);
  if ((before.no_longer_at !== null) === isNoLonger) return supporterOf(before, actor);
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE supporters SET no_longer_at = $4, changed_by = $5, changed_at = $6, version = version + 1
      WHERE organization_id = $1 AND id = $2 AND version = $3`,
    [actor.organizationId, id, version, isNoLonger ? actor.now : null, actor.accountId, actor.now],
  );
  return written(tx, actor, before, count, isNoLonger ? 'ended' : 'restored', {});
}

async function written(
  tx: EntityManager,
  actor: Actor,
  before: SupporterRow,
  count: number,
  what: 'changed' | 'ended' | 'restored',
  yours: object,
): Promise<Supporter> {
  const now = supporterOf(await supporterInReach(tx, actor, before.id), actor);
  if (count !== 1) throw stale(now, yours);
  const { name, relation, phone, about } = before;
  const fields = {
    name,
    relation,
    phone,
    mayTalk: before.may_talk,
    about,
    untilOn: before.until_on,
    isNoLonger: before.no_longer_at !== null,
  };
  await tx.query(
    `INSERT INTO supporter_versions (organization_id, supporter_id, version, participant_id, fields, made_by, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      actor.organizationId,
      before.id,
      before.version,
      before.participant_id,
      JSON.stringify(fields),
      before.changed_by,
      before.changed_at,
    ],
  );
  actor.record({ action: `supporter.${what}`, participantId: before.participant_id, subjectId: before.id });
  return now;
}

/** Without a permission there is nothing to talk about, and no last day. */
function columnsOf(asked: SupporterWords): unknown[] {
  return [
    asked.name,
    asked.relation,
    asked.phone ?? '',
    asked.mayTalk,
    asked.mayTalk ? (asked.about ?? '') : '',
    asked.mayTalk ? (asked.untilOn ?? null) : null,
  ];
}

function refuseUnclear({ phone, mayTalk, about, untilOn }: SupporterWords, today: string): void {
  if (phone?.trim()) refuseUndialled('phone', phone);
  if (!mayTalk) return;
  if (!about?.trim())
    throw invalid('about', 'empty', 'Say about what we may talk: being reached, appointments, how they are.');
  if (!untilOn) throw invalid('untilOn', 'missing', 'A permission has a last day. Ask until when it holds.');
  if (untilOn < today)
    throw invalid('untilOn', 'in-the-past', 'This day has gone by, so there is no permission. Ask again.');
}
