import { v7 as newId } from 'uuid';
import type { CoverView } from '../../backend/cover/cover.dto.js';
import type { TestServer } from '../support/server.js';
import { today } from './organization.js';
import type { Person } from './staff.js';
import type { Words } from './words.js';

/** What the page sends: who covers, today and the two days after unless a test says more. */
export function coverBy(covering: Person, more: Words = {}): Words & { coverId: string } {
  return {
    coverId: newId(),
    coveringId: covering.accountId,
    fromOn: today(covering.organization),
    throughOn: today(covering.organization, 2),
    ...more,
  };
}

/** Somebody who goes away names who covers, from the page. */
export async function covers(covering: Person, away: Person, more: Words = {}): Promise<CoverView> {
  const client = await away.organization.server.as(away);
  const { status, body } = await client.post('/api/covers', coverBy(covering, more));
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body as unknown as CoverView;
}

/** One pass of the job that tells of covers that begin and are over. */
export const tellOfCovers = (server: TestServer): Promise<void> => server.jobs.run('covers');
