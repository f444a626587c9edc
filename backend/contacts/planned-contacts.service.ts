import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { Problem, stale } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { participantInReach } from '../participants/participants.queries.js';
import { holdStanding } from '../standing/standing.store.js';
import type { CallOffContact, PlanContact, RescheduleContact } from './planned-contact.dto.js';
import type { PlannedContactHistory, PlannedContactLine } from './planned-contact.view.js';
import {
  nextContactOf,
  plannedContactInReach,
  plannedContactOfId,
  planHistoryOf,
  planNextContact,
  refuseNoPlan,
} from './planned-contacts.queries.js';

/** What is planned next, alone or instead of what was planned before; the history of it stays readable. */
@Injectable()
export class PlannedContactsService {
  constructor(private readonly door: Door) {}

  /** Plans a next contact where there is none. @throws Problem 409 with the one there is. */
  plan(caller: Caller, { participantId, ...asked }: PlanContact): Promise<PlannedContactLine> {
    return this.door.asActor(caller, async (tx, actor) => {
      await participantInReach(tx, actor, participantId);
      // two at once: the second sees what the first planned
      await holdStanding(tx, participantId);
      const hash = requestHash({ ...asked, participantId });
      const earlier = await plannedBefore(tx, actor, asked.plannedContactId, hash);
      if (earlier) return earlier;
      const next = await nextContactOf(tx, actor, participantId);
      if (next)
        throw new Problem(
          409,
          'next-contact-already-planned',
          `${next.coachName} planned the next contact already. Reschedule it, or call it off first.`,
          { facts: { plannedContactId: next.plannedContactId } },
        );
      await planNextContact(tx, actor, participantId, asked, {
        plannedContactId: asked.plannedContactId,
        requestHash: hash,
        field: '',
      });
      return done(tx, actor, asked.plannedContactId, 'planned');
    });
  }

  /** Moves what is next to another moment. What it was before, who moved it and why stay in the history. */
  reschedule(
    caller: Caller,
    id: string,
    version: number,
    { reason, ...asked }: RescheduleContact,
  ): Promise<PlannedContactLine> {
    return this.door.asActor(caller, async (tx, actor) => {
      const planned = await heldInReach(tx, actor, id);
      const hash = requestHash({ ...asked, reason, instead: id });
      const earlier = await plannedBefore(tx, actor, asked.plannedContactId, hash);
      if (earlier) return earlier;
      await refuseUnlessNext(tx, actor, planned, version, { ...asked, reason });
      refuseNoPlan(asked, actor, '');
      await planNextContact(tx, actor, planned.participantId, asked, {
        plannedContactId: asked.plannedContactId,
        requestHash: hash,
        reason: reason?.trim(),
        field: '',
      });
      return done(tx, actor, asked.plannedContactId, 'rescheduled', reason?.trim());
    });
  }

  callOff(
    caller: Caller,
    id: string,
    version: number,
    { reason }: CallOffContact,
  ): Promise<PlannedContactLine> {
    return this.door.asActor(caller, async (tx, actor) => {
      const planned = await heldInReach(tx, actor, id);
      await refuseUnlessNext(tx, actor, planned, version, { reason });
      const [, count] = await tx.query<[unknown, number]>(
        `UPDATE planned_contacts SET replaced_at = $4, ended_as = 'called off', ended_by = $5, end_reason = $6,
                version = version + 1
          WHERE organization_id = $1 AND id = $2 AND version = $3 AND replaced_at IS NULL`,
        [actor.organizationId, id, version, actor.now, actor.accountId, reason],
      );
      if (count !== 1) throw stale(await plannedContactInReach(tx, actor, id), { reason });
      return done(tx, actor, id, 'called-off', reason);
    });
  }

  /** Takes a calling off back, for as long as nothing else was planned instead. */
  bringBack(caller: Caller, id: string, version: number): Promise<PlannedContactLine> {
    return this.door.asActor(caller, async (tx, actor) => {
      const planned = await plannedContactInReach(tx, actor, id);
      if (planned.version !== version) throw stale(planned, {});
      if (planned.ended?.as !== 'called off')
        throw new Problem(
          409,
          'planned-contact-not-called-off',
          'Only what was called off can be brought back.',
        );
      const [, count] = await tx.query<[unknown, number]>(
        `UPDATE planned_contacts SET replaced_at = NULL, ended_as = NULL, ended_by = NULL, end_reason = '',
                version = version + 1
          WHERE organization_id = $1 AND id = $2 AND version = $3`,
        [actor.organizationId, id, version],
      );
      if (count !== 1) throw stale(await plannedContactInReach(tx, actor, id), {});
      return done(tx, actor, id, 'brought-back');
    });
  }

  history(caller: Caller, participantId: string): Promise<PlannedContactHistory> {
    return this.door.asActor(caller, async (tx, actor) => {
      await participantInReach(tx, actor, participantId);
      actor.record({ action: 'planned-contacts.listed', participantId });
      return { items: await planHistoryOf(tx, actor, participantId) };
    });
  }
}

/** As it is once any other write about this participant is through. @throws Problem 404. */
async function heldInReach(tx: EntityManager, actor: Actor, id: string): Promise<PlannedContactLine> {
  const { participantId } = await plannedContactInReach(tx, actor, id);
  await holdStanding(tx, participantId);
  return plannedContactInReach(tx, actor, id);
}

/** The plan that this very request made before, if it did. @throws Problem 409 when the id is taken otherwise. */
async function plannedBefore(
  tx: EntityManager,
  actor: Actor,
  plannedContactId: string,
  hash: Buffer,
): Promise<PlannedContactLine | undefined> {
  const earlier = await plannedContactOfId(tx, actor, plannedContactId);
  if (!earlier) return undefined;
  if (!earlier.requestHash?.equals(hash))
    throw new Problem(409, 'planned-contact-id-taken', 'Something else was already planned under this id.');
  return earlier.view;
}

/** @throws Problem 412 with what is next now, when it changed or was settled meanwhile. */
async function refuseUnlessNext(
  tx: EntityManager,
  actor: Actor,
  planned: PlannedContactLine,
  version: number,
  yours: object,
): Promise<void> {
  if (planned.version === version && !planned.ended) return;
  const next = await nextContactOf(tx, actor, planned.participantId);
  throw stale(next ? await plannedContactInReach(tx, actor, next.plannedContactId) : planned, yours);
}

async function done(
  tx: EntityManager,
  actor: Actor,
  id: string,
  step: string,
  why?: string,
): Promise<PlannedContactLine> {
  const planned = await plannedContactInReach(tx, actor, id);
  actor.record({
    action: `planned-contact.${step}`,
    participantId: planned.participantId,
    subjectId: id,
    ...(why ? { why } : {}),
  });
  return planned;
}
