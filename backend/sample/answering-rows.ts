import { answerBy, type AnsweringTerms, DEFAULT_TIMES, type Step } from '../risk/answering-clock.rules.js';
import { type Circle, type Told, whomToTell } from '../risk/escalation.rules.js';
import { federalHolidays } from '../risk/federal-holidays.js';
import type { Level } from '../risk/risk.rules.js';
import { isOpenAt, type OpeningHours } from '../risk/working-hours.rules.js';
import type { SampleDays } from './sample-days.js';
import { type Life, type StaffMember, staffMember } from './sample-making.js';
import type { SampleRows } from './sample-rows.js';

/** Late on Wednesdays, early home on Fridays. */
const HOURS: readonly OpeningHours[] = [
  { weekday: 1, opens: '08:30', closes: '17:30' },
  { weekday: 2, opens: '08:30', closes: '17:30' },
  { weekday: 3, opens: '08:30', closes: '20:00' },
  { weekday: 4, opens: '08:30', closes: '17:30' },
  { weekday: 5, opens: '08:30', closes: '15:00' },
];

/** Hours, the federal holidays of this year and the next, and who is on call. */
export function addAnsweringSettings(
  rows: SampleRows,
  days: SampleDays,
  staff: ReadonlyMap<string, StaffMember>,
  onCall: string,
): void {
  rows.add('answering_settings', {
    on_call_id: staffMember({ staff }, onCall).id,
    ...asColumns(),
    version: 1,
  });
  for (const hours of HOURS) rows.add('opening_hours', { ...hours });
  for (const { dayOn, name } of holidaysAround(days)) rows.add('holidays', { day_on: dayOn, name });
}

export interface SampleNote {
  riskNoteId: string;
  level: Level;
  raisedBy: string;
  ownSupervisorId: string;
  raisedAt: Date;
  answeredAt: Date | null;
  resolvedAt: Date | null;
}

/** The clocks of a note and who was told, as far as its ladder has come by now. */
export function addAnswering(life: Life, note: SampleNote): void {
  const { rows, days, participantId } = life;
  const terms = termsOf(days);
  const circle = circleOf(life, note);
  const known = new Set<string>();
  const step = (number: Step, dueAt: Date): Date => {
    const rings = number === 1 || (dueAt <= days.now && (!note.answeredAt || dueAt < note.answeredAt));
    rows.add('answering_clocks', {
      risk_note_id: note.riskNoteId,
      step: number,
      participant_id: participantId,
      level: note.level,
      due_at: dueAt,
      rung_at: rings ? dueAt : null,
      stopped_at: note.answeredAt,
    });
    if (rings) {
      const isAtNight = note.level === 'urgent' && number === 1 && !isOpenAt(terms, dueAt);
      const { told, throughStep } = whomToTell(number, circle, known, isAtNight);
      tell(told, throughStep, dueAt);
    }
    return answerBy(note.level, dueAt, terms);
  };
  const tell = (told: Told[], number: Step, at: Date): void => {
    for (const { accountId, as } of told) {
      known.add(accountId);
      rows.add('risk_note_told', {
        risk_note_id: note.riskNoteId,
        account_id: accountId,
        step: number,
        participant_id: participantId,
        told_as: as,
        told_at: at,
        until_at: note.resolvedAt,
      });
    }
  };
  step(3, step(2, step(1, note.raisedAt)));
}

function circleOf({ rows, staff }: Life, { raisedBy, ownSupervisorId }: SampleNote): Circle {
  const idsOf = (role: StaffMember['role']): string[] =>
    [...staff.values()].filter((each) => each.role === role).map(({ id }) => id);
  const onCallId = rows.of('answering_settings')[0]!['on_call_id'] as string;
  return {
    raisedBy,
    ownSupervisorId,
    coveringIds: [],
    onCallId,
    supervisorIds: idsOf('supervisor'),
    administratorIds: idsOf('administrator'),
  };
}

function termsOf(days: SampleDays): AnsweringTerms {
  const holidays = new Set(holidaysAround(days).map(({ dayOn }) => dayOn));
  return { timeZone: days.timeZone, hours: HOURS, holidays, times: DEFAULT_TIMES };
}

function holidaysAround({ today }: SampleDays): { dayOn: string; name: string }[] {
  const year = Number(today.slice(0, 4));
  return [...federalHolidays(year), ...federalHolidays(year + 1)];
}

function asColumns(): Record<string, number> {
  const { urgentMinutes, concernWorkingDays, watchDays } = DEFAULT_TIMES;
  return { urgent_minutes: urgentMinutes, concern_working_days: concernWorkingDays, watch_days: watchDays };
}
