import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { invalid, notFound, stale } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { readPhone, WRONG_PHONE_WORDS } from '../participants/phone.rules.js';
import { newestPart } from './plan-parts.queries.js';
import { peopleNow, supporterChoices } from './plan-people.queries.js';
import { peopleOf } from './read-plan.js';
import type { PlanPeopleWords, PlanPersonWords } from './recovery-plan.dto.js';
import { isSame } from './recovery-plan.rules.js';
import type { PlanPeople, PlanPerson, SupporterChoice } from './recovery-plan.view.js';
import type { Planner } from './whose-plan.js';
import { addVersion, holdPart, isMadeAlready, refuseTogetherAlone } from './write-plan.js';

type Named = Omit<PlanPerson, 'dial'>;

/**
 * Says anew who is in the plan: supporters of theirs, and people whom only the plan names.
 * @throws Problem 404 for a supporter who is not theirs, or no longer one; 409; 412 with both when stale; 422.
 */
export async function writePeople(
  tx: EntityManager,
  actor: Actor,
  planner: Planner,
  version: number,
  asked: PlanPeopleWords,
): Promise<PlanPeople> {
  refuseTogetherAlone(actor, asked);
  asked.people.forEach(refuseUnclear);
  const { participantId } = planner;
  const hash = requestHash({ ...asked, part: 'people' });
  const { held, planVersion } = await holdPart(tx, actor, participantId, 'people');
  const now = await peopleNow(tx, actor, participantId);
  if (await isMadeAlready(tx, actor, participantId, asked.changeId, hash))
    return peopleOf(now, held, actor, planner);
  const choices = await supporterChoices(tx, actor, participantId);
  const people = asked.people.map((each) => namedAs(each, choices));
  if (isSame(now.map(withoutDial), people)) return peopleOf(now, held, actor, planner);
  if ((held?.version ?? 0) !== version) throw stale(peopleOf(now, held, actor, planner), { people });
  const made = await addVersion(tx, actor, participantId, planVersion, 'people', [], { ...asked, hash });
  await keep(tx, actor, participantId, made, people);
  return peopleOf(
    await peopleNow(tx, actor, participantId),
    await newestPart(tx, actor, participantId, 'people'),
    actor,
    planner,
  );
}

async function keep(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  version: number,
  people: Named[],
): Promise<void> {
  await tx.query(
    `INSERT INTO recovery_plan_people (organization_id, participant_id, version, position, supporter_id, name, relation,
       phone)
     SELECT $1, $2, $3, n - 1, nullif(each ->> 'supporterId', '')::uuid, each ->> 'name', each ->> 'relation',
            each ->> 'phone'
       FROM jsonb_array_elements($4::jsonb) WITH ORDINALITY AS people (each, n)`,
    [actor.organizationId, participantId, version, JSON.stringify(people)],
  );
}

function namedAs({ supporterId, name, relation, phone }: PlanPersonWords, choices: SupporterChoice[]): Named {
  if (!supporterId) return { supporterId: null, name: name!, relation: relation ?? '', phone: phone ?? '' };
  const supporter = choices.find((each) => each.supporterId === supporterId.toLowerCase());
  if (!supporter) throw notFound('supporter');
  return {
    supporterId: supporter.supporterId,
    name: supporter.name,
    relation: supporter.relation,
    phone: supporter.phone,
  };
}

function withoutDial({ supporterId, name, relation, phone }: PlanPerson): Named {
  return { supporterId, name, relation, phone };
}

function refuseUnclear(person: PlanPersonWords, index: number, all: PlanPersonWords[]): void {
  const { supporterId, name, phone } = person;
  if (supporterId) {
    if (all.findIndex((other) => other.supporterId === supporterId) < index)
      throw invalid(`people.${index}.supporterId`, 'there-already', 'They are in this list already.');
    return;
  }
  if (!name) throw invalid(`people.${index}.name`, 'empty', 'A name is needed here.');
  const read = phone?.trim() ? readPhone(phone) : null;
  if (read && 'wrong' in read)
    throw invalid(`people.${index}.phone`, read.wrong, WRONG_PHONE_WORDS[read.wrong]);
}
