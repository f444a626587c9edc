import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { invalid, Problem, stale } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { participantInReach } from './participants.queries.js';
import { readPhone, WRONG_PHONE_WORDS } from './phone.rules.js';
import type { AddWayToReach, WayToReach, WayToReachWords } from './way-to-reach.dto.js';
import { wayOf, type WayToReachRow, wayToReachInReach } from './ways-to-reach.queries.js';

/** Adds a way, once for its id. @throws Problem 404 out of reach; 409 the id is another's; 422. */
export async function addWayToReach(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  asked: AddWayToReach,
): Promise<WayToReach> {
  await participantInReach(tx, actor, participantId);
  refuseUnusable(asked, actor.today);
  const hash = requestHash({ ...asked, participantId });
  const added = await tx.query<unknown[]>(
    `INSERT INTO ways_to_reach (organization_id, id, participant_id, request_hash, changed_by, changed_at, kind, value,
       may_call, may_voicemail, may_text, may_say_who, why_not, best_hours, until_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [
      actor.organizationId,
      asked.wayToReachId,
      participantId,
      hash,
      actor.accountId,
      actor.now,
      ...columnsOf(asked),
    ],
  );
  const row = await wayToReachInReach(tx, actor, asked.wayToReachId);
  if (added.length === 0 && !row.request_hash?.equals(hash))
    throw new Problem(409, 'way-to-reach-id-taken', 'This id already stands for another way. Add it anew.');
  if (added.length > 0)
    actor.record({ action: 'way-to-reach.added', participantId, subjectId: asked.wayToReachId });
  return wayOf(row, actor);
}

/** Says anew what is safe. What it said before is kept. @throws Problem 404; 412 with both when stale; 422. */
export async function changeWayToReach(
  tx: EntityManager,
  actor: Actor,
  id: string,
  version: number,
  asked: WayToReachWords,
): Promise<WayToReach> {
  const before = await wayToReachInReach(tx, actor, id);
  if (before.version !== version) throw stale(wayOf(before, actor), asked);
  refuseUnusable(asked, actor.today);
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE ways_to_reach SET changed_by = $4, changed_at = $5, kind = $6, value = $7, may_call = $8,
            may_voicemail = $9, may_text = $10, may_say_who = $11, why_not = $12, best_hours = $13, until_on = $14,
            version = version + 1
      WHERE organization_id = $1 AND id = $2 AND version = $3`,
    [actor.organizationId, id, version, actor.accountId, actor.now, ...columnsOf(asked)],
  );
  return written(tx, actor, before, count, 'changed', asked);
}

/** Not valid any more, or valid again after all. What is already so stays so. */
export async function letWayToReachGo(
  tx: EntityManager,
  actor: Actor,
  id: string,
  version: number,
  isNoLonger: boolean,
): Promise<WayToReach> {
  const before = await wayToReachInReach(tx, actor, id);
  if ((before.no_longer_at !== null) === isNoLonger) return wayOf(before, actor);
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE ways_to_reach SET no_longer_at = $4, changed_by = $5, changed_at = $6, version = version + 1
      WHERE organization_id = $1 AND id = $2 AND version = $3`,
    [actor.organizationId, id, version, isNoLonger ? actor.now : null, actor.accountId, actor.now],
  );
  return written(tx, actor, before, count, isNoLonger ? 'ended' : 'restored', {});
}

async function written(
  tx: EntityManager,
  actor: Actor,
  before: WayToReachRow,
  count: number,
  what: 'changed' | 'ended' | 'restored',
  yours: object,
): Promise<WayToReach> {
  const now = wayOf(await wayToReachInReach(tx, actor, before.id), actor);
  if (count !== 1) throw stale(now, yours);
  await keepVersion(tx, actor, before);
  actor.record({
    action: `way-to-reach.${what}`,
    participantId: before.participant_id,
    subjectId: before.id,
  });
  return now;
}

async function keepVersion(tx: EntityManager, actor: Actor, before: WayToReachRow): Promise<void> {
  const fields = {
    value: before.value,
    mayCall: before.may_call,
    mayVoicemail: before.may_voicemail,
    mayText: before.may_text,
    maySayWho: before.may_say_who,
    whyNot: before.why_not,
    bestHours: before.best_hours,
    untilOn: before.until_on,
    isNoLonger: before.no_longer_at !== null,
  };
  await tx.query(
    `INSERT INTO way_to_reach_versions (organization_id, way_to_reach_id, version, participant_id, fields, made_by, made_at)
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
}

function columnsOf(asked: WayToReachWords): unknown[] {
  return [
    asked.kind,
    asked.value,
    asked.mayCall,
    asked.mayVoicemail,
    asked.mayText,
    asked.maySayWho,
    asked.whyNot ?? '',
    asked.bestHours ?? '',
    asked.untilOn ?? null,
  ];
}

function refuseUnusable({ kind, value, untilOn }: WayToReachWords, today: string): void {
  if (kind === 'phone') refuseUndialled('value', value);
  if (kind === 'email' && !/^\S+@\S+\.\S+$/.test(value.trim()))
    throw invalid('value', 'not-an-address', 'This is no e-mail address: something@example.org.');
  if (untilOn && untilOn < today)
    throw invalid('untilOn', 'in-the-past', 'This day has gone by. Choose today or a later day.');
}

/** @throws Problem 422 for a number that no phone could dial. */
export function refuseUndialled(field: string, typed: string): void {
  const read = readPhone(typed);
  if ('wrong' in read) throw invalid(field, read.wrong, WRONG_PHONE_WORDS[read.wrong]);
}
