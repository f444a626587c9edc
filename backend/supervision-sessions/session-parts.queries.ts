import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { Level } from '../risk/risk.rules.js';
import type { Section } from './agenda.rules.js';
import { isSupervising } from './sessions.queries.js';
import type { DecisionBecomes, DecisionState } from './supervision-session.dto.js';
import type { AgendaLine, DecisionView, SessionAddendumView } from './supervision-session.view.js';

interface LineRow {
  id: string;
  section: Section;
  coach_id: string;
  coach_name: string;
  is_about_somebody: boolean;
  participant_id: string | null;
  participant_name: string | null;
  subject_id: string | null;
  sentence: string | null;
  level: Level | null;
  words: string | null;
  version: number | null;
}

/** Of a line about somebody out of reach the policies show that it is there, and nothing else. */
const LINES = `
  SELECT l.id, l.section, l.coach_id, a.name AS coach_name, l.is_about_somebody, w.participant_id,
         p.preferred_name AS participant_name, w.subject_id, w.sentence, w.level, w.words, w.version
    FROM supervision_lines l
    JOIN accounts a ON a.organization_id = l.organization_id AND a.id = l.coach_id
    LEFT JOIN supervision_line_words w ON w.organization_id = l.organization_id AND w.line_id = l.id
    LEFT JOIN participants p ON p.organization_id = w.organization_id AND p.id = w.participant_id
   WHERE l.organization_id = $1 AND l.session_id = $2 ORDER BY l.position`;

/** The agenda as it was written when the session began. */
export async function linesOf(tx: EntityManager, actor: Actor, sessionId: string): Promise<AgendaLine[]> {
  const rows = await tx.query<LineRow[]>(LINES, [actor.organizationId, sessionId]);
  return rows.map((row) => ({
    lineId: row.id,
    coach: { accountId: row.coach_id, name: row.coach_name },
    section: row.section,
    participantId: row.participant_id,
    participantName: row.participant_name,
    hasMovedOn: row.is_about_somebody && row.sentence === null,
    ...subjectOf(row.section, row.subject_id),
    sentence: row.sentence ?? '',
    level: row.level,
    words: row.words ?? '',
    version: row.version ?? 0,
  }));
}

/** What a line opens beside the person: a risk note, or how an earlier decision stands. */
export function subjectOf(
  section: Section,
  subjectId: string | null,
): Pick<AgendaLine, 'riskNoteId' | 'decisionId'> {
  const isDecision = section === 'decided last time';
  return { riskNoteId: isDecision ? null : subjectId, decisionId: isDecision ? subjectId : null };
}

interface DecisionRow {
  id: string;
  session_id: string;
  line_id: string | null;
  coach_id: string;
  coach_name: string;
  participant_id: string | null;
  participant_name: string | null;
  becomes: DecisionBecomes;
  words: string;
  due_on: string;
  made_by: string;
  made_by_name: string;
  made_at: Date;
  settled_at: Date | null;
  is_let_go: boolean;
  still_going_at: Date | null;
  request_hash: Buffer;
  taken_back_at: Date | null;
  version: number;
}

const DECISIONS = `
  SELECT d.id, d.session_id, d.line_id, d.coach_id, c.name AS coach_name, d.participant_id,
         p.preferred_name AS participant_name, d.becomes, d.words, d.due_on, d.made_by, a.name AS made_by_name, d.made_at,
         coalesce(d.done_at, m.kept_at) AS settled_at, d.is_let_go, d.still_going_at, d.request_hash, d.taken_back_at, d.version
    FROM supervision_decisions d
    JOIN accounts c ON c.organization_id = d.organization_id AND c.id = d.coach_id
    JOIN accounts a ON a.organization_id = d.organization_id AND a.id = d.made_by
    LEFT JOIN participants p ON p.organization_id = d.organization_id AND p.id = d.participant_id
    LEFT JOIN promises m ON m.organization_id = d.organization_id AND m.id = d.promise_id
   WHERE d.organization_id = $1`;

/** What was decided and not taken back, in the order in which it was. */
export async function decisionsOf(
  tx: EntityManager,
  actor: Actor,
  sessionId: string,
  isOpen: boolean,
): Promise<DecisionView[]> {
  const rows = await tx.query<DecisionRow[]>(
    `${DECISIONS} AND d.session_id = $2 AND d.taken_back_at IS NULL ORDER BY d.made_at, d.id`,
    [actor.organizationId, sessionId],
  );
  return rows.map((row) => decisionView(row, actor, isOpen));
}

/** What an agenda carries from earlier sessions, as it stands now. */
export async function decisionsOfIds(
  tx: EntityManager,
  actor: Actor,
  ids: readonly string[],
): Promise<DecisionView[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<DecisionRow[]>(`${DECISIONS} AND d.id = ANY ($2)`, [actor.organizationId, ids]);
  return rows.map((row) => decisionView(row, actor, false));
}

/** One decision, taken back or not, with what it was made by; undefined when missing or out of reach. */
export async function decisionOfId(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<{ view: DecisionView; sessionId: string; requestHash: Buffer; isTakenBack: boolean } | undefined> {
  const [row] = await tx.query<DecisionRow[]>(`${DECISIONS} AND d.id = $2`, [actor.organizationId, id]);
  return (
    row && {
      view: decisionView(row, actor, false),
      sessionId: row.session_id,
      requestHash: row.request_hash,
      isTakenBack: row.taken_back_at !== null,
    }
  );
}

function decisionView(row: DecisionRow, actor: Actor, isOpen: boolean): DecisionView {
  const state = stateOfDecision(row);
  return {
    decisionId: row.id,
    lineId: row.line_id,
    coach: { accountId: row.coach_id, name: row.coach_name },
    participantId: row.participant_id,
    participantName: row.participant_name,
    becomes: row.becomes,
    words: row.words,
    dueOn: row.due_on,
    madeBy: { accountId: row.made_by, name: row.made_by_name },
    madeAt: row.made_at,
    isDone: state === 'done',
    state,
    stateAt: row.settled_at ?? row.still_going_at,
    maySay:
      row.becomes !== 'promise' &&
      (isSupervising(actor) ? row.becomes === 'session' : row.coach_id === actor.accountId),
    mayTakeBack: isOpen && row.settled_at === null,
    version: row.version,
  };
}

function stateOfDecision(row: DecisionRow): DecisionState {
  if (row.settled_at) return row.is_let_go ? 'let go' : 'done';
  return row.still_going_at ? 'still going' : 'open';
}

interface AddendumRow {
  id: string;
  line_id: string | null;
  account_id: string;
  name: string;
  words: string;
  added_at: Date;
}

export async function addendaOf(
  tx: EntityManager,
  actor: Actor,
  sessionId: string,
): Promise<SessionAddendumView[]> {
  const rows = await tx.query<AddendumRow[]>(
    `SELECT d.id, d.line_id, d.account_id, a.name, d.words, d.added_at FROM supervision_addenda d
       JOIN accounts a ON a.organization_id = d.organization_id AND a.id = d.account_id
      WHERE d.organization_id = $1 AND d.session_id = $2 ORDER BY d.added_at, d.id`,
    [actor.organizationId, sessionId],
  );
  return rows.map((row) => ({
    addendumId: row.id,
    lineId: row.line_id,
    account: { accountId: row.account_id, name: row.name },
    words: row.words,
    addedAt: row.added_at,
  }));
}
