import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { invalid, notFound, Problem, stale } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import type { SendRenewal } from './certification.dto.js';
import type { CoachCertification, RenewalView } from './certification.view.js';
import { certificationOf } from './certification-state.js';
import { renewalInReach, type RenewalRow, renewalView } from './certifications.queries.js';
import { documentOf } from './documents.queries.js';
import { enterCertification } from './enter-certification.js';
import { refuseOwn, whoseCertification } from './whose-certification.js';

/** A renewal that a coach sends with its document, and what somebody else answers. */
@Injectable()
export class RenewalsService {
  constructor(private readonly door: Door) {}

  /** Once for its id. It counts for nothing until somebody confirms it. */
  send(caller: Caller, coachId: string, asked: SendRenewal): Promise<RenewalView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { coach, supervisor } = await whoseCertification(tx, actor, coachId);
      if (asked.lastOn < asked.firstOn)
        throw invalid('lastOn', 'before-its-first-day', 'A certification ends on or after its first day.');
      if (asked.lastOn < actor.today)
        throw invalid('lastOn', 'in-the-past', 'This one has ended already. Send the one that follows it.');
      await documentOf(tx, actor, coach.accountId, asked.documentId);
      const hash = requestHash(asked);
      const rows = await tx.query<unknown[]>(
        `INSERT INTO certification_renewals (organization_id, id, coach_id, kind, issuer, number, first_on, last_on,
           document_id, sent_at, request_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
        [
          actor.organizationId,
          asked.renewalId,
          coach.accountId,
          asked.kind,
          asked.issuer,
          asked.number,
          asked.firstOn,
          asked.lastOn,
          asked.documentId,
          actor.now,
          hash,
        ],
      );
      const kept = await renewalInReach(tx, actor, asked.renewalId);
      if (!kept.request_hash.equals(hash))
        throw new Problem(
          409,
          'renewal-id-taken',
          'This was already sent in other words. Send it as a new one.',
        );
      if (rows.length > 0) {
        if (supervisor)
          await tx.query(`SELECT tell_of_supervision($1, 'certifying', $2, 'sent', $3)`, [
            supervisor.accountId,
            kept.id,
            actor.now,
          ]);
        actor.record({
          action: 'renewal.sent',
          subjectId: kept.id,
          why: `with document ${asked.documentId}`,
        });
      }
      return renewalView(kept);
    });
  }

  /** Makes it a certification; from then on contacts of its days may be logged under it. */
  confirm(caller: Caller, id: string, version: number): Promise<CoachCertification> {
    return this.door.asActor(caller, async (tx, actor) => {
      const row = await others(tx, actor, id);
      if (row.state === 'confirmed') return certificationOf(tx, actor, row.coach_id);
      const certificationId = newId();
      const asked = {
        certificationId,
        kind: row.kind,
        issuer: row.issuer,
        number: row.number,
        firstOn: row.first_on,
        lastOn: row.last_on,
        documentId: row.document_id,
      };
      await enterCertification(tx, actor, row.coach_id, asked, requestHash(asked));
      await settle(tx, actor, row, version, { state: 'confirmed', words: '', certificationId });
      actor.record({
        action: 'renewal.confirmed',
        subjectId: id,
        why: `as certification ${certificationId}`,
      });
      return certificationOf(tx, actor, row.coach_id);
    });
  }

  sendBack(caller: Caller, id: string, version: number, words: string): Promise<RenewalView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const row = await others(tx, actor, id);
      await settle(tx, actor, row, version, { state: 'sent back', words, certificationId: null });
      // who has chosen no way to be told finds it in the app; only staff of the team may ask which ways there are
      const tell = actor.role === 'administrator' ? 'queue_message' : 'tell_of_supervision';
      await tx.query(`SELECT ${tell}($1, 'certification', $2, 'sent back', $3)`, [
        row.coach_id,
        row.id,
        actor.now,
      ]);
      actor.record({ action: 'renewal.sent-back', subjectId: id, why: words });
      return renewalView(await renewalInReach(tx, actor, id));
    });
  }

  takeBack(caller: Caller, id: string, version: number): Promise<RenewalView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const row = await renewalInReach(tx, actor, id);
      if (row.coach_id !== actor.accountId) throw notFound('renewal');
      if (row.state === 'taken back') return renewalView(row);
      await settle(tx, actor, row, version, { state: 'taken back', words: '', certificationId: null });
      actor.record({ action: 'renewal.taken-back', subjectId: id });
      return renewalView(await renewalInReach(tx, actor, id));
    });
  }
}

async function others(tx: EntityManager, actor: Actor, id: string): Promise<RenewalRow> {
  const row = await renewalInReach(tx, actor, id);
  refuseOwn(actor, row.coach_id);
  return row;
}

/** @throws Problem 412 with the renewal as it now is when somebody was quicker. */
async function settle(
  tx: EntityManager,
  actor: Actor,
  row: RenewalRow,
  version: number,
  said: { state: RenewalView['state']; words: string; certificationId: string | null },
): Promise<void> {
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE certification_renewals SET state = $4, words = $5, certification_id = $6, settled_by = $7, settled_at = $8,
            version = version + 1
      WHERE organization_id = $1 AND id = $2 AND version = $3 AND state = 'waiting'`,
    [
      actor.organizationId,
      row.id,
      version,
      said.state,
      said.words,
      said.certificationId,
      actor.accountId,
      actor.now,
    ],
  );
  if (count !== 1)
    throw stale(renewalView(await renewalInReach(tx, actor, row.id)), {
      state: said.state,
      words: said.words,
    });
}
