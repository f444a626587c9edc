import type { Day } from '../../api/contract';
import type { KnownRecord } from '../../api/merging-contract';

export type Stay = KnownRecord['stays'][number];

const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

/** "Nov 24, 2026": days far back, beside each other. */
export function dated(day: Day): string {
  return DAY.format(Date.parse(`${day}T00:00:00Z`));
}

/** A stay in a line: its program, and from when to when. */
export function stayWords({ programName, enrolledOn, closedOn }: Stay): string {
  const from = dated(enrolledOn);
  return closedOn ? `${programName}, ${from} to ${dated(closedOn)}` : `${programName} since ${from}`;
}

export function isHereNow({ stays }: Pick<KnownRecord, 'stays'>): boolean {
  return stays.some(({ closedOn }) => closedOn === null);
}

/** Whether somebody of whom one thinks is here, and who walks with them. */
export function whereTheyAre(record: Pick<KnownRecord, 'stays' | 'coach'>): string {
  if (!isHereNow(record)) return record.stays.length ? 'Was here before' : 'Never enrolled';
  return record.coach ? `Here now, with ${record.coach.name}` : 'Here now, without a coach';
}

/** "the same phone number and the same name" */
export function agreeWords(agreesIn: string[]): string {
  const last = agreesIn.at(-1) ?? '';
  return agreesIn.length < 2 ? last : `${agreesIn.slice(0, -1).join(', ')} and ${last}`;
}
