import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { isId } from '../http/fields.js';
import { cursorAt, isStorable, placeAt } from '../http/place-in-list.js';
import { gettingReady } from './getting-ready.queries.js';
import type { GettingReady } from './getting-ready.dto.js';
import { peoplePage } from './people.queries.js';
import type { PeopleAsked, PersonList } from './person.dto.js';

const PAGE = 100;

@Injectable()
export class PeopleService {
  constructor(private readonly door: Door) {}

  list(caller: Caller, { role, find, without, after }: PeopleAsked): Promise<PersonList> {
    return this.door.asActor(caller, async (tx, actor) => {
      const place = placeAt(after, [isStorable, isId]);
      const rows = await peoplePage(tx, actor, {
        role,
        find: find?.trim() ?? '',
        isWithoutCoach: without === 'coach',
        after: place,
        limit: PAGE,
      });
      const page = rows.slice(0, PAGE);
      const items = page.map(({ person }) => person);
      const last = page.at(-1);
      actor.record({
        action: 'people.listed',
        participantIds: items.flatMap(({ participantId }) => participantId ?? []),
      });
      return { items, next: rows.length > PAGE && last ? cursorAt(last.place) : null };
    });
  }

  /** What an organization that has just begun has by now. */
  gettingReady(caller: Caller): Promise<GettingReady> {
    return this.door.asActor(caller, (tx, actor) => gettingReady(tx, actor));
  }
}
