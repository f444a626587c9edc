import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import type { Answer } from '../support/client.js';
import type { TestServer } from '../support/server.js';
import { checkInWith } from './check-in.js';
import { aGoalOf } from './goal.js';
import { anOrganization, today, type Organization } from './organization.js';
import { aParticipantOf, aParticipantWithoutCoach, type Participant } from './participant.js';
import { inTheProgram } from './roles.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from './staff.js';
import { contactWith, onVersion, riskNoteAbout, type Words } from './words.js';

/** Something that happens to one of the people, to one of the things written about them, by one of the coaches. */
export const happening = fc.record({
  what: fc.constantFrom(
    ...(['log', 'log', 'log', 'amend', 'void', 'assign', 'assign', 'pause', 'window', 'raise'] as const),
    ...(['acknowledge', 'promise', 'keep', 'check in', 'step', 'days go by'] as const),
  ),
  whom: fc.nat({ max: 4 }),
  which: fc.nat({ max: 5 }),
  daysAgo: fc.nat({ max: 12 }),
  isReached: fc.boolean(),
});
export type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** Sam's team, a coach of another team, one who reports to nobody, five participants, one of them Sam's coach Dev. */
export interface Lived {
  server: TestServer;
  organization: Organization;
  sam: Person;
  ada: Person;
  coaches: (Person | null)[];
  people: Participant[];
  /** Who walks with each of them. */
  with: (Person | null)[];
  goals: { goalId: string; stepIds: string[] }[];
  contacts: { path: string; by: Person; version: number }[];
  notes: string[];
  promises: { path: string; of: number }[];
  steps: number[];
}

export async function aTeamToLive(server: TestServer): Promise<Lived> {
  const organization = await anOrganization(server);
  const sam = await aSupervisor(organization);
  const rosa = await aCoach(organization, { supervisor: sam });
  const dev = await aCoach(organization, { name: 'Dev', supervisor: sam });
  const other = await aSupervisor(organization, { name: 'Noor' });
  const abe = await aCoach(organization, { name: 'Abe', supervisor: other });
  const ines = await aCoach(organization, { name: 'Ines' });
  const named = (preferredName: string) => ({ preferredName, enrolledOn: today(organization, -20) });
  const people = [
    await aParticipantOf(rosa, named('Theo')),
    await aParticipantOf(dev, named('Mina')),
    await aParticipantOf(abe, named('Lou')),
    await aParticipantWithoutCoach(organization, named('Kim')),
    await inTheProgram(dev, rosa),
  ];
  const goals = [];
  for (const person of people) goals.push(await aGoalOf(person));
  return {
    ...{ server, organization, sam, ada: await anAdministrator(organization), people, goals },
    coaches: [rosa, dev, abe, ines, null],
    with: [rosa, dev, abe, null, rosa],
    contacts: [],
    notes: [],
    promises: [],
    steps: [1, 1, 1, 1, 1],
  };
}

/** What may be answered when it is not so that it can be done: too late, already done, two at a time. */
const MAY_BE = [200, 201, 409, 412, 422];

export async function happens(lived: Lived, it: Happening): Promise<void> {
  const { server, organization } = lived;
  const person = lived.people[it.whom]!;
  const coach = lived.with[it.whom]!;
  const occurredOn = today(organization, -it.daysAgo);
  const outcome = it.isReached ? 'reached' : 'no answer';
  const { participantId } = person;
  const send = async (by: Person, path: string, words: Words, version?: number): Promise<Answer> => {
    const answer = await (await server.as(by)).post(path, words, version ? onVersion(version) : {});
    if (!MAY_BE.includes(answer.status)) throw new Error(`${path} answered ${answer.status}.`);
    return answer;
  };
  const contact = lived.contacts[it.which % (lived.contacts.length || 1)];
  const note = lived.notes[it.which % (lived.notes.length || 1)];
  const promise = lived.promises[it.which % (lived.promises.length || 1)];
  switch (it.what) {
    case 'days go by':
      server.clock.advance(it.daysAgo * 1440);
      return;
    case 'check in':
      if (it.whom < 4) await send(person, '/api/check-ins', checkInWith());
      return;
    case 'assign':
      return assigned(lived, it.whom, lived.coaches[it.which % lived.coaches.length] ?? null);
    case 'amend':
      if (!contact) return;
      const amended = await (
        await server.as(contact.by)
      ).put(contact.path, { occurredOn, outcome }, onVersion(contact.version));
      if (amended.status === 200) contact.version += 1;
      return;
    case 'void':
      if (contact)
        await send(contact.by, `${contact.path}/void`, { reason: 'Not so' }, contact.version).catch(gone);
      return;
    case 'acknowledge':
      if (note) await send(lived.sam, `${note}/acknowledge`, { words: 'Called.' }, 1).catch(gone);
      return;
    case 'keep':
      const keeper = promise && lived.with[promise.of];
      if (keeper) await send(keeper, `${promise.path}/keep`, {}, 1);
      return;
  }
  if (!coach) return;
  const id = newId();
  if (it.what === 'log') {
    const goalIds = it.which === 0 ? [lived.goals[it.whom]!.goalId] : [];
    const sent = contactWith(person, { occurredOn, outcome, goalIds });
    const { status } = await send(coach, '/api/contacts', sent);
    if (status === 201)
      lived.contacts.push({ path: `/api/contacts/${sent.contactId}`, by: coach, version: 1 });
  } else if (it.what === 'pause')
    await send(coach, `/api/participants/${participantId}/pauses`, {
      pauseId: id,
      reason: 'jail',
      throughOn: today(organization, it.daysAgo),
    });
  else if (it.what === 'window')
    await send(coach, `/api/participants/${participantId}/windows`, {
      windowId: id,
      event: 'release',
      beganOn: occurredOn,
    });
  else if (it.what === 'raise') {
    const level = (['urgent', 'concern', 'watch'] as const)[it.which % 3];
    await send(coach, '/api/risk-notes', riskNoteAbout(person, { riskNoteId: id, level }));
    lived.notes.push(`/api/risk-notes/${id}`);
  } else if (it.what === 'promise') {
    await send(coach, '/api/promises', {
      promiseId: id,
      participantId,
      words: 'Call',
      dueOn: today(organization, it.which),
    });
    lived.promises.push({ path: `/api/promises/${id}`, of: it.whom });
  } else {
    const path = `/api/steps/${lived.goals[it.whom]!.stepIds[0]!}/tick`;
    const { status } = await send(coach, path, { isDone: it.isReached }, lived.steps[it.whom]);
    if (status === 200) lived.steps[it.whom]! += 1;
  }
}

/** Somebody out of whose reach it came meanwhile. */
function gone(error: unknown): void {
  if (!String(error).includes('answered 404')) throw error;
}

async function assigned(lived: Lived, whom: number, coach: Person | null): Promise<void> {
  const { participantId, accountId } = lived.people[whom]!;
  // nobody is their own coach
  if (coach?.accountId === accountId) return;
  const ada = await lived.server.as(lived.ada);
  const { status, body } = await ada.put(`/api/participants/${participantId}/coach`, {
    coachId: coach?.accountId ?? null,
  });
  if (status !== 200) throw new Error(`Assigning answered ${status}: ${JSON.stringify(body)}`);
  lived.with[whom] = coach;
}
