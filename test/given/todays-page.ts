import type { TestServer } from '../support/server.js';
import { logged } from './logged.js';
import { today } from './organization.js';
import type { Person } from './staff.js';
import { aTeam, type Team } from './team.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answered = any;

/** At noon in New York, a team whose Theo was enrolled two weeks ago and reached yesterday: nothing asks for them. */
export async function aTeamInTouch(server: TestServer): Promise<Team> {
  server.clock.set('2026-03-10T16:00:00Z');
  const team = await aTeam(server, { theo: { enrolledOn: '2026-02-24' } });
  await logged(team.rosa, team.theo, {
    occurredOn: today(team.organization, -1),
    occurredTime: '10:00',
  });
  return team;
}

/** What this coach's Today answers. */
export async function todayOf(coach: Person): Promise<Answered> {
  return (await (await coach.organization.server.as(coach)).get('/api/today')).body;
}

/** Each card of it as a name with its reasons. */
export async function cardsOf(coach: Person): Promise<[string, ...string[]][]> {
  const { cards } = await todayOf(coach);
  return cards.map((card: Answered) => [
    card.preferredName,
    ...card.reasons.map((reason: Answered) => reason.kind),
  ]);
}
