import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { caseloadItemsOf } from '../engagement/caseload.queries.js';
import { isDay, isId } from '../http/fields.js';
import { cursorAt, placeAt, type PlaceInList } from '../http/place-in-list.js';
import { NEED_ORDER } from '../standing/standing.view.js';
import { coachAsked } from './of-team.js';
import { countedCheckIns } from './team-check-ins.queries.js';
import { countedGoals } from './team-goals.queries.js';
import type {
  OfTeamAsked,
  TeamCheckIns,
  TeamContact,
  TeamContacts,
  TeamContactsAsked,
  TeamGoals,
  TeamGoalsAsked,
  TeamLoadList,
  TeamParticipants,
  TeamParticipantsAsked,
  TeamPromises,
  TeamPromisesAsked,
} from './team-lists.dto.js';
import { type CountedContact, countedContacts, peopleInNeed } from './team-lists.queries.js';
import { preferredNames, whomTheyCarry } from './team-load.queries.js';
import { periodAsked } from './team-period.rules.js';
import { countedPromises } from './team-promises.queries.js';

const PAGE = 50;

/** What the numbers of the overview open to. Each line names its participant in the trail. */
@Injectable()
export class TeamListsService {
  constructor(private readonly door: Door) {}

  participants(
    caller: Caller,
    { coachId, standing, after }: TeamParticipantsAsked,
  ): Promise<TeamParticipants> {
    return this.door.asActor(caller, async (tx, actor) => {
      const of = await coachAsked(tx, actor, coachId);
      const place = placeAt(after, [isNeed, isDay, isId]);
      const rows = await peopleInNeed(tx, actor, { of, standing, after: place, limit: PAGE + 1 });
      const page = onePage(rows, (row) => [row.need, row.due_on, row.participant_id]);
      const ids = page.items.map((row) => row.participant_id);
      const items = new Map(
        (await caseloadItemsOf(tx, actor, ids)).map((item) => [item.participantId, item]),
      );
      actor.record({ action: 'team.listed', participantIds: ids });
      return {
        items: page.items.flatMap((row) => {
          const item = items.get(row.participant_id);
          return item ? { ...item, coachName: row.coach_name } : [];
        }),
        next: page.next,
      };
    });
  }

  contacts(caller: Caller, { coachId, outcome, after, ...asked }: TeamContactsAsked): Promise<TeamContacts> {
    return this.door.asActor(caller, async (tx, actor) => {
      const period = periodAsked(asked, actor.today);
      const of = await coachAsked(tx, actor, coachId);
      const place = placeAt(after, [isDay, isId]);
      const rows = await countedContacts(tx, actor, { of, outcome, period, after: place, limit: PAGE + 1 });
      const page = onePage(rows, (row) => [row.occurred_on, row.id]);
      listed(actor, 'team.contacts-listed', page.items, (row) => row.participant_id);
      return { ...period, items: page.items.map(contactOf), next: page.next };
    });
  }

  promises(
    caller: Caller,
    { coachId, state = 'kept', after, ...asked }: TeamPromisesAsked,
  ): Promise<TeamPromises> {
    return this.door.asActor(caller, async (tx, actor) => {
      const period = periodAsked(asked, actor.today);
      const of = await coachAsked(tx, actor, coachId);
      const place = placeAt(after, [isDay, isId]);
      const rows = await countedPromises(tx, actor, { of, state, period, after: place, limit: PAGE + 1 });
      const page = onePage(rows, (row) => [row.keptOn ?? row.dueOn, row.promiseId]);
      listed(actor, 'team.promises-listed', page.items, (row) => row.participantId);
      return {
        ...period,
        items: page.items.map((row) => ({ ...row, participantId: row.participantName && row.participantId })),
        next: page.next,
      };
    });
  }

  checkIns(caller: Caller, { coachId, after, ...asked }: OfTeamAsked): Promise<TeamCheckIns> {
    return this.door.asActor(caller, async (tx, actor) => {
      const period = periodAsked(asked, actor.today);
      const of = await coachAsked(tx, actor, coachId);
      const place = placeAt(after, [isDay, isId]);
      const rows = await countedCheckIns(tx, actor, { of, period, after: place, limit: PAGE + 1 });
      const page = onePage(rows, (row) => [row.checkedInOn, row.checkInId]);
      listed(actor, 'team.check-ins-listed', page.items, (row) => row.participantId);
      return { ...period, ...page };
    });
  }

  goals(
    caller: Caller,
    { coachId, movement = 'moving', after, ...asked }: TeamGoalsAsked,
  ): Promise<TeamGoals> {
    return this.door.asActor(caller, async (tx, actor) => {
      const period = periodAsked(asked, actor.today);
      const of = await coachAsked(tx, actor, coachId);
      const place = placeAt(after, [isDay, isId]);
      const rows = await countedGoals(tx, actor, { of, movement, period, after: place, limit: PAGE + 1 });
      const page = onePage(rows, (row) => [row.movedOn, row.goalId]);
      listed(actor, 'team.goals-listed', page.items, (row) => row.participantId);
      return { ...period, ...page };
    });
  }

  load(caller: Caller, { coachId, after }: OfTeamAsked): Promise<TeamLoadList> {
    return this.door.asActor(caller, async (tx, actor) => {
      const of = await coachAsked(tx, actor, coachId);
      const [weight, lineId] = placeAt(after, [isWeight, isId]) ?? [];
      const lines = await whomTheyCarry(tx, actor, of);
      // a weight is worked out from settings, so the place is found among all of them
      const at = lineId ? lines.findIndex((line) => isBehind(line, Number(weight), String(lineId))) : 0;
      const page = onePage(at < 0 ? [] : lines.slice(at), (line) => [line.weight, line.lineId]);
      const ids = [...new Set(page.items.flatMap(({ participantId }) => participantId ?? []))];
      const names = await preferredNames(tx, actor, ids);
      actor.record({ action: 'team.load-listed', participantIds: ids });
      const items = page.items.map((line) => ({
        ...line,
        participantName: names.get(line.participantId ?? '') ?? null,
      }));
      return { items, next: page.next };
    });
  }
}

/** One more than a page was asked for, so that it is known whether another follows. */
function onePage<Row>(
  rows: Row[],
  placeOf: (row: Row) => PlaceInList,
): { items: Row[]; next: string | null } {
  const items = rows.slice(0, PAGE);
  const last = items.at(-1);
  return { items, next: rows.length > PAGE && last ? cursorAt(placeOf(last)) : null };
}

function listed<Row>(actor: Actor, action: string, rows: Row[], participantIdOf: (row: Row) => string): void {
  actor.record({ action, participantIds: [...new Set(rows.map(participantIdOf))] });
}

function isWeight(value: unknown): boolean {
  return typeof value === 'number';
}

/** Whether a line comes after a place in the order of weight. */
function isBehind(line: { weight: number; lineId: string }, weight: number, lineId: string): boolean {
  return line.weight < weight || (line.weight === weight && line.lineId > lineId);
}

/** A place in the order of need, counted from 1. */
function isNeed(value: unknown): boolean {
  return NEED_ORDER[Number(value) - 1] !== undefined && typeof value === 'number';
}

/** Who moved to another team is out of reach; that the coach was in touch with somebody still counts. */
function contactOf(row: CountedContact): TeamContact {
  return {
    contactId: row.id,
    participantId: row.participant_name === null ? null : row.participant_id,
    participantName: row.participant_name,
    coach: { accountId: row.coach_id, name: row.coach_name },
    occurredOn: row.occurred_on,
    occurredTime: row.occurred_time,
    outcome: row.outcome,
    way: row.way,
    minutes: row.minutes,
  };
}
