import { v7 as newId } from 'uuid';
import type { Answer, Client } from '../support/client.js';

export interface Days {
  beganOn: string;
  endedOn?: string | null;
}

/** Entered by the participant themself. @returns the id of the period and the answer */
export async function enter(
  theo: Client,
  days: Days,
  periodId = newId(),
): Promise<Answer & { periodId: string }> {
  const answer = await theo.post('/api/recovery-days/periods', { periodId, ...days });
  return { ...answer, periodId };
}

/** Shares with the coach, or shares no more. */
export async function share(theo: Client, isShared = true): Promise<Answer> {
  const { body } = await theo.get('/api/recovery-days');
  return theo.put('/api/recovery-days/settings', { isShared }, { 'if-match': `"${body.version}"` });
}
