import type autocannon from 'autocannon';
import { v7 as newId } from 'uuid';
import type { Filled } from './fill.js';

/** One of the things that are measured. Targets are the issue's: throughput against bare, and p99 in ms. */
export interface Scenario {
  name: string;
  connections: number;
  ratio: number;
  p99: number;
  /** The next request, each time another coach and participant. */
  next(): Pick<autocannon.Request, 'method' | 'path' | 'headers' | 'body'>;
}

export function scenariosOn({ coaches, supervisorToken }: Filled): Scenario[] {
  let turn = 0;
  const as = (token: string) => ({ cookie: `session=${token}` });
  // through coaches first, so that those who ask at the same time are different people, as in life
  const nextCoach = () => coaches[(turn += 1) % coaches.length]!;
  const participantOf = (participantIds: string[]) =>
    participantIds[Math.floor(turn / coaches.length) % participantIds.length]!;
  return [
    {
      // before contacts are logged by the thousand: nobody's day has so many
      name: 'open Today, caseload of 50',
      connections: 16,
      ratio: 0.5,
      p99: 60,
      next: () => ({ method: 'GET', path: '/api/today', headers: as(nextCoach().token) }),
    },
    {
      name: 'log a contact',
      connections: 16,
      ratio: 0.5,
      p99: 50,
      next: () => {
        const { token, participantIds } = nextCoach();
        return {
          method: 'POST',
          path: '/api/contacts',
          headers: { ...as(token), 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
          body: JSON.stringify(aContactWith(participantOf(participantIds))),
        };
      },
    },
    {
      name: 'open a caseload of 50',
      connections: 16,
      ratio: 0.5,
      p99: 50,
      next: () => ({ method: 'GET', path: '/api/caseload', headers: as(nextCoach().token) }),
    },
    {
      name: 'first timeline page',
      connections: 16,
      ratio: 0.45,
      p99: 50,
      next: () => {
        const { token, participantIds } = nextCoach();
        return {
          method: 'GET',
          path: `/api/participants/${participantOf(participantIds)}/timeline`,
          headers: as(token),
        };
      },
    },
    {
      name: 'overview of 200 coaches',
      connections: 8,
      ratio: 0.8,
      p99: 300,
      next: () => ({ method: 'GET', path: '/api/team', headers: as(supervisorToken) }),
    },
  ];
}

function aContactWith(participantId: string): object {
  return {
    contactId: newId(),
    participantId,
    outcome: 'reached',
    startedBy: 'coach',
    way: 'phone',
    minutes: 20,
    dimensions: ['Home'],
    sharedNote:
      'Called the housing office together: number nine on the list now. Next on Monday, by phone, after four.',
    teamNote: 'Prefers that we do not call during shifts at the bakery.',
  };
}
