import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { invalid, notFound, Problem, stale } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import type { EnterEducation, SetEducation } from './certification.dto.js';
import type { EducationView } from './certification.view.js';
import { documentOf } from './documents.queries.js';
import { educationInReach, type EducationRow, educationView } from './education.queries.js';
import { refuseOwn, whoseCertification } from './whose-certification.js';

/** Continuing education: a coach enters it, their supervisor (or an administrator) confirms that it was. */
@Injectable()
export class EducationService {
  constructor(private readonly door: Door) {}

  enter(caller: Caller, coachId: string, asked: EnterEducation): Promise<EducationView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { coach } = await whoseCertification(tx, actor, coachId);
      await checked(tx, actor, coach.accountId, asked);
      const hash = requestHash(asked);
      const rows = await tx.query<unknown[]>(
        `INSERT INTO education_entries (organization_id, id, coach_id, done_on, title, provider, hours, document_id,
           sent_at, request_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
        [
          actor.organizationId,
          asked.educationId,
          coach.accountId,
          asked.doneOn,
          asked.title,
          asked.provider,
          asked.hours,
          asked.documentId ?? null,
          actor.now,
          hash,
        ],
      );
      const kept = await educationInReach(tx, actor, asked.educationId);
      if (!kept.request_hash.equals(hash))
        throw new Problem(
          409,
          'education-id-taken',
          'This was already entered in other words. Enter it as a new one.',
        );
      if (rows.length > 0) actor.record({ action: 'education.entered', subjectId: kept.id });
      return educationView(kept);
    });
  }

  /** Sets it right while it is not confirmed; what was sent back waits again. */
  set(caller: Caller, id: string, version: number, asked: SetEducation): Promise<EducationView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const row = await unconfirmed(tx, actor, id);
      await checked(tx, actor, row.coach_id, asked);
      const [, count] = await tx.query<[unknown, number]>(
        `UPDATE education_entries SET done_on = $4, title = $5, provider = $6, hours = $7, document_id = $8,
                state = 'waiting', settled_by = NULL, settled_at = NULL, words = '', version = version + 1
          WHERE organization_id = $1 AND id = $2 AND version = $3 AND state <> 'confirmed'`,
        [
          actor.organizationId,
          row.id,
          version,
          asked.doneOn,
          asked.title,
          asked.provider,
          asked.hours,
          asked.documentId ?? null,
        ],
      );
      return now(tx, actor, row.id, count, asked, { action: 'education.set-right' });
    });
  }

  remove(caller: Caller, id: string, version: number): Promise<void> {
    return this.door.asActor(caller, async (tx, actor) => {
      const row = await unconfirmed(tx, actor, id);
      const [, count] = await tx.query<[unknown, number]>(
        `DELETE FROM education_entries
          WHERE organization_id = $1 AND id = $2 AND version = $3 AND state <> 'confirmed'`,
        [actor.organizationId, row.id, version],
      );
      if (count !== 1) throw stale(educationView(await educationInReach(tx, actor, row.id)), {});
      actor.record({ action: 'education.removed', subjectId: row.id, why: `${row.done_on} ${row.title}` });
    });
  }

  confirm(caller: Caller, id: string, version: number): Promise<EducationView> {
    return this.settle(caller, id, version, 'confirmed', '');
  }

  sendBack(caller: Caller, id: string, version: number, words: string): Promise<EducationView> {
    return this.settle(caller, id, version, 'sent back', words);
  }

  private settle(
    caller: Caller,
    id: string,
    version: number,
    state: 'confirmed' | 'sent back',
    words: string,
  ): Promise<EducationView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const row = await educationInReach(tx, actor, id);
      refuseOwn(actor, row.coach_id);
      if (row.state === state && row.words === words) return educationView(row);
      const [, count] = await tx.query<[unknown, number]>(
        `UPDATE education_entries SET state = $4, words = $5, settled_by = $6, settled_at = $7, version = version + 1
          WHERE organization_id = $1 AND id = $2 AND version = $3`,
        [actor.organizationId, row.id, version, state, words, actor.accountId, actor.now],
      );
      const action = state === 'confirmed' ? 'education.confirmed' : 'education.sent-back';
      return now(tx, actor, row.id, count, { state, words }, { action, ...(words ? { why: words } : {}) });
    });
  }
}

async function now(
  tx: EntityManager,
  actor: Actor,
  id: string,
  count: number,
  yours: unknown,
  line: { action: string; why?: string },
): Promise<EducationView> {
  const view = educationView(await educationInReach(tx, actor, id));
  if (count !== 1) throw stale(view, yours);
  actor.record({ ...line, subjectId: id });
  return view;
}

async function unconfirmed(tx: EntityManager, actor: Actor, id: string): Promise<EducationRow> {
  const row = await educationInReach(tx, actor, id);
  if (row.coach_id !== actor.accountId) throw notFound('education');
  if (row.state === 'confirmed')
    throw new Problem(
      409,
      'education-confirmed',
      'This was confirmed, so it stays as it is. Ask your supervisor to send it back first.',
    );
  return row;
}

async function checked(
  tx: EntityManager,
  actor: Actor,
  coachId: string,
  { doneOn, documentId }: SetEducation,
): Promise<void> {
  if (doneOn > actor.today)
    throw invalid('doneOn', 'in-the-future', 'Enter it once it was: this day is still to come.');
  if (documentId) await documentOf(tx, actor, coachId, documentId);
}
