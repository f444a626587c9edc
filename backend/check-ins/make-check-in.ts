import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { dayIn } from '../clock/clock.js';
import { Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import type { OwnNewCheckIn } from './check-in.dto.js';
import { type CheckInFound, checkInOfId } from './check-ins.queries.js';
import { saidAt } from './check-ins.rules.js';
import { takenBackAt } from './take-back.js';

/** The contact in whose form it was entered: it was said then and there. */
export interface SaidInContact {
  contactId: string;
  happenedAt: Date;
  /** The contact's local day. */
  occurredOn: string;
}

/**
 * Keeps a check-in of a participant already found within reach, once for its id: the same one sent again is answered as
 * it is. How long it waited on the phone is no part of what was said, so it may have grown meanwhile.
 *
 * @throws Problem 409 for another one under its id, or one taken back; 404 when its id is held out of reach.
 */
export async function makeCheckIn(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  { minutesAgo = 0, ...asked }: OwnNewCheckIn,
  saidIn?: SaidInContact,
): Promise<CheckInFound & { isNew: boolean }> {
  const said = {
    mood: asked.mood,
    cravings: asked.cravings ?? null,
    sleep: asked.sleep ?? null,
    connection: asked.connection ?? null,
    hasSafePlace: asked.hasSafePlace ?? null,
    wantsCall: asked.wantsCall ?? false,
    words: asked.words ?? '',
  };
  const hash = requestHash({ ...said, checkInId: asked.checkInId, participantId });
  const at = saidIn?.happenedAt ?? saidAt(actor.now, minutesAgo);
  const on = saidIn?.occurredOn ?? dayIn(actor.timeZone, at);
  const rows = await tx.query<unknown[]>(
    `INSERT INTO check_ins (organization_id, id, participant_id, checked_in_at, checked_in_on, mood, cravings, sleep,
       connection, has_safe_place, wants_call, words, made_by, is_with_staff, recorded_at, request_hash,
       contact_id)
     SELECT $1::uuid, $2::uuid, $3::uuid, $4::timestamptz, $5::date, $6, $7::integer, $8, $9, $10::boolean, $11::boolean,
            $12, $13::uuid, $14::boolean, $15::timestamptz, $16::bytea, $17::uuid
      WHERE NOT EXISTS (SELECT 1 FROM check_ins_taken_back t WHERE t.organization_id = $1 AND t.id = $2)
     ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [
      ...[actor.organizationId, asked.checkInId, participantId, at, on],
      ...[said.mood, said.cravings, said.sleep, said.connection, said.hasSafePlace, said.wantsCall],
      ...[
        said.words,
        actor.accountId,
        actor.role !== 'participant',
        actor.now,
        hash,
        saidIn?.contactId ?? null,
      ],
    ],
  );
  if (rows.length === 1) actor.record({ action: 'check-in.made', participantId, subjectId: asked.checkInId });
  else if (await takenBackAt(tx, actor, asked.checkInId))
    throw new Problem(409, 'check-in-taken-back', 'This check-in was taken back. You can make a new one.');
  const made = found(await checkInOfId(tx, actor, asked.checkInId), 'check-in');
  if (!made.requestHash?.equals(hash))
    throw new Problem(
      409,
      'check-in-id-taken',
      'This check-in was already sent in other words. Make a new one.',
    );
  return { ...made, isNew: rows.length === 1 };
}
