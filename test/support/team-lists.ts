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
  isGone?: boolean;
  coverFor?: object;
  load: { weight: number; headCount: number } | null;
}

/** How many a load is made of, and what they weigh together; nobody's is none. */
async function carried(sam: Client, coachId: string): Promise<object | null> {
  const lines = await everyPage<{ weight: number }>(sam, `/api/team/load?${coachId && `coachId=${coachId}`}`);
  if (coachId === 'none' && lines.length === 0) return null;
  return { headCount: lines.length, weight: summed(lines.map(({ weight }) => weight)) };
}

const summed = (numbers: number[]): number =>
  Math.round(100 * numbers.reduce((sum, number) => sum + number, 0)) / 100;

/** Row by row and of the whole team: what the overview says, and what its lists hold. */
export async function saidAndListed(
  sam: Client,
  period = '',
): Promise<{ said: Record<string, object>; listed: Record<string, object> }> {
  const { body } = await sam.get(`/api/team?${period.replace('&', '')}`);
  const rows = body.rows as Row[];
  const headCount = summed(rows.map(({ load }) => load?.headCount ?? 0));
  const said: Record<string, object> = {
    team: { ...body.totals, load: { headCount, weight: body.load.weight } },
  };
  const listed: Record<string, object> = {
    team: { ...(await countedFromLists(sam, '', period)), load: await carried(sam, '') },
  };
  for (const { coach, load, ...row } of rows) {
    delete row.isGone;
    delete row.coverFor;
    const coachId = coach?.accountId ?? 'none';
    said[coach?.name ?? 'no coach'] = {
      ...row,
      load: load && { headCount: load.headCount, weight: load.weight },
    };
    listed[coach?.name ?? 'no coach'] = {
      ...(await countedFromLists(sam, coachId, period)),
      load: await carried(sam, coachId),
    };
  }
  return { said, listed };
}

interface WeeksRow {
  coachId: string | null;
  reachedCounts: number[];
  attemptCounts: number[];
}

/**
 * Week by week, of the team and of each coach: what the pictures say, and how long the lists are that their points open.
 * What all weeks say together is held against one list, so that a week of which nothing is said is an empty one.
 */
export async function weeksSaidAndListed(sam: Client): Promise<{ said: unknown[]; listed: unknown[] }> {
  const { body } = await sam.get('/api/team/weeks');
  const weeks = body.weeks as { from: string; to: string }[];
  const said: unknown[] = [];
  const listed: unknown[] = [];
  for (const { coachId, reachedCounts, attemptCounts } of body.rows as WeeksRow[])
    for (const [outcome, counts] of [
      ['reached', reachedCounts],
      ['attempt', attemptCounts],
    ] as const) {
      const whose = coachId ? `&coachId=${coachId}` : '';
      const length = async ({ from, to }: { from: string; to: string }): Promise<number> =>
        (await everyPage(sam, `/api/team/contacts?outcome=${outcome}&from=${from}&to=${to}${whose}`)).length;
      said.push({ coachId, outcome, all: summed(counts), weeks: counts });
      const all = await length({ from: weeks[0]!.from, to: weeks.at(-1)!.to });
      const lengths = [];
      for (const [index, count] of counts.entries()) lengths.push(count && (await length(weeks[index]!)));
      listed.push({ coachId, outcome, all, weeks: lengths });
    }
  return { said, listed };
}
