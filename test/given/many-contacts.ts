import type pg from 'pg';
import type { Participant } from './participant.js';
import type { Person } from './staff.js';

/**
 * So many contacts of theirs at once, a minute apart and ending a day ago; written past the server and the triggers, so
 * only in a database of one's own.
 */
export async function manyContacts(
  database: pg.Client,
  coach: Person,
  { participantId }: Pick<Participant, 'participantId'>,
  count: number,
): Promise<void> {
  await database.query('ALTER TABLE contacts DISABLE TRIGGER USER');
  await database.query(
    `INSERT INTO contacts (organization_id, id, participant_id, enrollment_id, coach_id, occurred_on, happened_at,
       recorded_at, outcome, way, certification_id, request_hash)
     SELECT e.organization_id, uuidv7(), e.participant_id, e.id, t.coach_id, c.at::date, c.at, c.at, 'reached', 'phone',
            t.id, ''
       FROM enrollments e
       JOIN certifications t ON t.organization_id = e.organization_id AND t.coach_id = $2
      CROSS JOIN LATERAL (SELECT now() - interval '1 day' - n * interval '1 minute' AS at
                            FROM generate_series(1, $3::integer) n) c
      WHERE e.participant_id = $1`,
    [participantId, coach.accountId, count],
  );
  await database.query('ALTER TABLE contacts ENABLE TRIGGER USER');
}
