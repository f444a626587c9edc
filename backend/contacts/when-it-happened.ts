import type { Actor } from '../access/door.js';
import { invalid } from '../http/problem.js';
import { type Happened, happened, type NotAMoment } from './happened.rules.js';
import { isContact, type Outcome, type StartedBy } from './contacts.rules.js';

const WORDS: Record<NotAMoment, string> = {
  'day-not-in-calendar': 'This day is not in the calendar.',
  'day-before-1900': 'This day is before 1900.',
  'time-not-on-a-clock': 'This is not a time (HH:MM).',
  'in-the-future': 'This has not happened yet. Plan it as the next contact instead.',
};

/**
 * When a contact happened, as the person said it, in the organization's zone.
 * @throws Problem 422 naming the field.
 */
export function whenItHappened(
  said: { occurredOn?: string; occurredTime?: string; outcome: Outcome; startedBy?: StartedBy },
  actor: Actor,
): Happened {
  if (!isContact(said.outcome, said.startedBy ?? null))
    throw invalid(
      'startedBy',
      'not-an-attempt-of-ours',
      'An attempt is ours. If they reached out and nobody answered, they asked to be called.',
    );
  const when = happened(
    { occurredOn: said.occurredOn ?? null, occurredTime: said.occurredTime ?? null },
    actor.timeZone,
    actor.now,
  );
  if ('refusal' in when)
    throw invalid(
      when.refusal.startsWith('time') ? 'occurredTime' : 'occurredOn',
      when.refusal,
      WORDS[when.refusal],
    );
  return when;
}
