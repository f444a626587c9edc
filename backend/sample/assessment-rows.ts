import { createHash } from 'node:crypto';
import { BARC_10 } from '../assessments/barc-10.bank.js';
import { PHQ_9 } from '../assessments/phq.bank.js';
import type { Answers } from '../assessments/assessments.rules.js';
import { scoreOf } from '../assessments/assessments.rules.js';
import type { Bank } from '../assessments/bank.js';
import { Chance } from './chance.js';
import type { Life } from './sample-making.js';

/** The first came so long after the enrollment, the others so long after one another. */
const FIRST_AFTER = 20;
const EVERY = 88;
/** Further back nobody looks. */
const KEPT = 3;

/** Theo's: in spring his building felt like home, and that is what went down. */
const THEO: readonly Answers[] = [
  [5, 3, 3, 4, 3, 4, 5, 5, 4, 4],
  [6, 4, 3, 4, 4, 5, 2, 5, 4, 5],
];
const THEO_AGO = [174, 85] as const;

/** Said once, a long while ago; item 9 was "not at all", as it was asked. */
const PHQ_STORIES: Readonly<Record<string, { ago: number; answers: Answers }>> = {
  Theo: { ago: 60, answers: [1, 1, 2, 2, 1, 1, 1, 0, 0] },
  Curtis: { ago: 33, answers: [1, 2, 3, 2, null, 2, 1, 0, 0] },
};

/** BARC-10 as its rhythm asks, and a PHQ-9 or two. From a stream of their own. */
export function addAssessments(life: Life): void {
  const { person, participantId, stays } = life;
  const chance = new Chance(`assessments/${participantId}`);
  const { closed, reachedAgo } = person.story;
  if (closed || reachedAgo === null || !person.coach) return;
  if (person.preferredName === 'Theo')
    THEO_AGO.forEach((ago, index) => addOne(life, chance, BARC_10, ago, THEO[index]!, index === 1));
  else addBarcs(life, chance, stays.at(-1)!.fromAgo);
  const phq = PHQ_STORIES[person.preferredName];
  if (phq) addOne(life, chance, PHQ_9, phq.ago, phq.answers, false);
}

function addBarcs(life: Life, chance: Chance, enrolledAgo: number): void {
  const taken: number[] = [];
  for (let ago = enrolledAgo - FIRST_AFTER; ago > 0; ago -= EVERY) taken.push(ago);
  // the last one is never so old that another would be due: the sample shows that on Theo
  const recent = taken
    .slice(-KEPT)
    .map((ago, index, all) => (index === all.length - 1 ? Math.min(ago, 79) : ago));
  let answers: Answers = Array.from({ length: BARC_10.itemCount }, () => chance.whole(2, 5));
  for (const ago of recent) {
    const isOwn = life.accountId !== null && life.person.language !== 'es' && chance.percent(50);
    const said = answers.map((answer) => (chance.percent(4) ? null : answer));
    addOne(life, chance, BARC_10, ago, said, isOwn);
    answers = answers.map((answer) => Math.min(6, Math.max(1, (answer ?? 3) + chance.whole(-1, 2))));
  }
}

function addOne(
  { rows, days, participantId, accountId, coachOn }: Life,
  chance: Chance,
  { instrument, version }: Bank,
  ago: number,
  answers: Answers,
  isOwn: boolean,
): void {
  const at = days.at(days.ago(ago), chance.whole(9 * 60, 20 * 60)).instant;
  const self = isOwn ? accountId : null;
  const id = chance.id(at);
  rows.add('assessments', {
    id,
    participant_id: participantId,
    instrument,
    version,
    language: 'en',
    mode: self ? 'self' : 'with coach',
    taken_on: days.ago(ago),
    sent_at: at,
    answers,
    score: scoreOf(answers),
    administered_by: self ?? coachOn(ago).id,
    request_hash: `\\x${createHash('sha256').update(id).digest('hex')}`,
  });
}
