import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door, found } from '../access/door.js';
import { isDay } from '../http/fields.js';
import { cursorAt, placeAt } from '../http/place-in-list.js';
import { ownParticipantId } from '../participants/own-participant.queries.js';
import type { Looks, LooksAsked } from './look.dto.js';
import { looksOf } from './looks.queries.js';

/** Days with at least one look, a page. */
const DAYS = 14;

@Injectable()
export class LooksService {
  constructor(private readonly door: Door) {}

  /** Who looked at the caller's own record, day by day. Looking here is a line of the trail too, and theirs. */
  list(caller: Caller, { after }: LooksAsked): Promise<Looks> {
    return this.door.asActor(caller, async (tx, actor) => {
      const participantId = found(await ownParticipantId(tx, actor), 'participant');
      const [before = 'infinity'] = placeAt(after, [isDay]) ?? [];
      const days = await looksOf(tx, actor, participantId, String(before), DAYS + 1);
      actor.record({ action: 'looks.opened', participantId });
      const items = days.slice(0, DAYS);
      const last = items.at(-1);
      return { items, next: days.length > DAYS && last ? cursorAt([last.on]) : null };
    });
  }
}
