import type { Page } from 'playwright-core';
import { v7 as newId } from 'uuid';
import type { Words } from './words.js';

/**
 * What this person's browser gets when it sends something to the API, beside the page.
 *
 * @param version of what is changed, where that is asked for
 */
export async function sentBy(
  page: Page,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  data?: Words,
  version?: number,
): Promise<Words> {
  const response = await page.request.fetch(path, {
    method,
    headers: { 'sec-fetch-site': 'same-origin', ...(version ? { 'if-match': `"${version}"` } : {}) },
    ...(data ? { data } : {}),
  });
  if (!response.ok()) throw new Error(`${path} answered ${response.status()}: ${await response.text()}`);
  return response.status() === 204 ? {} : ((await response.json()) as Words);
}

/** Who is called this on the caseload of the coach whose page it is. */
export async function participantIdOf(coach: Page, preferredName: string): Promise<string> {
  const { items } = (await sentBy(coach, 'GET', '/api/caseload')) as {
    items: { participantId: string; preferredName: string }[];
  };
  const found = items.find((item) => item.preferredName === preferredName);
  if (!found) throw new Error(`${preferredName} is not on this caseload.`);
  return found.participantId;
}

/** A contact that the coach whose page it is has logged just now; reached, unless it says more. */
export async function loggedBy(coach: Page, preferredName: string, more: Words = {}): Promise<Words> {
  const participantId = await participantIdOf(coach, preferredName);
  return sentBy(coach, 'POST', '/api/contacts', {
    contactId: newId(),
    participantId,
    outcome: 'reached',
    ...more,
  });
}
