import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Everything out again in the shape in which it comes in. An administrator is granted neither ways to reach nor contacts:
 * these give what a file holds, page by page, and no words about anybody.
 */
export class TakingOut1763700000058 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- One row for each stay that is open, of so many people behind one.
CREATE FUNCTION people_to_take_out(p_after uuid, p_most integer) RETURNS TABLE (participant_id uuid, name text,
  legal_name text, number text, born_on date, pronouns text, language text, phones jsonb, email text, address text,
  program text, enrolled_on date, coach text, agreed_days integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH page AS MATERIALIZED (
    SELECT p.* FROM participants p
     WHERE p.organization_id = acting_organization() AND p.id > p_after AND p.id IS DISTINCT FROM own_record()
       AND EXISTS (SELECT 1 FROM enrollments e WHERE e.organization_id = p.organization_id
                      AND e.participant_id = p.id AND e.closed_on IS NULL)
     ORDER BY p.id LIMIT p_most)
  SELECT p.id, p.preferred_name, p.legal_name,
         (SELECT o.number FROM old_numbers o
           WHERE o.organization_id = p.organization_id AND o.participant_id = p.id ORDER BY o.number LIMIT 1),
         (SELECT b.born_on FROM births b WHERE b.organization_id = p.organization_id AND b.participant_id = p.id),
         p.pronouns, p.language, w.phones, w.email, w.address, r.name, e.enrolled_on, a.sign_in_name, e.agreed_cadence_days
    FROM page p
    JOIN enrollments e ON e.organization_id = p.organization_id AND e.participant_id = p.id AND e.closed_on IS NULL
    JOIN programs r ON r.organization_id = e.organization_id AND r.id = e.program_id
    LEFT JOIN accounts a ON a.organization_id = p.organization_id AND a.id = p.primary_coach_id
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('value', y.value, 'mayCall', y.may_call, 'mayVoicemail', y.may_voicemail,
               'mayText', y.may_text, 'maySayWho', y.may_say_who, 'bestHours', y.best_hours) ORDER BY y.id)
               FILTER (WHERE y.kind = 'phone') AS phones,
             min(y.value) FILTER (WHERE y.kind = 'email') AS email,
             min(y.value) FILTER (WHERE y.kind = 'address') AS address
        FROM ways_to_reach y
       WHERE y.organization_id = p.organization_id AND y.participant_id = p.id AND y.no_longer_at IS NULL) w ON true
   ORDER BY p.id, e.enrolled_on, e.id $$;

-- What stands, without a word of what was said.
CREATE FUNCTION contacts_to_take_out(p_after uuid, p_most integer) RETURNS TABLE (contact_id uuid, participant_id uuid,
  name text, number text, occurred_on date, occurred_time text, way text, outcome text, minutes integer, coach text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.id, c.participant_id, p.preferred_name,
         (SELECT o.number FROM old_numbers o
           WHERE o.organization_id = p.organization_id AND o.participant_id = p.id ORDER BY o.number LIMIT 1),
         c.occurred_on, to_char(c.occurred_time, 'HH24:MI'), c.way, c.outcome, c.minutes, a.sign_in_name
    FROM contacts c
    JOIN participants p ON p.organization_id = c.organization_id AND p.id = c.participant_id
    JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.coach_id
   WHERE c.organization_id = acting_organization() AND c.id > p_after AND c.voided_at IS NULL
     AND c.participant_id IS DISTINCT FROM own_record()
   ORDER BY c.id LIMIT p_most $$;

GRANT EXECUTE ON FUNCTION people_to_take_out(uuid, integer), contacts_to_take_out(uuid, integer) TO caseload_administrator;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP FUNCTION people_to_take_out(uuid, integer), contacts_to_take_out(uuid, integer);`,
    );
  }
}
