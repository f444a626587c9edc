import { v7 as newId } from 'uuid';
import { dayIn } from '../../backend/clock/clock.js';
import { standAnew, type Participant } from './participant.js';
import type { Person } from './staff.js';

export interface SaidTraits {
  mood?: string;
  cravings?: number | null;
  wantsCall?: boolean;
  words?: string;
  /** Now unless told. */
  at?: Date;
}

/** A check-in in the participant's own words, with the standing that follows. @returns its id */
export async function aCheckInThatSays(participant: Participant, traits: SaidTraits): Promise<string> {
  const { organization, organizationId, participantId, accountId } = participant;
  const at = traits.at ?? organization.server.clock.now();
  const checkInId = newId();
  await organization.server.database.query(
    `INSERT INTO check_ins (organization_id, id, participant_id, checked_in_at, checked_in_on, mood, cravings, wants_call,
       words, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[organizationId, checkInId, participantId, at, dayIn(organization.timeZone, at)],
      ...[
        traits.mood ?? 'steady',
        traits.cravings ?? null,
        traits.wantsCall ?? false,
        traits.words ?? '',
        accountId,
      ],
    ],
  );
  await standAnew(participant);
  return checkInId;
}

/** The next contact, planned by this coach for a day, also one gone by. */
export async function aPlannedContactWith(
  participant: Participant,
  coach: Person,
  plannedOn: string,
  plannedTime: string | null = null,
): Promise<string> {
  const { server, organizationId } = participant.organization;
  const plannedContactId = newId();
  await server.database.query(
    `INSERT INTO planned_contacts (organization_id, id, participant_id, coach_id, planned_on, planned_time, way, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'phone', $7)`,
    [
      ...[organizationId, plannedContactId, participant.participantId, coach.accountId],
      ...[plannedOn, plannedTime, server.clock.now()],
    ],
  );
  return plannedContactId;
}

/** A number with what is safe; nothing is unless told. */
export async function aNumberOf(
  { organization, organizationId, participantId }: Participant,
  safe: { mayCall?: boolean; mayText?: boolean; untilOn?: string } = {},
): Promise<void> {
  await organization.server.database.query(
    `INSERT INTO ways_to_reach (organization_id, id, participant_id, kind, value, may_call, may_text, until_on)
     VALUES ($1, $2, $3, 'phone', '555-0123', $4, $5, $6)`,
    [
      organizationId,
      newId(),
      participantId,
      safe.mayCall ?? false,
      safe.mayText ?? false,
      safe.untilOn ?? null,
    ],
  );
}
