import { LINE_PARTS } from '../recovery-plans/plan-parts.js';
import { Chance } from './chance.js';
import { LINES_OF_OTHERS, MINAS_PLAN, type PlanStory, THEOS_PLAN } from './plan-words.js';
import type { Life } from './sample-making.js';

/** The recovery plan: lively for Theo and Mina, begun with the coach for some others. A stream of chance of its own. */
export function addRecoveryPlan(life: Life): void {
  const chance = new Chance(`plan/${life.participantId}`);
  const story = planStory(life, chance);
  if (story.length === 0) return;
  const { rows, days, participantId } = life;
  const made = story.map((each, index) => {
    const at = days.at(days.ago(each.ago), 17 * 60 + index).instant;
    const by = each.by === 'self' ? life.accountId! : life.coachOn(each.ago).id;
    return { ...each, version: index + 1, at, by };
  });
  rows.add('recovery_plans', { participant_id: participantId, version: made.at(-1)!.version });
  for (const { version, part, lines, people, isTogether, by, at } of made) {
    rows.add('recovery_plan_versions', {
      participant_id: participantId,
      version,
      part,
      lines: lines ?? [],
      is_together: isTogether ?? false,
      made_by: by,
      made_at: at,
      change_id: chance.id(at),
    });
    if (people) addPeople(life, version, people);
  }
}

function planStory({ person, accountId }: Life, chance: Chance): readonly PlanStory[] {
  if (person.preferredName === 'Theo' && accountId) return THEOS_PLAN;
  if (person.preferredName === 'Mina' && accountId) return MINAS_PLAN;
  const { enrolledAgo, reachedAgo, closed } = person.story;
  const isBegun = reachedAgo !== null && !closed && person.coach && enrolledAgo > 30 && chance.percent(45);
  if (!isBegun || person.language === 'es') return [];
  const ago = chance.whole(reachedAgo, Math.min(enrolledAgo - 1, 150));
  return chance.some(LINE_PARTS, chance.whole(2, 4)).map((part) => ({
    ago,
    by: 'coach',
    isTogether: true,
    part,
    lines: chance.some(LINES_OF_OTHERS[part], chance.whole(1, 3)),
  }));
}

/** A supporter's relation is told in English, so Mina's plan names her own people alone. */
function addPeople(
  { rows, participantId, person }: Life,
  version: number,
  own: NonNullable<PlanStory['people']>,
): void {
  const supporters = rows
    .of('supporters')
    .filter((row) => row['participant_id'] === participantId && row['phone'] !== '')
    .map(({ id, name, relation, phone }) => ({ supporter_id: id, name, relation, phone }));
  const people = [
    ...supporters.slice(0, person.language === 'es' ? 0 : 1),
    ...own.map((each) => ({ supporter_id: null, ...each })),
  ];
  people.forEach((each, position) =>
    rows.add('recovery_plan_people', { participant_id: participantId, version, position, ...each }),
  );
}
