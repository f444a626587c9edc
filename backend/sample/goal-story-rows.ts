import { Chance } from './chance.js';
import type { Life, SampleGoal } from './sample-making.js';
import { spanishOnTheWay } from './spanish-words.js';

const ON_THE_WAY = [
  'Made the first call. They were friendlier than expected.',
  'Two weeks of it now. Slow, and it holds.',
  'The form is in. Now it is waiting, which is the hard part.',
  'Hard week; did the smallest part of it anyway.',
  'Talked through what could get in the way, and who to call if it does.',
];

/**
 * What was said of goals on the way: how sure they were over time, words in a contact, earlier words of a sentence, and
 * for who has a second open goal (Mina) that they say they reached it. From streams of their own, so that what else there
 * is stays as it was.
 */
export function addGoalStories(lives: readonly Life[]): void {
  for (const life of lives) {
    for (const goal of life.goals) addConfidences(life, goal);
    addWordsInContacts(life);
    if (['Theo', 'Mina'].includes(life.person.preferredName)) addStoryOf(life);
  }
}

function addConfidences(life: Life, { id, madeAgo, confidence }: SampleGoal): void {
  if (confidence === null) return;
  const chance = new Chance(`how sure of ${id}`);
  let value = Math.max(1, confidence - chance.whole(1, 3));
  // a few weeks apart, so that the way shows
  for (let ago = madeAgo; ago >= 2; ago -= chance.whole(9, 24)) {
    addProgress(life, id, { ago, confidence: value, by: life.accountId ?? life.coachOn(ago).id });
    value = Math.min(9, Math.max(1, value + chance.pick([-1, 0, 1, 1, 2])));
  }
}

function addWordsInContacts(life: Life): void {
  const chance = new Chance(`on the way of ${life.participantId}`);
  const words = life.person.language === 'es' ? spanishOnTheWay : ON_THE_WAY;
  let said = chance.whole(0, words.length - 1);
  const contacts = new Map(life.rows.of('contacts').map((contact) => [contact['id'], contact]));
  for (const touched of life.rows.of('contact_goals')) {
    if (touched['participant_id'] !== life.participantId || !chance.percent(35)) continue;
    const contact = contacts.get(touched['contact_id'])!;
    life.rows.add('goal_progress', {
      id: chance.id(new Date(contact['recorded_at'] as string)),
      goal_id: touched['goal_id'],
      participant_id: life.participantId,
      contact_id: touched['contact_id'],
      // one after the other, so that none is said twice in a row
      words: words[said++ % words.length],
      confidence: null,
      said_on: contact['occurred_on'],
      said_at: contact['recorded_at'],
      said_by: contact['coach_id'],
      is_voided: contact['voided_at'] !== null,
    });
  }
}

/** The first open goal was put in other words by the coach; the next one is reached, they say. */
function addStoryOf(life: Life): void {
  const { rows, days, participantId, accountId, coachOn, person } = life;
  const open = rows
    .of('goals')
    .filter((goal) => goal['participant_id'] === participantId && !goal['finished_on'] && !goal['let_go_on']);
  const [first, second] = open;
  if (!first || !accountId) return;
  rows.add('goal_versions', {
    goal_id: first['id'],
    version: 1,
    participant_id: participantId,
    sentence: person.language === 'es' ? 'Quiero que las cosas mejoren.' : 'I want things to get better.',
    why: '',
    dimension: first['dimension'],
    by_on: null,
    made_by: first['made_by'],
    made_at: first['made_at'],
  });
  const changedAt = days.at(days.ago(12), 16 * 60).instant;
  Object.assign(first, { changed_by: coachOn(12).id, changed_at: changedAt, version: 2 });
  if (!second) return;
  Object.assign(second, {
    finish_proposed_by: accountId,
    finish_proposed_at: days.at(days.ago(1), 18 * 60).instant,
    version: 2,
  });
}

function addProgress(
  { rows, days, participantId }: Life,
  goalId: string,
  { ago, confidence, by }: { ago: number; confidence: number; by: string },
): void {
  const at = days.at(days.ago(ago), 12 * 60).instant;
  rows.add('goal_progress', {
    id: new Chance(`how sure of ${goalId} ${ago}`).id(at),
    goal_id: goalId,
    participant_id: participantId,
    contact_id: null,
    words: '',
    confidence,
    said_on: days.ago(ago),
    said_at: at,
    said_by: by,
    is_voided: false,
  });
}
