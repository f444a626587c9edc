import { Chance } from './chance.js';
import type { Life } from './sample-making.js';

const MORNING = 8 * 60 + 20;
const EVENING = 19 * 60 + 5;

/**
 * What makes a morning: someone who asked to be called, someone to see this afternoon, and a step that a participant
 * ticked themself. From streams of their own, so that what else there is stays as it was.
 */
export function addMorning(lives: readonly Life[]): void {
  const of = (name: string) => lives.find(({ person }) => person.preferredName === name);
  const [dolly, ash, theo] = [of('Dolly'), of('Ash'), of('Theo')];
  if (dolly) askToBeCalled(dolly);
  if (ash) planForToday(ash);
  if (theo) tickOwnStep(theo);
}

function askToBeCalled({ rows, days, participantId, accountId, coachOn }: Life): void {
  const chance = new Chance(`asked by ${participantId}`);
  const at = days.at(days.ago(1), EVENING).instant;
  rows.add('check_ins', {
    id: chance.id(at),
    participant_id: participantId,
    checked_in_at: at,
    checked_in_on: days.ago(1),
    mood: 'getting by',
    cravings: 4,
    sleep: 'fair',
    connection: 'some',
    has_safe_place: true,
    wants_call: true,
    words: '¿Me puede llamar? No es urgente, es por la cita del jueves.',
    made_by: accountId ?? coachOn(1).id,
  });
}

function planForToday({ rows, days, participantId, coachOn }: Life): void {
  const planned = rows
    .of('planned_contacts')
    .find((each) => each['participant_id'] === participantId && each['replaced_at'] === null);
  if (planned) Object.assign(planned, { planned_on: days.today, planned_time: '15:00', way: 'in person' });
  else {
    const chance = new Chance(`planned with ${participantId}`);
    const madeAt = days.at(days.ago(2), EVENING).instant;
    rows.add('planned_contacts', {
      id: chance.id(madeAt),
      participant_id: participantId,
      coach_id: coachOn(2).id,
      planned_on: days.today,
      planned_time: '15:00',
      way: 'in person',
      made_at: madeAt,
    });
  }
}

/**
 * The step they did last of a goal that is open was ticked by themself yesterday, since they were last reached. None is
 * ticked beyond those: what is open stays for them to tick.
 */
function tickOwnStep({ rows, days, participantId, accountId }: Life): void {
  const goals = rows
    .of('goals')
    .filter((goal) => goal['participant_id'] === participantId && !goal['finished_on'] && !goal['let_go_on']);
  const done = rows
    .of('steps')
    .filter((step) => step['done_at'] !== null && goals.some(({ id }) => id === step['goal_id']))
    .sort((one, other) => Number(one['position']) - Number(other['position']));
  const step = done.at(-1);
  if (!step || !accountId) return;
  const at = days.at(days.ago(1), MORNING).instant;
  Object.assign(step, { done_at: at, done_by: accountId });
}
