import { v7 as newId } from 'uuid';
import type { Answer, Client } from '../support/client.js';
import { onVersion, type Words } from './words.js';
import { today } from './organization.js';
import type { Person } from './staff.js';

/** What plans a session with these coaches: tomorrow at ten for an hour, every 14 days, unless a test says more. */
export function aSession(coaches: Person[], more: Words = {}): Words & { sessionId: string } {
  return {
    sessionId: newId(),
    kind: coaches.length > 1 ? 'group' : 'individual',
    coachIds: coaches.map(({ accountId }) => accountId),
    plannedOn: today(coaches[0]!.organization, 1),
    plannedTime: '10:00',
    minutes: 60,
    everyDays: 14,
    ...more,
  };
}

/** A session as its supervisor reads it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Session = Record<string, any> & { sessionId: string; version: number };

const right = ({ status, body }: Answer): Session => {
  if (status !== 200 && status !== 201) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return body as Session;
};

export async function plannedSession(by: Client, coaches: Person[], more: Words = {}): Promise<Session> {
  return right(await by.post('/api/supervision-sessions', aSession(coaches, more)));
}

export async function begun(by: Client, session: Session): Promise<Session> {
  return right(await on(by, session, 'begin', session.version));
}

export async function begunSession(by: Client, coaches: Person[], more: Words = {}): Promise<Session> {
  return begun(by, await plannedSession(by, coaches, more));
}

export async function signed(by: Client, { sessionId }: Session): Promise<Session> {
  const session = right(await by.get(`/api/supervision-sessions/${sessionId}`));
  return right(await on(by, session, 'sign', session['textVersion'] as number));
}

/** One step in the life of a session. */
export function on(
  by: Client,
  { sessionId }: { sessionId: string },
  step: string,
  version: number,
  body: Words = {},
): Promise<Answer> {
  return by.post(`/api/supervision-sessions/${sessionId}/${step}`, body, onVersion(version));
}

/** What was decided beside a line, unless a test says more. */
export function aDecision(coach: Person, more: Words = {}): Words & { decisionId: string } {
  return {
    decisionId: newId(),
    coachId: coach.accountId,
    becomes: 'session',
    words: 'Read the new protocol together',
    dueOn: today(coach.organization, 3),
    ...more,
  };
}

export async function seen(by: Client, { sessionId }: { sessionId: string }): Promise<Session> {
  return right(await by.get(`/api/supervision-sessions/${sessionId}`));
}

/** The first line about somebody, or about the coach. */
export function lineAbout(session: Session, participantId: string | null): Words & { lineId: string } {
  const lines = session['agenda'] as (Words & { lineId: string })[];
  return lines.find((line) => line['participantId'] === participantId)!;
}

/** What is written beside a line, on the version it has there. */
export function beside(
  by: Client,
  { sessionId }: { sessionId: string },
  line: Words,
  words: string,
): Promise<Answer> {
  const path = `/api/supervision-sessions/${sessionId}/lines/${String(line['lineId'])}`;
  return by.put(path, { words }, onVersion(line['version'] as number));
}

/** Its lines, but for what a coach carries: that one is always there. */
export function besidesLoad({ agenda }: { agenda?: Words[] } | Session): Words[] {
  return (agenda as Words[]).filter(({ section }) => section !== 'load');
}
