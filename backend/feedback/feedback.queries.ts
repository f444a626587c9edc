import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { FeedbackView, FeedbackWaiting } from './feedback.dto.js';
import type { AnsweredAs, Kind } from './feedback.rules.js';

export interface FeedbackRow {
  id: string;
  contact_id: string;
  participant_id: string;
  coach_id: string;
  kind: Kind;
  words: string;
  given_by: string;
  given_by_name: string;
  given_at: Date;
  request_hash: Buffer;
  read_at: Date | null;
  answered_at: Date | null;
  answered_as: AnsweredAs | null;
  answer_words: string;
}

const SELECT = `
  SELECT f.id, f.contact_id, f.participant_id, f.coach_id, f.kind, f.words, f.given_by, a.name AS given_by_name,
         f.given_at, f.request_hash, f.read_at, f.answered_at, f.answered_as, f.answer_words
    FROM feedback f JOIN accounts a ON a.organization_id = f.organization_id AND a.id = f.given_by
   WHERE f.organization_id = $1`;

/** Most that is shown beside one participant's timeline at once. */
const MOST_OF_PARTICIPANT = 200;

export function feedbackView(row: FeedbackRow, actor: Actor): FeedbackView {
  const isOpen = row.kind === 'change' && row.answered_at === null;
  return {
    feedbackId: row.id,
    contactId: row.contact_id,
    participantId: row.participant_id,
    kind: row.kind,
    words: row.words,
    by: { accountId: row.given_by, name: row.given_by_name },
    givenAt: row.given_at,
    isRead: row.read_at !== null,
    answer:
      row.answered_at && row.answered_as
        ? { as: row.answered_as, at: row.answered_at, words: row.answer_words }
        : null,
    mayTakeBack: actor.role === 'supervisor' && row.given_by === actor.accountId && row.read_at === null,
    mayAnswer: isOpen && actor.role === 'coach' && row.coach_id === actor.accountId,
  };
}

/** By contact, the oldest first: as a talk is read. */
export async function feedbackOfContacts(
  tx: EntityManager,
  actor: Actor,
  contactIds: string[],
): Promise<Map<string, FeedbackView[]>> {
  if (contactIds.length === 0) return new Map();
  const rows = await tx.query<FeedbackRow[]>(
    `${SELECT} AND f.contact_id = ANY ($2) ORDER BY f.given_at, f.id`,
    [actor.organizationId, contactIds],
  );
  return Map.groupBy(
    rows.map((row) => feedbackView(row, actor)),
    ({ contactId }) => contactId,
  );
}

export async function feedbackOfParticipant(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<FeedbackView[]> {
  const rows = await tx.query<FeedbackRow[]>(
    `${SELECT} AND f.participant_id = $2 ORDER BY f.given_at DESC, f.id DESC LIMIT ${MOST_OF_PARTICIPANT}`,
    [actor.organizationId, participantId],
  );
  return rows.map((row) => feedbackView(row, actor));
}

/** What this coach was left, the newest first. */
export async function feedbackForCoach(
  tx: EntityManager,
  actor: Actor,
  before: { at: Date; id: string },
  limit: number,
): Promise<FeedbackRow[]> {
  return tx.query<FeedbackRow[]>(
    `${SELECT} AND f.coach_id = $2 AND (f.given_at, f.id) < ($3, $4::uuid)
      ORDER BY f.given_at DESC, f.id DESC LIMIT $5`,
    [actor.organizationId, actor.accountId, before.at, before.id, limit],
  );
}

/** @throws Problem 404, the same for missing, out of reach and malformed. */
export async function feedbackInReach(tx: EntityManager, actor: Actor, id: string): Promise<FeedbackRow> {
  if (!isId(id)) throw notFound('feedback');
  const [row] = await tx.query<FeedbackRow[]>(`${SELECT} AND f.id = $2`, [actor.organizationId, id]);
  return found(row, 'feedback');
}

/** What waits for this coach, in one line. */
export async function feedbackWaiting(tx: EntityManager, actor: Actor): Promise<FeedbackWaiting> {
  const rows = await tx.query<
    { given_by: string; name: string; kind: Kind; unread_count: number; open_count: number }[]
  >(
    `SELECT f.given_by, a.name, f.kind, count(*) FILTER (WHERE f.read_at IS NULL) AS unread_count,
            count(*) FILTER (WHERE f.kind = 'change' AND f.answered_at IS NULL) AS open_count
       FROM feedback f JOIN accounts a ON a.organization_id = f.organization_id AND a.id = f.given_by
      WHERE f.organization_id = $1 AND f.coach_id = $2
        AND (f.read_at IS NULL OR f.kind = 'change' AND f.answered_at IS NULL)
      GROUP BY f.given_by, a.name, f.kind ORDER BY lower(a.name), f.given_by`,
    [actor.organizationId, actor.accountId],
  );
  const unread = (kind: Kind): number =>
    rows.filter((row) => row.kind === kind).reduce((sum, row) => sum + Number(row.unread_count), 0);
  const from = new Map(rows.map((row) => [row.given_by, row.name]));
  return {
    from: [...from].map(([accountId, name]) => ({ accountId, name })),
    thanksCount: unread('thanks'),
    commentCount: unread('comment'),
    changeCount: unread('change'),
    toAnswerCount: rows.reduce((sum, row) => sum + Number(row.open_count), 0),
  };
}

/** Marks what this coach has seen. @returns how many were new to them, and whose record each is */
export async function markRead(
  tx: EntityManager,
  actor: Actor,
  feedbackIds: string[],
): Promise<{ participant_id: string }[]> {
  const [rows] = await tx.query<[{ participant_id: string }[], number]>(
    `UPDATE feedback SET read_at = $4
      WHERE organization_id = $1 AND coach_id = $2 AND id = ANY ($3) AND read_at IS NULL RETURNING participant_id`,
    [actor.organizationId, actor.accountId, feedbackIds, actor.now],
  );
  return rows;
}
