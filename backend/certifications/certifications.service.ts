import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { invalid, Problem, stale } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import type { EndCertification, EnterCertification, SetCertification } from './certification.dto.js';
import type {
  CertificationLines,
  CertificationView,
  CoachCertification,
  PressingCertifications,
} from './certification.view.js';
import {
  certificationLines,
  certificationNow,
  certificationOf,
  pressingCertifications,
} from './certification-state.js';
import { type CertificationRow, certificationInReach } from './certifications.queries.js';
import { keepRemoved } from './removed.queries.js';
import { documentOf } from './documents.queries.js';
import { enterCertification } from './enter-certification.js';
import { refuseOwn, whoseCertification } from './whose-certification.js';

/** What a coach is certified as: entered, set right and ended by others, seen by themself. */
@Injectable()
export class CertificationsService {
  constructor(private readonly door: Door) {}

  list(caller: Caller): Promise<CertificationLines> {
    return this.door.asActor(caller, (tx, actor) => {
      actor.record({ action: 'certifications.listed' });
      return certificationLines(tx, actor);
    });
  }

  /** Asked by pages that show a line of it: no opening of anybody's certification. */
  pressing(caller: Caller): Promise<PressingCertifications> {
    return this.door.asActor(caller, pressingCertifications);
  }

  open(caller: Caller, coachId: string): Promise<CoachCertification> {
    return this.door.asActor(caller, async (tx, actor) => {
      const answer = await certificationOf(tx, actor, coachId);
      actor.record({ action: 'certifications.opened', subjectId: answer.coach.accountId });
      return answer;
    });
  }

  /** Once for its id. @throws Problem 404 out of reach; 403 one's own; 409 its id said something else before. */
  enter(caller: Caller, coachId: string, asked: EnterCertification): Promise<CertificationView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { coach } = await whoseCertification(tx, actor, coachId);
      refuseOwn(actor, coach.accountId);
      await checked(tx, actor, coach.accountId, asked);
      const isNew = await enterCertification(tx, actor, coach.accountId, asked, requestHash(asked));
      if (isNew)
        actor.record({
          action: 'certification.entered',
          subjectId: asked.certificationId,
          why: inWords(asked),
        });
      return certificationNow(tx, actor, asked.certificationId);
    });
  }

  /** @throws Problem 404, 403 one's own, 412 with both; 409 when contacts stand on days it would no longer cover. */
  set(caller: Caller, id: string, version: number, asked: SetCertification): Promise<CertificationView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const row = await own(tx, actor, id);
      await checked(tx, actor, row.coach_id, asked);
      if (row.ended_at)
        throw new Problem(409, 'certification-ended', 'This certification was ended, so it stays as it is.');
      const [, count] = await tx.query<[unknown, number]>(
        `UPDATE certifications SET kind = $4, issuer = $5, number = $6, first_on = $7, last_on = $8, document_id = $9,
                version = version + 1
          WHERE organization_id = $1 AND id = $2 AND version = $3 AND ended_at IS NULL`,
        [
          actor.organizationId,
          row.id,
          version,
          asked.kind,
          asked.issuer,
          asked.number,
          asked.firstOn,
          asked.lastOn,
          asked.documentId ?? null,
        ],
      );
      const now = await certificationNow(tx, actor, row.id);
      if (count !== 1) throw stale(now, asked);
      actor.record({ action: 'certification.set-right', subjectId: row.id, why: inWords(asked) });
      return now;
    });
  }

  /** Ends it before its last day. The days before stay certified; contacts after that day must not stand on it. */
  end(caller: Caller, id: string, version: number, asked: EndCertification): Promise<CertificationView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const row = await own(tx, actor, id);
      if (asked.lastOn < row.first_on)
        throw invalid('lastOn', 'before-its-first-day', 'A certification ends on or after its first day.');
      if (asked.lastOn > row.last_on)
        throw invalid(
          'lastOn',
          'after-its-last-day',
          'It ends by itself on its last day. Choose an earlier one.',
        );
      const [, count] = await tx.query<[unknown, number]>(
        `UPDATE certifications SET issued_through_on = coalesce(issued_through_on, last_on), last_on = $4, ended_why = $5,
                ended_by = $6, ended_at = $7, version = version + 1
          WHERE organization_id = $1 AND id = $2 AND version = $3`,
        [actor.organizationId, row.id, version, asked.lastOn, asked.why, actor.accountId, actor.now],
      );
      const now = await certificationNow(tx, actor, row.id);
      if (count !== 1) throw stale(now, asked);
      actor.record({
        action: 'certification.ended',
        subjectId: row.id,
        why: `${asked.lastOn}: ${asked.why}`,
      });
      return now;
    });
  }

  /** An ending that was a mistake: it holds again through the day it was issued for. */
  takeEndingBack(caller: Caller, id: string, version: number): Promise<CertificationView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const row = await own(tx, actor, id);
      const [, count] = await tx.query<[unknown, number]>(
        `UPDATE certifications SET last_on = issued_through_on, issued_through_on = NULL, ended_why = NULL,
                ended_by = NULL, ended_at = NULL, version = version + 1
          WHERE organization_id = $1 AND id = $2 AND version = $3 AND ended_at IS NOT NULL`,
        [actor.organizationId, row.id, version],
      );
      const now = await certificationNow(tx, actor, row.id);
      if (count !== 1) throw stale(now, {});
      actor.record({
        action: 'certification.ending-taken-back',
        subjectId: row.id,
        why: `through ${now.lastOn}`,
      });
      return now;
    });
  }

  /** One entered by mistake; what it was stays, with why. @throws Problem 409 once a contact stands on it, also a voided one. */
  remove(caller: Caller, id: string, version: number, why: string): Promise<void> {
    return this.door.asActor(caller, async (tx, actor) => {
      const row = await own(tx, actor, id);
      const [, count] = await tx.query<[unknown, number]>(
        'DELETE FROM certifications WHERE organization_id = $1 AND id = $2 AND version = $3',
        [actor.organizationId, row.id, version],
      );
      if (count !== 1) throw stale(await certificationNow(tx, actor, row.id), { why });
      await keepRemoved(tx, actor, row, why);
      actor.record({
        action: 'certification.removed',
        subjectId: row.id,
        why: `${inWords({ ...row, firstOn: row.first_on, lastOn: row.last_on })}: ${why}`,
      });
    });
  }
}

async function own(tx: EntityManager, actor: Actor, id: string): Promise<CertificationRow> {
  const row = await certificationInReach(tx, actor, id);
  refuseOwn(actor, row.coach_id);
  return row;
}

async function checked(
  tx: EntityManager,
  actor: Actor,
  coachId: string,
  { firstOn, lastOn, documentId }: SetCertification,
): Promise<void> {
  if (lastOn < firstOn)
    throw invalid('lastOn', 'before-its-first-day', 'A certification ends on or after its first day.');
  if (documentId) await documentOf(tx, actor, coachId, documentId);
}

function inWords({ kind, issuer, number, firstOn, lastOn }: Omit<SetCertification, 'documentId'>): string {
  return `${kind} ${number}, ${issuer}, ${firstOn} to ${lastOn}`;
}
