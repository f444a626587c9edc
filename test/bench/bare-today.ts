import { type RhythmRow, rhythmOf } from '../../backend/assessments/barc-rhythm.queries.js';
import { barcDueOn } from '../../backend/assessments/barc-rhythm.rules.js';
import { dialled } from '../../backend/participants/ways-to-reach.queries.js';
import { standingView, type StandingRow } from '../../backend/standing/standing.view.js';
import { gistOf } from '../../backend/today/gist.js';
import { todayView } from '../../backend/today/today-view.js';
import type { Answer, Asker, Statement } from './bare-database.js';
import {
  CHECK_INS,
  DONE,
  GOALS,
  LATELY,
  NUMBERS,
  PEOPLE,
  PROMISES,
  PUT_AWAYS,
  WINDOWS,
} from './bare-today-statements.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Row = Record<string, any>;
type People = Parameters<typeof todayView>[0];
type PutAways = Parameters<typeof todayView>[1];
type Done = Parameters<typeof todayView>[2];

const STILL_MS = 30 * 86_400_000;

/** Everything on a coach's Today; what it means is worked out by the same rules. */
export async function today({
  query,
  organizationId,
  accountId,
  today,
  now,
  timeZone,
}: Asker): Promise<Answer> {
  const ask = (statement: Statement, ...more: unknown[]) =>
    query<Row>(statement, [organizationId, accountId, ...more]);
  const [people, lately, checkIns, goals, windows, numbers, promises, putAways, done] = await Promise.all([
    ask(PEOPLE, today),
    ask(LATELY),
    ask(CHECK_INS),
    ask(GOALS, today, new Date(now.getTime() - STILL_MS), timeZone),
    ask(WINDOWS, today),
    ask(NUMBERS, today),
    ask(PROMISES),
    ask(PUT_AWAYS, today),
    ask(DONE, today),
  ]);
  const last = new Map(lately.map((row) => [row['participant_id'] as string, row]));
  const [checkInsOf, goalsOf] = [by(checkIns, checkInOf), by(goals, goalOf)];
  const ofKind = (kind: string): Row[] => promises.filter((row) => row['kind'] === kind);
  const [windowsOf, numbersOf, promisesOf, decisionsOf] = [
    by(windows, (row) => ({ event: row['event'], beganOn: row['began_on'] })),
    by(numbers, numberOf),
    by(ofKind('promise'), promiseOf),
    by(ofKind('decision'), decisionOf),
  ];
  const body = todayView(
    people.map((row) => ({
      ...personOf(row, today),
      ...latelyOf(last.get(row['id'])),
      checkIns: checkInsOf(row['id']),
      goals: goalsOf(row['id']),
      windows: windowsOf(row['id']),
      numbers: numbersOf(row['id']),
      promises: promisesOf(row['id']),
      decisions: decisionsOf(row['id']),
    })) as unknown as People,
    new Map(putAways.map((row) => [row['participant_id'], putAwayOf(row)])) as unknown as PutAways,
    done.map(doneOf) as unknown as Done,
    today,
  );
  const lists = [body.cards, body.agenda, body.comingUp, body.putAway, body.doneToday];
  const named = new Set(lists.flatMap((list) => list.map(({ participantId }) => participantId)));
  return { body, trail: { action: 'today.opened', participantIds: [...named] } };
}

function by<T>(rows: Row[], of: (row: Row) => T): (id: string) => T[] {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const those = found.get(row['participant_id']);
    if (those) those.push(of(row));
    else found.set(row['participant_id'], [of(row)]);
  }
  return (id) => found.get(id) ?? [];
}

function personOf(row: Row, today: string): Row {
  const standing = standingView(row as StandingRow);
  return {
    participantId: row['id'],
    preferredName: row['preferred_name'],
    pronouns: row['pronouns'],
    isPrimary: row['is_primary'],
    standing,
    urgentNote: row['note_id'] && {
      riskNoteId: row['note_id'],
      raisedAt: row['raised_at'],
      raisedOn: row['raised_on'],
      answer: row['acknowledged_at'] && {
        by: row['answered_by'],
        words: row['acknowledged_words'],
        at: row['acknowledged_at'],
      },
    },
    planned: row['planned_id'] && {
      plannedContactId: row['planned_id'],
      plannedOn: row['planned_on'],
      plannedTime: row['planned_time'],
      way: row['way'],
      coachName: row['planner'],
      isMissed: row['planned_on'] < today,
      version: row['version'],
    },
    barc: {
      dueOn: barcDueOn(
        { enrolledOn: standing.enrolledOn, lastTakenOn: row['barc_on'] as string | null },
        rhythmOf(row as RhythmRow),
      ),
      lastTakenOn: row['barc_on'],
    },
    shares: { countedFrom: row['counted_from'], bornOn: row['born_on'] },
    callAsked: row['call_id'] && {
      callId: row['call_id'],
      askedAt: row['asked_at'],
      askedOn: row['asked_on'],
      about: row['about'],
      bestTime: row['best_time'],
    },
  };
}

function latelyOf(row: Row | undefined): Row {
  return {
    latestContact: row
      ? {
          outcome: row['outcome'],
          occurredOn: row['occurred_on'],
          occurredTime: row['occurred_time'],
          happenedAt: row['happened_at'],
        }
      : null,
    lastReachedAt: row?.['reached_at'] ?? null,
    lastReachedWrittenAt: row?.['reached_written_at'] ?? null,
    lastNote: row?.['words']
      ? {
          gist: gistOf(row['words']),
          occurredOn: row['noted_on'],
          outcome: row['noted_outcome'],
          coachName: row['noted_by'],
        }
      : null,
  };
}

const checkInOf = (row: Row): Row => ({
  checkInId: row['id'],
  checkedInAt: row['checked_in_at'],
  checkedInOn: row['checked_in_on'],
  mood: row['mood'],
  cravings: row['cravings'],
  cravingsBefore: row['cravings_before'],
  wantsCall: row['wants_call'],
  words: row['words'],
});

const goalOf = (row: Row): Row => ({
  goalId: row['id'],
  sentence: row['sentence'],
  byOn: row['by_on'],
  madeOn: row['made_on'],
  changedOn: row['changed_on'],
  finishedOn: row['finished_on'],
  finishProposed: row['finish_proposed_on'] && {
    on: row['finish_proposed_on'],
    isByParticipant: row['finish_proposed_side'] === 'participant',
  },
  nextStep: row['next_words'] && { words: row['next_words'], byOn: row['next_by_on'] },
  doneStep: row['done_at'] && {
    words: row['done_words'],
    doneAt: row['done_at'],
    doneOn: row['done_on'],
    isByParticipant: row['is_own'],
  },
  spokenOfOn: row['spoken_of_on'],
});

function numberOf(row: Row): Row {
  const dial = dialled(row['value']);
  const isSafe = dial !== null && !row['is_expired'];
  return {
    wayToReachId: row['id'],
    dial: dial ?? '',
    mayCall: isSafe && row['may_call'],
    mayVoicemail: isSafe && row['may_voicemail'],
    mayText: isSafe && row['may_text'],
    maySayWho: isSafe && row['may_say_who'],
    bestHours: row['best_hours'],
    whyNot: row['why_not'],
    isExpired: row['is_expired'],
  };
}

const promiseOf = (row: Row): Row => ({
  promiseId: row['id'],
  words: row['words'],
  dueOn: row['due_on'],
  coachName: row['name'],
  version: row['version'],
});

const decisionOf = (row: Row): Row => ({
  decisionId: row['id'],
  words: row['words'],
  dueOn: row['due_on'],
  supervisorName: row['name'],
  version: row['version'],
});

const putAwayOf = (row: Row): Row => ({
  putAwayId: row['id'],
  participantId: row['participant_id'],
  reasonKind: row['reason_kind'],
  because: row['because'],
  untilOn: row['until_on'],
  madeAt: row['made_at'],
  isUndone: row['undone_at'] !== null,
});

const doneOf = (row: Row): Row => ({
  kind: row['kind'],
  id: row['id'],
  version: row['version'],
  participantId: row['participant_id'],
  preferredName: row['preferred_name'],
  outcome: row['outcome'],
  words: row['words'],
  at: row['at'],
});
