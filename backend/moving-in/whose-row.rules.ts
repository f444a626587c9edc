import { type KnownPerson, nameKey, dialKey, type PeopleHere } from './people-here.js';
import type { AboutRow, RowValues } from './reading/row-typed.rules.js';

/** Who a row is about, or why nobody can tell. */
export type Whose = { is: KnownPerson } | { is: 'somebody new' } | { refused: AboutRow };

type Said = Pick<
  RowValues,
  'participantId' | 'externalId' | 'name' | 'legalName' | 'bornOn' | 'phone' | 'otherPhone'
>;

/**
 * Who a row about a person is about. Sure is: a number, or the exact name together with a birth day or a phone. Of
 * somebody who has the name alone in common nobody can tell; a person may say that such are somebody new.
 *
 * @param sameRow whom this very row became, when it came before
 */
export function whosePersonRow(
  said: Said,
  people: PeopleHere,
  sameRow: KnownPerson | undefined,
  areNewPeople: boolean,
): Whose {
  if (sameRow) return { is: sameRow };
  if (said.participantId) return ofNumberHere(said.participantId, people);
  const name = said.name ?? '';
  const numbered = said.externalId ? people.ofNumber(said.externalId) : undefined;
  if (numbered)
    return [numbered.name, numbered.legalName].some((each) => nameKey(each) === nameKey(name)) ||
      (said.legalName && nameKey(said.legalName) === nameKey(numbered.legalName || numbered.name))
      ? { is: numbered }
      : refuse(
          'number-of-somebody-else',
          `The number ${said.externalId} is ${whereIs(numbered)}, who goes by another name. Look at the number and the name.`,
        );
  const others = people.ofName(name).filter((other) => !isAnother(said, other));
  const sure = others.filter((other) => isSure(said, other));
  if (sure.length === 1) return { is: sure[0]! };
  if (sure.length > 1) return refuse('several-people-like-this', SEVERAL(name));
  if (others.length === 0 || areNewPeople) return { is: 'somebody new' };
  return refuse(
    'looks-like-somebody',
    `This looks like ${whereIs(others[0]!)}. If it is, add their birth day or phone; if not, say below that these are new people.`,
  );
}

/** Who a contact was with: somebody who is here already. */
export function whoseContactRow(said: Said, people: PeopleHere): Whose {
  if (said.participantId) return ofNumberHere(said.participantId, people);
  if (said.externalId) {
    const numbered = people.ofNumber(said.externalId);
    if (numbered) return { is: numbered };
    if (!said.name)
      return refuse(
        'participant-unknown',
        `Nobody here has the number ${said.externalId}. Bring the people in first, then their contacts.`,
      );
  }
  const name = said.name ?? '';
  const named = people.ofName(name);
  if (named.length === 0)
    return refuse(
      'participant-unknown',
      `Nobody here is called ${name}. Bring the people in first, then their contacts.`,
    );
  const sure = named.filter((other) => !isAnother(said, other) && isSure(said, other));
  if (sure.length === 1) return { is: sure[0]! };
  if (sure.length > 1) return refuse('several-people-like-this', SEVERAL(name));
  return said.bornOn || said.phone
    ? refuse(
        'participant-not-sure',
        `${name} is here, with another birth day or phone than this row says. Look which is right.`,
      )
    : refuse(
        'participant-needs-more',
        `A name alone is not enough to put a contact into somebody's record. Add a number, birth day or phone for ${name}.`,
      );
}

function ofNumberHere(id: string, people: PeopleHere): Whose {
  const person = people.ofId(id);
  return person
    ? { is: person }
    : refuse('number-here-unknown', 'Nobody here has this number. Leave the cell empty for somebody new.');
}

/** What says that they can't be the same, whatever the name: another birth day, or another number in the old system. */
function isAnother(said: Said, other: KnownPerson): boolean {
  if (said.bornOn && other.bornOn && said.bornOn !== other.bornOn) return true;
  return Boolean(said.externalId) && other.numbers.length > 0;
}

function isSure(said: Said, other: KnownPerson): boolean {
  if (said.bornOn && said.bornOn === other.bornOn) return true;
  return [said.phone, said.otherPhone].some((phone) => phone && other.phones.includes(dialKey(phone)));
}

function whereIs({ name, row }: KnownPerson): string {
  return row === null ? `${name}, who is here already` : `${name} in row ${row}`;
}

const SEVERAL = (name: string): string =>
  `There are several people called ${name} whom this could be. Add the number they have in the old system, or here.`;

function refuse(code: string, words: string): { refused: AboutRow } {
  return { refused: { column: null, code, words } };
}
