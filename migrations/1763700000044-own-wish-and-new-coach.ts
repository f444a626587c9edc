import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'organization_id = (SELECT acting_organization())';
const OWN = `${HERE} AND participant_id IN (SELECT p.id FROM participants p)`;

/**
 * A participant writes their own wish about a coach, and is told of another coach: on Home until they put it away or
 * have talked, and by a message where they allow mail. What they are told is two names, from the assignment itself:
 * neither a line of a handover nor a reason can come along.
 */
export class OwnWishAndNewCoach1763700000044 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
COMMENT ON TABLE coach_wishes IS
  'What a participant says about themself for finding a coach, and whom they wish for; in their own hand or as told to staff.';
ALTER TABLE coach_wishes ADD COLUMN language text CHECK (language IN ('en', 'es'));
COMMENT ON COLUMN coach_wishes.language IS 'Which they would rather speak with a coach; null: the one of their record.';
CREATE POLICY participants_their_own ON coach_wishes TO caseload_participant USING (${OWN});
CREATE POLICY in_their_own_name ON coach_wishes AS RESTRICTIVE TO caseload_participant
  USING (true) WITH CHECK (noted_by = (SELECT acting_account()));
GRANT SELECT, INSERT, UPDATE ON coach_wishes TO caseload_participant;
DROP TRIGGER announce ON coach_wishes;
CREATE TRIGGER announce AFTER INSERT OR UPDATE ON coach_wishes
  FOR EACH ROW EXECUTE FUNCTION announce_participant('and the participant');

ALTER TABLE assignments ADD COLUMN heard_at timestamptz;
COMMENT ON COLUMN assignments.heard_at IS 'When the participant put away the line that tells them of this coach.';
-- What is long so is no news.
UPDATE assignments SET heard_at = made_at WHERE kind = 'primary' AND until_on IS NULL;

-- The coach who is new to somebody: not the first of their stay from its first day on, not one who was gone for a day
-- only (taken back at once), and not talked with yet. With the name of who handed over, where it was a handover.
CREATE FUNCTION new_coach_of(p_organization_id uuid, p_participant_id uuid)
RETURNS TABLE (assignment_id uuid, coach_name text, before_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT a.id, c.name, b.name
    FROM assignments a
    JOIN accounts c ON c.organization_id = a.organization_id AND c.id = a.coach_id
    LEFT JOIN handovers h ON h.organization_id = a.organization_id AND h.participant_id = a.participant_id
     AND h.to_id = a.coach_id AND h.made_at = a.made_at
    LEFT JOIN accounts b ON b.organization_id = h.organization_id AND b.id = h.from_id
   WHERE a.organization_id = p_organization_id AND a.participant_id = p_participant_id AND a.kind = 'primary'
     AND a.until_on IS NULL AND a.heard_at IS NULL
     AND (EXISTS (SELECT 1 FROM assignments e
                   WHERE e.organization_id = a.organization_id AND e.participant_id = a.participant_id
                     AND e.kind = 'primary' AND e.coach_id <> a.coach_id)
          OR EXISTS (SELECT 1 FROM enrollments e
                      WHERE e.organization_id = a.organization_id AND e.participant_id = a.participant_id
                        AND e.closed_on IS NULL AND e.enrolled_on < a.from_on))
     AND NOT EXISTS (SELECT 1 FROM assignments e
                      WHERE e.organization_id = a.organization_id AND e.participant_id = a.participant_id
                        AND e.kind = 'primary' AND e.coach_id = a.coach_id AND e.until_on >= a.from_on - 1)
     AND NOT EXISTS (SELECT 1 FROM contacts t
                      WHERE t.organization_id = a.organization_id AND t.participant_id = a.participant_id
                        AND t.coach_id = a.coach_id AND t.outcome = 'reached' AND t.voided_at IS NULL
                        AND t.occurred_on >= a.from_on AND t.recorded_at >= a.made_at) $$;

CREATE FUNCTION own_new_coach() RETURNS TABLE (assignment_id uuid, coach_name text, before_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT n.* FROM participants p CROSS JOIN LATERAL new_coach_of(p.organization_id, p.id) n
       WHERE p.organization_id = acting_organization() AND p.account_id = acting_account() $$;

-- Put away by the participant themself; again it stays as it was. False: it is none of theirs.
CREATE FUNCTION hear_of_new_coach(p_assignment_id uuid, p_now timestamptz) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ WITH heard AS (
        UPDATE assignments a SET heard_at = coalesce(a.heard_at, p_now) FROM participants p
         WHERE a.organization_id = acting_organization() AND a.id = p_assignment_id AND a.kind = 'primary'
           AND p.organization_id = a.organization_id AND p.id = a.participant_id AND p.account_id = acting_account()
        RETURNING 1)
      SELECT EXISTS (SELECT 1 FROM heard) $$;

-- Where a participant with an open account may be written to: mail they said is safe, on this day.
CREATE FUNCTION mail_of_participant(p_organization_id uuid, p_account_id uuid)
RETURNS TABLE (address text, language text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT w.value, p.language FROM participants p
        JOIN accounts a ON a.organization_id = p.organization_id AND a.id = p.account_id
         AND a.activated_at IS NOT NULL AND a.disabled_at IS NULL
        JOIN ways_to_reach w ON w.organization_id = p.organization_id AND w.participant_id = p.id
         AND w.kind = 'email' AND w.may_text AND w.no_longer_at IS NULL
         AND (w.until_on IS NULL OR w.until_on >= day_in(p_organization_id))
       WHERE p.organization_id = p_organization_id AND p.organization_id = acting_organization()
         AND p.account_id = p_account_id
       ORDER BY w.id LIMIT 1 $$;

-- Once for each assignment, in its transaction, and in words that tell nothing: see backend/messages/words.rules.ts.
CREATE FUNCTION tell_of_new_coach(p_participant_id uuid, p_now timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE the_message uuid;
BEGIN
  INSERT INTO messages (organization_id, id, account_id, kind, subject_id, step, made_at)
  SELECT p.organization_id, gen_random_uuid(), p.account_id, 'new coach', n.assignment_id, '', p_now
    FROM participants p
   CROSS JOIN LATERAL new_coach_of(p.organization_id, p.id) n
   CROSS JOIN LATERAL mail_of_participant(p.organization_id, p.account_id) m
   WHERE p.organization_id = acting_organization() AND p.id = p_participant_id
  ON CONFLICT ON CONSTRAINT told_once DO NOTHING
  RETURNING id INTO the_message;
  IF the_message IS NULL THEN RETURN; END IF;
  INSERT INTO message_deliveries (organization_id, id, message_id, way, next_try_at)
  VALUES (acting_organization(), gen_random_uuid(), the_message, 'e-mail', p_now);
  PERFORM pg_notify('alongside_jobs', 'messages');
END $$;

-- That somebody in a program was written to is not for all of the staff.
ALTER POLICY staff_read ON messages USING (${HERE} AND kind <> 'new coach');

GRANT EXECUTE ON FUNCTION own_new_coach(), hear_of_new_coach(uuid, timestamptz) TO caseload_participant;
GRANT EXECUTE ON FUNCTION tell_of_new_coach(uuid, timestamptz) TO caseload_supervisor, caseload_administrator;
GRANT EXECUTE ON FUNCTION mail_of_participant(uuid, uuid) TO caseload_jobs;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER POLICY staff_read ON messages USING (${HERE});
DROP FUNCTION tell_of_new_coach(uuid, timestamptz), mail_of_participant(uuid, uuid),
  hear_of_new_coach(uuid, timestamptz), own_new_coach(), new_coach_of(uuid, uuid);
ALTER TABLE assignments DROP COLUMN heard_at;
DROP TRIGGER announce ON coach_wishes;
CREATE TRIGGER announce AFTER INSERT OR UPDATE ON coach_wishes FOR EACH ROW EXECUTE FUNCTION announce_participant();
REVOKE ALL ON coach_wishes FROM caseload_participant;
DROP POLICY in_their_own_name ON coach_wishes;
DROP POLICY participants_their_own ON coach_wishes;
ALTER TABLE coach_wishes DROP COLUMN language;
COMMENT ON TABLE coach_wishes IS
  'What a participant said about themself for finding a coach, and whom they wish for; as told to staff.';
`);
  }
}
