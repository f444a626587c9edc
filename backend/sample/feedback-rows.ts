import type pg from 'pg';
import { Chance } from './chance.js';
import { type Making, staffMember } from './sample-making.js';

/** Contacts recorded before so many days have been read by the supervisor of their coach. */
const READ_BEFORE_DAYS = 3;
/** When supervisors last looked at their stream. */
const LOOKED_HOURS_AGO = 20;

const atOf = (contact: LoggedContact): number => new Date(contact.recorded_at).getTime();

interface LoggedContact {
  id: string;
  participant_id: string;
  coach_id: string;
  recorded_at: Date | string;
  outcome: string;
  shared_note: string;
  version: number;
  voided_at?: Date | null;
}

/** What Sam has said to Rosa: thanks and an asked change that she has not seen yet, and a word from last week. */
export function addFeedback({ rows, days, staff }: Pick<Making, 'rows' | 'days' | 'staff'>): void {
  const rosa = staffMember({ staff }, 'rosa');
  const sam = staffMember({ staff }, 'sam');
  const chance = new Chance('feedback/rosa');
  const reached = (rows.of('contacts') as unknown as LoggedContact[])
    .filter((each) => each.coach_id === rosa.id && each.outcome === 'reached' && !each.voided_at)
    .filter((each) => each.shared_note !== '')
    .toSorted((one, other) => atOf(other) - atOf(one));
  const give = (
    contact: LoggedContact | undefined,
    kind: 'thanks' | 'comment' | 'change',
    words: string,
    isRead = false,
  ): void => {
    if (!contact) return;
    const givenAt = days.after(new Date(contact.recorded_at), chance.whole(20, 90));
    rows.add('feedback', {
      id: chance.id(givenAt),
      contact_id: contact.id,
      participant_id: contact.participant_id,
      coach_id: rosa.id,
      kind,
      words,
      contact_version: contact.version,
      given_by: sam.id,
      given_at: givenAt,
      request_hash: '\\x00',
      read_at: isRead ? days.after(givenAt, 45) : null,
      answer_words: '',
    });
  };
  const [newest, next] = reached;
  give(
    next,
    'thanks',
    'You waited with them until the door opened. That was the whole work that day. Thank you.',
  );
  give(newest, 'change', 'What did you two agree for next time? One line is enough.');
  give(reached[8], 'comment', 'Good that you asked before writing it down.', true);
}

/**
 * What triggers made of the contacts, as if somebody had been reading along: the older ones are seen, and those asked
 * for are chosen without the organization's salt, so that the sample is the same every time.
 */
export async function readAlong(owner: pg.ClientBase, organizationId: string, now: Date): Promise<void> {
  const readBefore = new Date(now.getTime() - READ_BEFORE_DAYS * 86_400_000);
  await owner.query(
    `UPDATE contact_reviews SET asked_because =
            CASE WHEN asked_because IN ('training', 'held', 'risk note') THEN asked_because
                 WHEN substr(md5(contact_id::text), 1, 1) IN ('0', '1') THEN 'sample' END
      WHERE organization_id = $1`,
    [organizationId],
  );
  await owner.query(
    `UPDATE contact_reviews r SET is_to_read = false, seen_at = r.recorded_at + interval '20 hours',
            seen_by = c.supervisor_id, seen_version = r.contact_version
       FROM coaches c
      WHERE r.organization_id = $1 AND r.recorded_at < $2 AND c.organization_id = $1 AND c.id = r.coach_id
        AND c.supervisor_id IS NOT NULL`,
    [organizationId, readBefore],
  );
  await owner.query(
    `UPDATE contact_reviews r SET is_to_read = false, seen_at = f.given_at, seen_by = f.given_by,
            seen_version = r.contact_version
       FROM feedback f WHERE r.organization_id = $1 AND f.organization_id = $1 AND f.contact_id = r.contact_id`,
    [organizationId],
  );
  await owner.query(
    `INSERT INTO stream_looks (organization_id, account_id, looked_at)
     SELECT organization_id, account_id, $2 FROM account_roles WHERE organization_id = $1 AND role = 'supervisor'`,
    [organizationId, new Date(now.getTime() - LOOKED_HOURS_AGO * 3_600_000)],
  );
}
