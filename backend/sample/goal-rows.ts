import type { Life } from './sample-making.js';
import type { SampleRow } from './sample-rows.js';
import { spanishGoals } from './spanish-words.js';
import { themes } from './themes.js';

/** Gives a participant the goals they set, with steps: some done, some finished whole, one in a while let go. */
export function addGoals(life: Life): void {
  const { rows, days, chance, person, participantId, stays } = life;
  const open = stays.at(-1)!;
  if (person.story.reachedAgo === null || !person.coach) return;
  const wanted =
    person.language === 'es'
      ? chance.some(spanishGoals, 3)
      : person.themes.flatMap((name) =>
          chance.some(themes[name].goals, 1).map((goal) => ({ ...goal, dimension: themes[name].dimension })),
        );
  for (const [index, { dimension, sentence, why, steps }] of wanted.entries()) {
    const madeAgo = chance.whole(Math.min(person.story.reachedAgo, open.fromAgo), open.fromAgo);
    const madeAt = days.at(days.ago(madeAgo), chance.whole(10 * 60, 18 * 60)).instant;
    const id = chance.id(madeAt);
    // the first goal stays open: everybody has something they are at
    const isFinished = index > 0 && madeAgo > 60 && chance.percent(35);
    const isLetGo = index > 0 && !isFinished && madeAgo > 60 && chance.percent(15);
    rows.add('goals', {
      id,
      participant_id: participantId,
      sentence,
      why,
      dimension,
      by_on: isFinished || isLetGo || chance.percent(50) ? null : days.ago(-chance.whole(5, 70)),
      made_by: life.accountId ?? life.coachOn(madeAgo).id,
      made_at: madeAt,
      ...ending(life, isFinished, isLetGo, Math.floor(madeAgo / 3)),
      version: 1,
    });
    life.goals.push({ id, sentence, madeAgo, confidence: chance.percent(80) ? chance.whole(3, 9) : null });
    addSteps(life, id, madeAgo, steps, isFinished);
  }
}

/** They said that it was reached and their coach said so too; without an account both agreed in person. */
function ending(
  { days, accountId, coachOn }: Life,
  isFinished: boolean,
  isLetGo: boolean,
  ago: number,
): SampleRow {
  const coachId = coachOn(ago).id;
  return {
    finish_proposed_by: isFinished ? (accountId ?? coachId) : null,
    finish_proposed_at: isFinished ? days.at(days.ago(ago), 17 * 60).instant : null,
    finish_agreed_in_person: isFinished && accountId === null,
    finished_on: isFinished ? days.ago(ago) : null,
    finished_by: isFinished ? coachId : null,
    let_go_on: isLetGo ? days.ago(ago) : null,
    let_go_by: isLetGo ? (accountId ?? coachId) : null,
    changed_by: null,
    changed_at: null,
  };
}

function addSteps(
  life: Life,
  goalId: string,
  madeAgo: number,
  steps: readonly string[],
  isFinished: boolean,
): void {
  const { rows, days, chance, participantId } = life;
  const doneCount = isFinished
    ? steps.length
    : Math.min(chance.whole(0, Math.ceil(madeAgo / 21)), steps.length - 1);
  for (const [index, words] of steps.entries()) {
    const madeAt = days.at(days.ago(madeAgo), 18 * 60).instant;
    const doneAgo = Math.floor((madeAgo * (steps.length - index)) / (steps.length + 1));
    const isDone = index < doneCount;
    rows.add('steps', {
      id: chance.id(madeAt),
      goal_id: goalId,
      participant_id: participantId,
      words,
      by_on: !isDone && index === doneCount && chance.percent(60) ? days.ago(-chance.whole(1, 14)) : null,
      position: index,
      done_at: isDone ? days.at(days.ago(doneAgo), chance.whole(9 * 60, 20 * 60)).instant : null,
      done_by: isDone ? (life.accountId ?? life.coachOn(doneAgo).id) : null,
      version: isDone ? 2 : 1,
    });
  }
}
