import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { LoadWeights } from '../coaches/load.rules.js';
import { derivedId } from './derived-id.js';
import type { Ground } from './ground.js';
import { type Decided, makesAnything, type Moving, NOTHING_MADE } from './moving.js';
import type { StagedRow } from './move-rows.queries.js';
import { nameKey, type KnownPerson } from './people-here.js';
import { coachAsked, roomWith, stayAsked } from './person-row.rules.js';
import { type AboutRow, type Matched, type RowValues, rowTyped } from './reading/row-typed.rules.js';
import { RowPrints, rowsKnown } from './row-prints.js';
import { waysOfRow } from './ways-of-row.rules.js';
import { whosePersonRow } from './whose-row.rules.js';

/** As one statement takes it. */
interface Brought {
  participants: object[];
  stays: object[];
  ways: object[];
  assignments: object[];
  numbers: object[];
  births: object[];
  rows: object[];
}

const nothing = (): Brought => ({
  ...{ participants: [], stays: [], ways: [], assignments: [] },
  ...{ numbers: [], births: [], rows: [] },
});

/** Ours: why somebody is given to a coach who is full already. */
const REASON = 'Brought in from a spreadsheet: they walk together already.';

/** Participants with their ways to reach, stay and coach. Of somebody here already only what is missing is added. */
export class PeopleMoving implements Moving {
  readonly touched = new Map<string, { action: string; count: number }>();
  readonly coaches = new Map<string, string>();
  private readonly prints = new RowPrints();
  private brought = nothing();

  constructor(
    private readonly move: { id: string; sentAt: Date; programId: string | null; areNewPeople: boolean },
    private readonly ground: Ground,
    private readonly matched: Matched,
    private readonly weights: LoadWeights,
  ) {}

  async decide(tx: EntityManager, _actor: Actor, rows: StagedRow[]): Promise<Decided[]> {
    this.brought = nothing();
    const read = rows.map((row) => {
      const typed = rowTyped(row, this.matched);
      return { row: row.row, typed, print: typed.refusals.length === 0 ? this.prints.of(typed.values) : '' };
    });
    const known = await rowsKnown(
      tx,
      read.flatMap(({ print }) => print || []),
    );
    return read.map(({ row, typed, print }) => {
      const refusals = [...typed.refusals];
      const marks = [...typed.marks];
      if (refusals.length > 0) return decided(row, refusals, marks);
      return this.decideRow(row, typed.values, marks, print, known.get(print));
    });
  }

  private decideRow(
    row: number,
    values: RowValues,
    marks: AboutRow[],
    print: string,
    knownId: string | undefined,
  ): Decided {
    const { people } = this.ground;
    const whose = whosePersonRow(
      values,
      people,
      knownId === undefined ? undefined : people.ofId(knownId),
      this.move.areNewPeople,
    );
    if ('refused' in whose) return decided(row, [whose.refused], marks);
    const person = whose.is === 'somebody new' ? null : whose.is;
    if (person && person.accountId !== null && person.accountId === this.ground.accountId)
      return decided(row, [OWN_RECORD], marks);
    const columns = this.columnNames();
    const stay = stayAsked(values, this.ground, this.move.programId, person, columns);
    const coach = coachAsked(values, this.ground, person, columns);
    const refusals = [stay, coach].flatMap((asked) => ('refused' in asked ? [asked.refused] : []));
    if ('refused' in stay || 'refused' in coach) return decided(row, refusals, marks);
    marks.push(...[stay, coach].flatMap(({ mark }) => mark ?? []));
    const isEnrolled = stay.is !== null || person?.stays.some(({ closedOn }) => closedOn === null);
    const withCoach = isEnrolled ? coach.is : null;
    if (withCoach) {
      const { enrolledOn = this.ground.today, agreedDays = 7 } = values;
      const room = roomWith(withCoach, { enrolledOn, agreedDays }, this.ground, this.weights, columns.coach);
      if ('refused' in room) return decided(row, [room.refused], marks);
      if (room.mark) marks.push(room.mark);
    }

    const of = person ?? this.newPerson(row, values);
    const id = (what: string): string => this.id(row, what);
    const ways = waysOfRow(values).filter(({ key }) => !of.ways.has(key));
    const { brought } = this;
    for (const [index, { key, dial, ...way }] of ways.entries()) {
      of.ways.add(key);
      if (dial) of.phones.push(dial);
      brought.ways.push({ id: id(`way ${index}`), participantId: of.id, ...way });
    }
    if (stay.is) {
      const { programId, enrolledOn, agreedDays } = stay.is;
      of.stays.push({ id: id('stay'), programId, enrolledOn, closedOn: null, reason: null });
      brought.stays.push({ id: id('stay'), participantId: of.id, programId, enrolledOn, agreedDays });
    }
    if (withCoach) {
      of.coachId = withCoach.id;
      this.coaches.set(withCoach.id, of.id);
      brought.assignments.push({
        id: id('coach'),
        participantId: of.id,
        coachId: withCoach.id,
        reason: REASON,
      });
    }
    const adds = this.tellApart(of, values);
    if (!knownIdIs(knownId, of)) brought.rows.push({ fingerprint: print, participantId: of.id });
    const makes = {
      ...NOTHING_MADE,
      participants: person ? 0 : 1,
      waysToReach: ways.length,
      enrollments: stay.is ? 1 : 0,
      assignments: withCoach ? 1 : 0,
    };
    if (makesAnything(makes) || adds) this.touched.set(of.id, { action: 'participant.brought-in', count: 1 });
    return { row, refusals: [], marks, makes, isAboutKnown: person !== null };
  }

  private newPerson(row: number, values: RowValues): KnownPerson {
    const person: KnownPerson = {
      id: this.id(row, 'participant'),
      accountId: null,
      name: values.name ?? '',
      legalName: values.legalName ?? '',
      bornOn: null,
      ...{ numbers: [], phones: [], ways: new Set<string>(), coachId: null, stays: [] },
      row,
    };
    this.ground.people.add(person);
    const { pronouns = '', language = 'en' } = values;
    this.brought.participants.push({
      ...{ id: person.id, name: person.name, legalName: person.legalName, pronouns, language },
    });
    return person;
  }

  /** Keeps what tells them from others. @returns whether anything was new */
  private tellApart(person: KnownPerson, { externalId, bornOn }: RowValues): boolean {
    const isNewNumber = externalId !== undefined && !this.ground.people.ofNumber(externalId);
    const isNewBirth = bornOn !== undefined && person.bornOn === null;
    if (isNewNumber) {
      person.numbers.push(externalId);
      this.ground.people.addNumber(person, externalId);
      this.brought.numbers.push({ number: nameKey(externalId), participantId: person.id });
    }
    if (isNewBirth) {
      person.bornOn = bornOn;
      this.brought.births.push({ participantId: person.id, bornOn });
    }
    return isNewNumber || isNewBirth;
  }

  async bring(tx: EntityManager, actor: Actor): Promise<void> {
    const { brought } = this;
    this.brought = nothing();
    if (Object.values(brought).every((rows: object[]) => rows.length === 0)) return;
    await tx.query('SELECT bring_in_people($1, $2, $3, $4)', [
      ...[this.move.id, actor.now, actor.today, JSON.stringify(brought)],
    ]);
  }

  private id(row: number, what: string): string {
    return derivedId(this.move.sentAt, this.move.id, row, what);
  }

  private columnNames(): Partial<Record<'program' | 'coach' | 'enrolledOn', string>> {
    return Object.fromEntries(
      this.matched.columns.flatMap(({ field, name }) => (field ? [[field, name]] : [])),
    );
  }
}

const OWN_RECORD: AboutRow = {
  column: null,
  code: 'own-record',
  words: 'This is your own record. Another administrator brings this row in.',
};

function knownIdIs(knownId: string | undefined, { id }: KnownPerson): boolean {
  return knownId === id;
}

function decided(row: number, refusals: AboutRow[], marks: AboutRow[]): Decided {
  return { row, refusals, marks, makes: NOTHING_MADE, isAboutKnown: false };
}
