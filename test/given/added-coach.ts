import { v7 as newId } from 'uuid';
import type { TestServer } from '../support/server.js';
import { PASSWORD } from './password.js';

/** What an administrator sends to add a coach. */
export function coachToAdd(more: object = {}): { accountId: string } & Record<string, unknown> {
  return { accountId: newId(), role: 'coach', name: 'Dev', signInName: 'Dev.Patel', ...more };
}

/** Opens an account with its one-time link, as the page behind the link does. */
export function openAccount(server: TestServer, link: string): Promise<{ status: number }> {
  return server.asNobody().post('/api/opening', { key: link.split('/').at(-1), password: PASSWORD });
}
