import type { Client } from './client.js';
import { everyPage } from './pages.js';

interface Line {
  standing: { is: string };
  outcome: string;
  dueOn: string;
  level: string;
  acknowledged: object | null;
  raisedAt: string;
}

const STANDINGS = ['new', 'on track', 'due', 'overdue', 'out of touch', 'paused'];
const LEVELS = ['urgent', 'concern', 'watch'];

/**
 * The numbers of a row of the overview, each one the length of the list it opens.
 *
 * @param coachId a coach's account, `none`, or '' for the whole team
 * @param period as in `&from=2026-01-01&to=2026-01-31`
 */
export async function countedFromLists(sam: Client, coachId: string, period = ''): Promise<object> {
  const whose = coachId && `&coachId=${coachId}`;
  const list = (path: string): Promise<Line[]> => everyPage<Line>(sam, `/api/team/${path}${whose}${period}`);
  const length = async (path: string): Promise<number> => (await list(path)).length;
  const notes = (asked: string): Promise<Line[]> =>
    everyPage<Line>(sam, `/api/risk-notes?state=open${asked}&coachId=${coachId || 'team'}`);
  const standings: Record<string, number> = {};
  for (const standing of STANDINGS) {
    const items = await list(`participants?standing=${encodeURIComponent(standing)}`);
    if (items.some((item) => item.standing.is !== standing)) throw new Error(`Not all are ${standing}.`);
    standings[standing] = items.length;
  }
  const waiting = await notes('&answer=waiting');
  if (waiting.some((note) => note.acknowledged)) throw new Error('Not all wait.');
  const levels: Record<string, number> = {};
  for (const level of LEVELS) levels[level] = (await notes(`&level=${level}`)).length;
  return {
    standings,
    participantCount: await length('participants?'),
    openRiskNotes: {
      ...levels,
      unanswered: waiting.length,
      unansweredSince: waiting.map(({ raisedAt }) => raisedAt).sort()[0] ?? null,
    },
    openPromiseCount: await length('promises?state=open'),
    overduePromiseCount: await length('promises?state=overdue'),
    keptPromiseCount: await length('promises?state=kept'),
    stillGoalCount: await length('goals?movement=still'),
    movingGoalCount: await length('goals?movement=moving'),
    reachedCount: await length('contacts?outcome=reached'),
    attemptCount: await length('contacts?outcome=attempt'),
    checkInCount: await length('check-ins?'),
  };
}

interface Row {
  coach: { accountId: string; name: string } | null;
}

/** Row by row and of the whole team: what the overview says, and what its lists hold. */
export async function saidAndListed(
  sam: Client,
  period = '',
): Promise<{ said: Record<string, object>; listed: Record<string, object> }> {
  const { body } = await sam.get(`/api/team?${period.replace('&', '')}`);
  const said: Record<string, object> = { team: body.totals };
  const listed: Record<string, object> = { team: await countedFromLists(sam, '', period) };
  for (const { coach, ...row } of body.rows as (Row & { isGone?: boolean; load?: object })[]) {
    delete row.isGone;
    delete row.load;
    said[coach?.name ?? 'no coach'] = row;
    listed[coach?.name ?? 'no coach'] = await countedFromLists(sam, coach?.accountId ?? 'none', period);
  }
  return { said, listed };
}
