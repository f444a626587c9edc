import { readPhone } from '../participants/phone.rules.js';

export interface Stay {
  id: string;
  programId: string;
  enrolledOn: string;
  closedOn: string | null;
  reason: string | null;
}

/** Somebody here, or in the file above, as far as it takes to tell who a row is about. */
export interface KnownPerson {
  id: string;
  accountId: string | null;
  name: string;
  legalName: string;
  bornOn: string | null;
  numbers: string[];
  /** By `dialKey`. */
  phones: string[];
  /** Ways to reach, by `wayKey`. */
  ways: Set<string>;
  coachId: string | null;
  stays: Stay[];
  /** Where in the file; null for who was here before. */
  row: number | null;
}

/** Upper and lower case, and how many spaces: what does not tell two names apart. Accents do. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The last ten digits of a number, extension left out: with and without the country's code it is one. */
export function dialKey(phone: string): string {
  const read = readPhone(phone);
  const digits = ('dial' in read ? read.dial : phone).replace(/,.*$/, '').replace(/\D/g, '');
  return digits.slice(-10);
}

export function wayKey(kind: string, value: string): string {
  return `${kind}:${kind === 'phone' ? dialKey(value) : nameKey(value)}`;
}

/** Everybody of an organization and of the rows above, found by what a file says of them. */
export class PeopleHere {
  private readonly byId = new Map<string, KnownPerson>();
  private readonly byNumber = new Map<string, KnownPerson>();
  private readonly byName = new Map<string, KnownPerson[]>();

  add(person: KnownPerson): void {
    this.byId.set(person.id, person);
    for (const number of person.numbers) this.addNumber(person, number);
    const names = new Set([person.name, person.legalName].filter((name) => name !== '').map(nameKey));
    for (const name of names) this.byName.set(name, [...(this.byName.get(name) ?? []), person]);
  }

  addNumber(person: KnownPerson, number: string): void {
    this.byNumber.set(nameKey(number), person);
  }

  ofId(id: string): KnownPerson | undefined {
    return this.byId.get(id);
  }

  ofNumber(number: string): KnownPerson | undefined {
    return this.byNumber.get(nameKey(number));
  }

  ofName(name: string): KnownPerson[] {
    return this.byName.get(nameKey(name)) ?? [];
  }
}
