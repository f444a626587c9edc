import { dayIn } from '../../backend/clock/clock.js';
import { AMENDABLE_FOR_MS, mayAmend } from '../../backend/contacts/contacts.rules.js';
import { isLateEntry } from '../../backend/contacts/happened.rules.js';
import { cursorOf } from '../../backend/http/page.js';
import { type Answer, type Asker, prepared, Refused } from './bare-database.js';
import { CHECK_INS, CONTACTS, GOALS, RISK_NOTES } from './bare-timeline-statements.js';

const PAGE = 20;

const REACH = prepared(`
  SELECT 1 FROM assignments WHERE organization_id = $1 AND coach_id = $2 AND participant_id = $3 AND until_on IS NULL`);

const newest = (kind: string, table: string, at: string, only = 'true') => `
  (SELECT '${kind}' AS kind, id, ${at} AS at FROM ${table}
    WHERE organization_id = $1 AND participant_id = $2 AND ${only} ORDER BY ${at} DESC, id DESC LIMIT ${PAGE + 1})`;

const HAPPENINGS = prepared(`
  ${[
    newest('contact', 'contacts', 'happened_at', 'voided_at IS NULL'),
    newest('check-in', 'check_ins', 'checked_in_at'),
    newest('goal', 'goals', 'made_at'),
    newest('risk-note', 'risk_notes', 'raised_at'),
  ].join(' UNION ALL ')} ORDER BY at DESC, id DESC LIMIT ${PAGE + 1}`);

interface Happening {
  kind: string;
  id: string;
  at: Date;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Row = Record<string, any>;

/** The first page of what happened, newest first. */
export async function timeline(participantId: string, asker: Asker): Promise<Answer> {
  const { query, organizationId, accountId, timeZone } = asker;
  const [reach, found] = await Promise.all([
    query(REACH, [organizationId, accountId, participantId]),
    query<Happening>(HAPPENINGS, [organizationId, participantId]),
  ]);
  if (reach.length === 0) throw new Refused(404);
  const page = found.slice(0, PAGE);
  const ids = (kind: string) => page.filter((each) => each.kind === kind).map(({ id }) => id);
  const about = async (kind: string, statement: typeof CONTACTS, viewOf: (row: Row) => Row) => {
    const wanted = ids(kind);
    if (wanted.length === 0) return new Map<string, Row>();
    const rows = await query<Row>(statement, [organizationId, wanted]);
    return new Map(rows.map((row) => [row['id'] as string, viewOf(row)]));
  };
  const [contacts, checkIns, goals, riskNotes] = await Promise.all([
    about('contact', CONTACTS, (row) => contactView(row, asker)),
    about('check-in', CHECK_INS, checkInView),
    about('goal', GOALS, goalView),
    about('risk-note', RISK_NOTES, riskNoteView),
  ]);
  const items = page.map(({ kind, id, at }) => ({
    kind,
    id,
    at,
    on: (contacts.get(id)?.['occurredOn'] as string | undefined) ?? dayIn(timeZone, at),
    contact: contacts.get(id),
    checkIn: checkIns.get(id),
    goal: goals.get(id),
    riskNote: riskNotes.get(id),
  }));
  const last = page.at(-1);
  return {
    body: { items, next: found.length > PAGE && last ? cursorOf(last) : null },
    trail: { action: 'participant.timeline-opened', participantId },
  };
}

function contactView(row: Row, { timeZone, accountId, now }: Asker): Row {
  const recordedAt = row['recorded_at'] as Date;
  return {
    contactId: row['id'],
    participantId: row['participant_id'],
    participantName: row['participant_name'],
    coach: { accountId: row['coach_id'], name: row['coach_name'] },
    occurredOn: row['occurred_on'],
    occurredTime: row['occurred_time'],
    recordedAt,
    isLateEntry: isLateEntry(row['occurred_on'], recordedAt, timeZone),
    outcome: row['outcome'],
    startedBy: row['started_by'],
    way: row['way'],
    place: row['place'],
    minutes: row['minutes'],
    programId: row['program_id'],
    programName: row['program_name'],
    dimensions: row['dimensions'],
    goals: row['goals'],
    sharedNote: row['shared_note'],
    teamNote: row['team_note'] ?? '',
    version: row['version'],
    mayAmend: mayAmend(row['coach_id'], recordedAt, accountId, now),
    mayAmendUntil: new Date(recordedAt.getTime() + AMENDABLE_FOR_MS),
    mayVoid: row['coach_id'] === accountId,
    voided: null,
    addenda: ((row['addenda'] as Row[] | null) ?? []).map(
      ({ authorId, authorName, addedAt, ...addendum }) => ({
        ...addendum,
        author: { accountId: authorId, name: authorName },
        addedAt: new Date(addedAt),
      }),
    ),
    ownWords: row['own_words'] ? { words: row['own_words'], writtenAt: row['own_words_at'] } : null,
    riskNoteId: row['risk_note_id'],
    certification: row['certification'],
    isHeld: row['is_held'],
    isOffCaseload: row['is_off_caseload'],
  };
}

const checkInView = (row: Row): Row => ({
  checkInId: row['id'],
  checkedInAt: row['checked_in_at'],
  checkedInOn: row['checked_in_on'],
  mood: row['mood'],
  cravings: row['cravings'],
  sleep: row['sleep'],
  connection: row['connection'],
  hasSafePlace: row['has_safe_place'],
  wantsCall: row['wants_call'],
  words: row['words'],
  withName: row['with_name'],
});

const goalView = (row: Row): Row => ({
  goalId: row['id'],
  sentence: row['sentence'],
  dimension: row['dimension'],
  stepCount: row['step_count'],
  doneStepCount: row['done_step_count'],
  finishedOn: row['finished_on'],
  letGoOn: row['let_go_on'],
});

const riskNoteView = (row: Row): Row => ({
  riskNoteId: row['id'],
  participantId: row['participant_id'],
  participantName: row['participant_name'],
  contactId: row['contact_id'],
  assessmentId: row['assessment_id'],
  level: row['level'],
  suggestedLevel: row['suggested_level'],
  lowerReason: row['lower_reason'],
  signals: row['signals'],
  overdoseOn: row['overdose_on'],
  otherSignal: row['other_signal'],
  whatWasDone: row['what_was_done'],
  raisedAt: row['raised_at'],
  raisedBy: { accountId: row['raised_by'], name: row['raised_by_name'] },
  isOwnAnswer: row['is_own_answer'],
  acknowledged: null,
  resolved: null,
  answerBy: row['due_at'],
  dueAt: row['due_at'],
  version: row['version'],
});
