import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a standing follows from, gathered in one place, and the storing of what follows. Both run as the owner: a
 * standing must be whole whoever's write moved it, also when that person may not read all it rests on.
 */
export class StandingFacts1763700000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE FUNCTION standing_facts(p_participant_id uuid)
RETURNS TABLE (enrollment_id uuid, enrolled_on date, agreed_cadence_days integer, agreed_cadence_on date,
               last_reached_on date, attempt_days date[], last_check_in_on date,
               windows jsonb, risk_notes jsonb, pauses jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT e.id, e.enrolled_on, e.agreed_cadence_days, e.agreed_cadence_on, reached.day,
         ARRAY(SELECT DISTINCT c.occurred_on FROM contacts c
                WHERE c.organization_id = e.organization_id AND c.participant_id = e.participant_id
                  AND c.voided_at IS NULL AND c.outcome <> 'reached'
                  AND c.occurred_on > coalesce(reached.day, e.enrolled_on - 1) ORDER BY 1),
         (SELECT i.checked_in_on FROM check_ins i
           WHERE i.organization_id = e.organization_id AND i.participant_id = e.participant_id
             AND i.checked_in_on >= e.enrolled_on
           ORDER BY i.checked_in_at DESC, i.id DESC LIMIT 1),
         (SELECT jsonb_agg(jsonb_build_object('beganOn', w.began_on, 'closedOn', w.closed_on)) FROM vulnerability_windows w
           WHERE w.organization_id = e.organization_id AND w.participant_id = e.participant_id
             AND w.began_on + 91 >= coalesce(reached.day, e.enrolled_on)),
         (SELECT jsonb_agg(jsonb_build_object('level', r.level, 'raisedOn', r.raised_on, 'resolvedOn', r.resolved_on))
            FROM risk_notes r
           WHERE r.organization_id = e.organization_id AND r.participant_id = e.participant_id
             AND (r.resolved_on IS NULL OR r.resolved_on >= coalesce(reached.day, e.enrolled_on))),
         (SELECT jsonb_agg(jsonb_build_object('fromOn', u.from_on, 'throughOn', u.through_on, 'reason', u.reason))
            FROM pauses u
           WHERE u.organization_id = e.organization_id AND u.participant_id = e.participant_id
             AND u.through_on >= coalesce(reached.day, e.enrolled_on))
    FROM enrollments e
    LEFT JOIN LATERAL (
      SELECT c.occurred_on AS day FROM contacts c
       WHERE c.organization_id = e.organization_id AND c.participant_id = e.participant_id
         AND c.voided_at IS NULL AND c.outcome = 'reached' AND c.occurred_on >= e.enrolled_on
       ORDER BY c.occurred_on DESC LIMIT 1) reached ON true
   WHERE e.organization_id = acting_organization() AND e.participant_id = p_participant_id AND e.closed_on IS NULL $$;

CREATE FUNCTION store_standing(p_enrollment_id uuid, p_last_reached_on date, p_attempt_days date[],
  p_last_check_in_on date, p_changes_on date[], p_standings text[], p_dues_on date[], p_reasons jsonb)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  INSERT INTO standings (organization_id, enrollment_id, participant_id, coach_id, last_reached_on, attempt_days,
                         last_check_in_on, changes_on, standings, dues_on, reasons)
  SELECT e.organization_id, e.id, e.participant_id, p.primary_coach_id, p_last_reached_on, p_attempt_days,
         p_last_check_in_on, p_changes_on, p_standings, p_dues_on, p_reasons
    FROM enrollments e JOIN participants p ON p.organization_id = e.organization_id AND p.id = e.participant_id
   WHERE e.organization_id = acting_organization() AND e.id = p_enrollment_id AND e.closed_on IS NULL
  ON CONFLICT (organization_id, enrollment_id) DO UPDATE
    SET last_reached_on = excluded.last_reached_on, attempt_days = excluded.attempt_days,
        last_check_in_on = excluded.last_check_in_on, changes_on = excluded.changes_on,
        standings = excluded.standings, dues_on = excluded.dues_on, reasons = excluded.reasons,
        coach_id = excluded.coach_id $$;

-- Two writes about one person wait for one another, so that the later one sees what the earlier did. No key is
-- held: a contact just inserted by the other holds the enrollment's key, and each would wait for the other for ever.
CREATE FUNCTION hold_standing(p_participant_id uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT 1 FROM enrollments
       WHERE organization_id = acting_organization() AND participant_id = p_participant_id AND closed_on IS NULL
       ORDER BY id FOR NO KEY UPDATE $$;

GRANT EXECUTE ON FUNCTION standing_facts(uuid), hold_standing(uuid),
  store_standing(uuid, date, date[], date, date[], text[], date[], jsonb)
  TO caseload_coach, caseload_supervisor, caseload_administrator, caseload_jobs;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION standing_facts(uuid), hold_standing(uuid),
  store_standing(uuid, date, date[], date, date[], text[], date[], jsonb);`);
  }
}
