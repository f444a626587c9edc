import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { dayNumber, dayOf } from '../standing/day-number.js';
import { caseloadItemsOf } from '../engagement/caseload.queries.js';
import { isDay, isId } from '../http/fields.js';
import { cursorAt, placeAt } from '../http/place-in-list.js';
import { notFound } from '../http/problem.js';
import { NEED_ORDER } from '../standing/standing.view.js';
import { keptPromises } from './kept-promises.queries.js';
import { type CountedContact, countedContacts, type OfCoach, peopleInNeed } from './team-lists.queries.js';
import { totalsOf } from './team-totals.rules.js';
import { DAYS_COUNTED, isOnTeam, teamRows } from './team.queries.js';
import type {
  Team,
  TeamContact,
  TeamContacts,
  TeamContactsAsked,
  TeamParticipants,
  TeamParticipantsAsked,
  TeamPromises,
  TeamPromisesAsked,
} from './team.dto.js';

const PAGE = 50;

@Injectable()
export class TeamService {
  constructor(private readonly door: Door) {}

  /** Counts only, so the trail names nobody. */
  overview(caller: Caller): Promise<Team> {
    return this.door.asActor(caller, async (tx, actor) => {
      const rows = await teamRows(tx, actor);
      actor.record({ action: 'team.opened' });
      return { today: actor.today, rows, totals: totalsOf(rows) };
    });
  }

  participants(
    caller: Caller,
    { coachId, standing, after }: TeamParticipantsAsked,
  ): Promise<TeamParticipants> {
    return this.door.asActor(caller, async (tx, actor) => {
      const of = await coachAsked(tx, actor, coachId);
      const place = placeAt(after, [isNeed, isDay, isId]);
      const rows = await peopleInNeed(tx, actor, { of, standing, after: place, limit: PAGE + 1 });
      const page = rows.slice(0, PAGE);
      const ids = page.map((row) => row.participant_id);
      const items = new Map(
        (await caseloadItemsOf(tx, actor, ids)).map((item) => [item.participantId, item]),
      );
      const last = page.at(-1);
      actor.record({ action: 'team.listed', participantIds: ids });
      return {
        items: page.flatMap((row) => {
          const item = items.get(row.participant_id);
          return item ? { ...item, coachName: row.coach_name } : [];
        }),
        next: rows.length > PAGE && last ? cursorAt([last.need, last.due_on, last.participant_id]) : null,
      };
    });
  }

  contacts(caller: Caller, { coachId, outcome, after }: TeamContactsAsked): Promise<TeamContacts> {
    return this.door.asActor(caller, async (tx, actor) => {
      const of = await coachAsked(tx, actor, coachId);
      const from = dayOf(dayNumber(actor.today) - (DAYS_COUNTED - 1));
      const place = placeAt(after, [isDay, isId]);
      const rows = await countedContacts(tx, actor, { of, outcome, from, after: place, limit: PAGE + 1 });
      const page = rows.slice(0, PAGE);
      const last = page.at(-1);
      actor.record({
        action: 'team.contacts-listed',
        participantIds: [...new Set(page.map((row) => row.participant_id))],
      });
      return {
        from,
        to: actor.today,
        items: page.map(contactOf),
        next: rows.length > PAGE && last ? cursorAt([last.occurred_on, last.id]) : null,
      };
    });
  }

  /** The promises that `keptPromiseCount` counts. */
  promises(caller: Caller, { coachId, after }: TeamPromisesAsked): Promise<TeamPromises> {
    return this.door.asActor(caller, async (tx, actor) => {
      const of = await coachAsked(tx, actor, coachId);
      const from = dayOf(dayNumber(actor.today) - (DAYS_COUNTED - 1));
      const place = placeAt(after, [isDay, isId]);
      const rows = await keptPromises(tx, actor, { of, from, after: place, limit: PAGE + 1 });
      const page = rows.slice(0, PAGE);
      const last = page.at(-1);
      actor.record({
        action: 'team.promises-listed',
        participantIds: [...new Set(page.map((row) => row.participantId))],
      });
      return {
        from,
        to: actor.today,
        items: page.map((row) => ({ ...row, participantId: row.participantName && row.participantId })),
        next: rows.length > PAGE && last ? cursorAt([last.keptOn, last.promiseId]) : null,
      };
    });
  }
}

/** A place in the order of need, counted from 1. */
function isNeed(value: unknown): boolean {
  return NEED_ORDER[Number(value) - 1] !== undefined && typeof value === 'number';
}

/** @throws Problem 404 for a coach of another team, missing or not an id. */
async function coachAsked(tx: EntityManager, actor: Actor, coachId: string | undefined): Promise<OfCoach> {
  if (coachId === undefined || coachId === null) return undefined;
  if (coachId === 'none') return null;
  if (!isId(coachId) || !(await isOnTeam(tx, actor, coachId))) throw notFound('coach');
  return coachId;
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
