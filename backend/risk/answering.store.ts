import type { EntityManager } from 'typeorm';
import { answerBy, type AnsweringTerms, dueTimes, type Step, STEPS } from './answering-clock.rules.js';
import type { Circle } from './escalation.rules.js';
import type { Level } from './risk.rules.js';
import { DEFAULT_HOURS, type OpeningHours } from './working-hours.rules.js';

type Tx = Pick<EntityManager, 'query'>;

interface TermsRow {
  time_zone: string;
  urgent_minutes: number;
  concern_working_days: number;
  watch_days: number;
  hours: OpeningHours[] | null;
  holidays: string[];
}

/** What the organization's clocks are set by now; the defaults where it has set nothing. */
export async function answeringTerms(tx: Tx): Promise<AnsweringTerms> {
  const [row] = (await tx.query('SELECT * FROM answering_terms()')) as [TermsRow];
  return {
    timeZone: row.time_zone,
    hours: row.hours ?? DEFAULT_HOURS,
    holidays: new Set(row.holidays),
    times: {
      urgentMinutes: row.urgent_minutes,
      concernWorkingDays: row.concern_working_days,
      watchDays: row.watch_days,
    },
  };
}

/**
 * The terms, held until the transaction ends: notes may be raised at the same moment, but not while somebody changes
 * what their clocks are set by.
 */
export async function holdTerms(tx: Tx, isToChange: boolean): Promise<AnsweringTerms> {
  const [, terms] = await Promise.all([
    tx.query('SELECT hold_answering_terms($1)', [isToChange]),
    answeringTerms(tx),
  ]);
  return terms;
}

/** By participant: when the supervision sessions of their primary coach end, the earliest first. */
export async function supervisionEnds(
  tx: Tx,
  participantIds: readonly string[],
): Promise<(participantId: string) => readonly Date[]> {
  const rows = (await tx.query('SELECT participant_id, ends_at FROM supervision_ends($1)', [
    participantIds,
  ])) as { participant_id: string; ends_at: Date }[];
  const ends = Map.groupBy(rows, (row) => row.participant_id);
  return (id) => (ends.get(id) ?? []).map((row) => row.ends_at);
}

interface CircleRow {
  own_supervisor_id: string | null;
  on_call_id: string | null;
  supervisor_ids: string[];
  administrator_ids: string[];
  covering_ids: string[];
}

/** Who could be told of a note about this participant. */
export async function circleOf(tx: Tx, participantId: string, raisedBy: string): Promise<Circle> {
  const [row] = (await tx.query(
    'SELECT *, covering_supervisors($1) AS covering_ids FROM answering_circle($1)',
    [participantId],
  )) as [CircleRow];
  return {
    raisedBy,
    ownSupervisorId: row.own_supervisor_id,
    coveringIds: row.covering_ids,
    onCallId: row.on_call_id,
    supervisorIds: row.supervisor_ids,
    administratorIds: row.administrator_ids,
  };
}

/**
 * Writes the clocks of a note just raised.
 *
 * @param throughStep the steps that have rung with the raising
 */
export async function startClocks(
  tx: Tx,
  note: { organizationId: string; riskNoteId: string; participantId: string; level: Level; raisedAt: Date },
  throughStep: Step,
  terms: AnsweringTerms,
): Promise<void> {
  const { level, raisedAt } = note;
  const ends = level === 'watch' ? (await supervisionEnds(tx, [note.participantId]))(note.participantId) : [];
  const second = answerBy(level, raisedAt, terms, ends);
  const third = answerBy(level, throughStep > 1 ? raisedAt : second, terms, ends);
  await tx.query(
    `INSERT INTO answering_clocks (organization_id, risk_note_id, step, participant_id, level, due_at, rung_at)
     SELECT $1, $2, step, $3, $4, due_at, CASE WHEN step <= $5 THEN $6::timestamptz END
       FROM unnest($7::integer[], $8::timestamptz[]) AS clock (step, due_at)`,
    [
      note.organizationId,
      note.riskNoteId,
      note.participantId,
      level,
      throughStep,
      raisedAt,
      STEPS,
      [raisedAt, second, third],
    ],
  );
}

/** An answer stops every clock of the note. Held in the order of the steps, as whoever rings them holds them. */
export async function stopClocks(
  tx: Tx,
  organizationId: string,
  riskNoteId: string,
  now: Date,
): Promise<void> {
  const note = [organizationId, riskNoteId];
  await Promise.all([
    tx.query(
      'SELECT 1 FROM answering_clocks WHERE organization_id = $1 AND risk_note_id = $2 ORDER BY step FOR NO KEY UPDATE',
      note,
    ),
    tx.query(
      `UPDATE answering_clocks SET stopped_at = $3
        WHERE organization_id = $1 AND risk_note_id = $2 AND stopped_at IS NULL`,
      [...note, now],
    ),
    tx.query('SELECT withdraw_messages($1, $2)', [riskNoteId, now]),
  ]);
}

/** Whoever was told of a note reaches it until it is resolved. */
export function endReach(tx: Tx, organizationId: string, riskNoteId: string, now: Date): Promise<unknown> {
  return tx.query(
    'UPDATE risk_note_told SET until_at = $3 WHERE organization_id = $1 AND risk_note_id = $2 AND until_at IS NULL',
    [organizationId, riskNoteId, now],
  );
}

interface ClockRow {
  risk_note_id: string;
  participant_id: string;
  step: Step;
  level: Level;
  due_at: Date;
  rung_at: Date | null;
}

/**
 * Sets every clock that runs, as far as the actor reaches it, by the terms and the supervision sessions as they are now.
 * The caller holds the terms; steps that rang stay.
 */
export async function setClocksAnew(tx: Tx, organizationId: string): Promise<void> {
  const terms = await answeringTerms(tx);
  const rows = (await tx.query(
    `SELECT risk_note_id, participant_id, step, level, due_at, rung_at FROM answering_clocks c
      WHERE organization_id = $1 AND EXISTS (
        SELECT 1 FROM answering_clocks runs WHERE runs.organization_id = c.organization_id
           AND runs.risk_note_id = c.risk_note_id AND runs.rung_at IS NULL AND runs.stopped_at IS NULL)
      ORDER BY risk_note_id, step FOR NO KEY UPDATE`,
    [organizationId],
  )) as ClockRow[];
  const notes = Map.groupBy(rows, (row) => row.risk_note_id);
  const watched = rows.filter(({ level }) => level === 'watch').map((row) => row.participant_id);
  const endsOf = await supervisionEnds(tx, [...new Set(watched)]);
  const changed = [...notes.values()].flatMap((clocks) => {
    const dues = dueTimes(
      clocks[0]!.level,
      clocks.map(({ due_at, rung_at }) => ({ dueAt: due_at, rungAt: rung_at })),
      terms,
      clocks[0]!.level === 'watch' ? endsOf(clocks[0]!.participant_id) : [],
    );
    return clocks
      .map((clock, index) => ({ ...clock, due: dues[index]! }))
      .filter(({ due, due_at }) => due.getTime() !== due_at.getTime());
  });
  if (changed.length === 0) return;
  await tx.query(
    `UPDATE answering_clocks c SET due_at = new.due_at
       FROM unnest($2::uuid[], $3::integer[], $4::timestamptz[]) AS new (risk_note_id, step, due_at)
      WHERE c.organization_id = $1 AND c.risk_note_id = new.risk_note_id AND c.step = new.step
        AND c.rung_at IS NULL AND c.stopped_at IS NULL`,
    [
      organizationId,
      changed.map((clock) => clock.risk_note_id),
      changed.map((clock) => clock.step),
      changed.map((clock) => clock.due),
    ],
  );
}
