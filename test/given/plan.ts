import { v7 as newId } from 'uuid';
import type { Answer, Client } from '../support/client.js';
import { onVersion, type Words } from './words.js';

/** Where a plan is written and read: a participant's own, or somebody's for those who walk with them. */
export const OWN_PLAN = '/api/recovery-plan';
export const planOf = ({ participantId }: { participantId: string }): string =>
  `/api/participants/${participantId}/recovery-plan`;

/** Saves a part of a plan, as the page does after each line. */
export function savePart(
  by: Client,
  plan: string,
  part: string,
  lines: unknown[],
  version = 0,
  more: Words = {},
): Promise<Answer> {
  const body = { changeId: newId(), lines: lines.map(asLine), ...more };
  return by.put(`${plan}/parts/${part}`, body, onVersion(version));
}

export function savePeople(
  by: Client,
  plan: string,
  people: unknown,
  version = 0,
  more: Words = {},
): Promise<Answer> {
  return by.put(`${plan}/people`, { changeId: newId(), people, ...more }, onVersion(version));
}

function asLine(line: unknown): unknown {
  return typeof line === 'string' ? { words: line } : line;
}
