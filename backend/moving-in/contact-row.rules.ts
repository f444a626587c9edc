import { loggedUnder } from '../coaches/certification.rules.js';
import type { Outcome, Way } from '../contacts/contacts.rules.js';
import { happened } from '../contacts/happened.rules.js';
import { derivedId, fingerprintOf } from './derived-id.js';
import type { Ground } from './ground.js';
import type { AboutRow, Matched, RowValues } from './reading/row-typed.rules.js';
import { whoseContactRow } from './whose-row.rules.js';

/** A past contact as it is written. */
export interface ContactOfRow {
  id: string;
  participantId: string;
  enrollmentId: string;
  coachId: string;
  occurredOn: string;
  occurredTime: string | null;
  happenedAt: Date;
  outcome: Outcome;
  way: Way | null;
  minutes: number | null;
  note: string;
  sharedNote: string;
  certificationId: string | null;
  trainingSupervisorId: string | null;
  isHeld: boolean;
  /** Hexadecimal. */
  hash: string;
}

/**
 * A row as the contact it tells of, under the rules of one logged by hand: somebody who is enrolled, a moment that has
 * gone by, a coach who was certified or in training on its day. The same row makes the same contact whenever it comes.
 */
export function contactOfRow(
  values: RowValues,
  ground: Ground,
  { columns }: Pick<Matched, 'columns'>,
): { contact: ContactOfRow; marks: AboutRow[] } | { refused: AboutRow[] } {
  const at = (field: string): string | null => columns.find((each) => each.field === field)?.name ?? null;
  const refusals: AboutRow[] = [];
  const refuse = (column: string | null, code: string, words: string): void =>
    void refusals.push({ column, code, words });

  const whose = whoseContactRow(values, ground.people);
  if ('refused' in whose) refusals.push(whose.refused);
  const person = 'is' in whose && whose.is !== 'somebody new' ? whose.is : null;
  const coach = ground.coaches.find(values.coach ?? '');
  if ('refused' in coach) refusals.push({ column: at('coach'), ...coach.refused });
  const when = happened(
    { occurredOn: values.occurredOn ?? ground.today, occurredTime: values.occurredTime ?? null },
    ground.timeZone,
    ground.now,
  );
  if ('refusal' in when)
    refuse(
      at('occurredTime') ?? at('occurredOn'),
      when.refusal,
      'This has not happened yet. Look at the day and time.',
    );
  if (person?.bornOn && values.occurredOn && values.occurredOn < person.bornOn)
    refuse(
      at('occurredOn'),
      'contact-before-birth',
      `${person.name} was born on ${person.bornOn}. Look at the year.`,
    );
  if (person && person.accountId === ground.accountId)
    refuse(null, 'own-record', 'This is your own record. Another administrator brings this row in.');
  const enrollment = person?.stays.find(({ closedOn }) => closedOn === null);
  if (person && !enrollment)
    refuse(
      null,
      'enrollment-closed',
      `${person.name} is not enrolled now, so nothing can be added to the record.`,
    );
  if (person && !('refused' in coach) && person.accountId === coach.id)
    refuse(
      at('coach'),
      'nobody-is-their-own-coach',
      'Nobody is their own coach. Look at the name of the coach.',
    );
  if ('refusal' in when || 'refused' in coach || !person || !enrollment || refusals.length > 0)
    return { refused: refusals };

  const under = loggedUnder(coach.certifications, coach, when.occurredOn);
  if (!under && ground.uncertifiedLogging === 'refuse')
    return {
      refused: [
        {
          column: at('coach'),
          code: 'certification-missing',
          words: `${coach.name} had no certification in force on ${when.occurredOn}. Enter the one of that time under People first.`,
        },
      ],
    };
  const { occurredOn, occurredTime, happenedAt } = when;
  const { outcome = 'no answer', way = null, minutes = null, note = '', sharedNote = '' } = values;
  const told = [person.id, occurredOn, occurredTime, way, outcome, coach.id, note, sharedNote];
  return {
    contact: {
      id: derivedId(new Date(`${occurredOn}T00:00:00Z`), ...told.map(String)),
      ...{ participantId: person.id, enrollmentId: enrollment.id, coachId: coach.id },
      ...{ occurredOn, occurredTime, happenedAt, outcome, way, minutes, note, sharedNote },
      certificationId: under?.certificationId ?? null,
      trainingSupervisorId: under?.trainingSupervisorId ?? null,
      isHeld: !under,
      hash: fingerprintOf(told).toString('hex'),
    },
    marks: under
      ? []
      : [
          {
            column: at('coach'),
            code: 'contact-held',
            words: `${coach.name} had no certification in force on that day, so it is held for their supervisor.`,
          },
        ],
  };
}
