import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { BYTE_ORDER_MARK, csvLine } from './csv-line.js';
import {
  contactsAfter,
  contactsOut,
  headersOf,
  PEOPLE_OUT,
  peopleAfter,
  type TakenPage,
} from './taken-out.queries.js';
import type { Field } from './reading/fields.js';

const AT_A_TIME = 2_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

interface Kind {
  action: string;
  fields(actor: Actor): readonly Field[];
  page(tx: EntityManager, actor: Actor, after: string): Promise<TakenPage>;
}

const PEOPLE: Kind = {
  action: 'people.taken-out',
  fields: () => PEOPLE_OUT,
  page: (tx, _actor, after) => peopleAfter(tx, after, AT_A_TIME),
};
const CONTACTS: Kind = {
  action: 'contacts.taken-out',
  fields: contactsOut,
  page: (tx, actor, after) => contactsAfter(tx, actor, after, AT_A_TIME),
};

/**
 * Everything out again under the headers with which it comes in: read back, such a file changes nothing. Piece by piece,
 * each in a trip of its own that says in the trail whom it showed, so that whoever takes long holds nothing up.
 */
@Injectable()
export class TakenOutFiles {
  constructor(private readonly door: Door) {}

  people(caller: Caller): Promise<AsyncGenerator<string>> {
    return this.open(caller, PEOPLE);
  }

  /** An administrator's without notes, a supervisor's of their team with them. */
  contacts(caller: Caller): Promise<AsyncGenerator<string>> {
    return this.open(caller, CONTACTS);
  }

  /** @throws Problem before the first line, where a refusal can still be answered */
  private async open(caller: Caller, kind: Kind): Promise<AsyncGenerator<string>> {
    const first = await this.take(caller, kind, FIRST);
    return this.lines(caller, kind, first);
  }

  private take(caller: Caller, kind: Kind, after: string): Promise<TakenPage & { fields: readonly Field[] }> {
    return this.door.asActor(caller, async (tx, actor) => {
      const page = await kind.page(tx, actor, after);
      if (page.last) actor.record({ action: kind.action, participantIds: page.participantIds });
      return { ...page, fields: kind.fields(actor) };
    });
  }

  private async *lines(
    caller: Caller,
    kind: Kind,
    first: Awaited<ReturnType<TakenOutFiles['take']>>,
  ): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + csvLine(headersOf(first.fields));
    for (let page = first; page.last; page = await this.take(caller, kind, page.last))
      yield page.rows.map((row) => csvLine(first.fields.map((field) => row[field] ?? ''))).join('');
  }
}
