import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is done past the door announces nothing and is nobody's own: it comes by the thousand. */
const QUIETLY = `
  org uuid := acting_organization();
  who uuid := acting_account();
BEGIN
  IF num_nulls(org, who) > 0 THEN RAISE EXCEPTION 'Nobody acts.'; END IF;
  PERFORM set_config('app.organization_id', '', true), set_config('app.account_id', '', true);`;
const ALOUD_AGAIN = `
  PERFORM set_config('app.organization_id', org::text, true), set_config('app.account_id', who::text, true);`;

/**
 * How rows come in, many with each statement, and how they are told from what is here. An administrator reads neither
 * ways to reach nor contacts; these functions tell the server what it needs to compare, and write what was decided.
 */
export class BringingIn1763700000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Everybody here, with what tells one person from another.
CREATE FUNCTION people_to_match() RETURNS TABLE (id uuid, account_id uuid, preferred_name text, legal_name text,
  born_on date, numbers text[], ways jsonb, primary_coach_id uuid, stays jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.id, p.account_id, p.preferred_name, p.legal_name, b.born_on, n.numbers, w.ways,
         (SELECT a.coach_id FROM assignments a WHERE a.organization_id = p.organization_id AND a.participant_id = p.id
             AND a.kind = 'primary' AND a.until_on IS NULL), e.stays
    FROM participants p
    LEFT JOIN births b ON b.organization_id = p.organization_id AND b.participant_id = p.id
    LEFT JOIN LATERAL (SELECT array_agg(o.number) AS numbers FROM old_numbers o
                        WHERE o.organization_id = p.organization_id AND o.participant_id = p.id) n ON true
    LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('kind', y.kind, 'value', y.value)) AS ways
                         FROM ways_to_reach y
                        WHERE y.organization_id = p.organization_id AND y.participant_id = p.id) w ON true
    LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'programId', s.program_id, 'enrolledOn',
                                s.enrolled_on, 'closedOn', s.closed_on, 'reason', s.closing_reason)
                              ORDER BY s.enrolled_on, s.id) AS stays
                         FROM enrollments s
                        WHERE s.organization_id = p.organization_id AND s.participant_id = p.id) e ON true
   WHERE p.organization_id = acting_organization() ORDER BY p.id $$;

CREATE FUNCTION rows_known(p_fingerprints bytea[]) RETURNS TABLE (fingerprint bytea, participant_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.fingerprint, r.participant_id FROM rows_brought_in r
   WHERE r.organization_id = acting_organization() AND r.fingerprint = ANY (p_fingerprints) $$;

-- Which of these contacts are here: their ids, nothing of what they say.
CREATE FUNCTION contacts_known(p_ids uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.id FROM contacts c WHERE c.organization_id = acting_organization() AND c.id = ANY (p_ids) $$;

CREATE FUNCTION bring_in_people(p_move_id uuid, p_now timestamptz, p_today date, p_brought jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE ${QUIETLY}
  INSERT INTO participants (organization_id, id, preferred_name, legal_name, pronouns, language, created_at)
  SELECT org, r.id, r.name, r."legalName", r.pronouns, r.language, p_now
    FROM jsonb_to_recordset(p_brought -> 'participants') AS r (id uuid, name text, "legalName" text, pronouns text, language text);
  INSERT INTO enrollments (organization_id, id, participant_id, program_id, enrolled_on, agreed_cadence_days, agreed_cadence_on)
  SELECT org, r.id, r."participantId", r."programId", r."enrolledOn", r."agreedDays", r."enrolledOn"
    FROM jsonb_to_recordset(p_brought -> 'stays')
      AS r (id uuid, "participantId" uuid, "programId" uuid, "enrolledOn" date, "agreedDays" integer);
  INSERT INTO ways_to_reach (organization_id, id, participant_id, kind, value, may_call, may_voicemail, may_text,
    may_say_who, why_not, best_hours, changed_by, changed_at)
  SELECT org, r.id, r."participantId", r.kind, r.value, r."mayCall", r."mayVoicemail", r."mayText", r."maySayWho",
         r."whyNot", r."bestHours", who, p_now
    FROM jsonb_to_recordset(p_brought -> 'ways') AS r (id uuid, "participantId" uuid, kind text, value text, "mayCall" boolean,
      "mayVoicemail" boolean, "mayText" boolean, "maySayWho" boolean, "whyNot" text, "bestHours" text);
  INSERT INTO assignments (organization_id, id, participant_id, coach_id, kind, from_on, reason, made_by, made_at)
  SELECT org, r.id, r."participantId", r."coachId", 'primary', p_today, r.reason, who, p_now
    FROM jsonb_to_recordset(p_brought -> 'assignments') AS r (id uuid, "participantId" uuid, "coachId" uuid, reason text);
  INSERT INTO old_numbers (organization_id, number, participant_id)
  SELECT org, r.number, r."participantId"
    FROM jsonb_to_recordset(p_brought -> 'numbers') AS r (number text, "participantId" uuid);
  INSERT INTO births (organization_id, participant_id, born_on)
  SELECT org, r."participantId", r."bornOn"
    FROM jsonb_to_recordset(p_brought -> 'births') AS r ("participantId" uuid, "bornOn" date);
  INSERT INTO rows_brought_in (organization_id, fingerprint, participant_id, move_id)
  SELECT org, decode(r.fingerprint, 'hex'), r."participantId", p_move_id
    FROM jsonb_to_recordset(p_brought -> 'rows') AS r (fingerprint text, "participantId" uuid)
  ON CONFLICT DO NOTHING;
  ${ALOUD_AGAIN}
END $$;

CREATE FUNCTION bring_in_contacts(p_move_id uuid, p_now timestamptz, p_contacts jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE ${QUIETLY}
  INSERT INTO contacts (organization_id, id, participant_id, enrollment_id, coach_id, occurred_on, occurred_time,
    happened_at, recorded_at, outcome, way, minutes, shared_note, certification_id, training_supervisor_id, is_held,
    request_hash, brought_in_by)
  SELECT org, r.id, r."participantId", r."enrollmentId", r."coachId", r."occurredOn", r."occurredTime",
         r."happenedAt", p_now, r.outcome, r.way, r.minutes, r."sharedNote", r."certificationId",
         r."trainingSupervisorId", r."isHeld", decode(r.hash, 'hex'), p_move_id
    FROM jsonb_to_recordset(p_contacts) AS r (id uuid, "participantId" uuid, "enrollmentId" uuid, "coachId" uuid,
      "occurredOn" date, "occurredTime" time, "happenedAt" timestamptz, outcome text, way text, minutes integer,
      "sharedNote" text, "certificationId" uuid, "trainingSupervisorId" uuid, "isHeld" boolean, hash text);
  INSERT INTO contact_team_notes (organization_id, contact_id, participant_id, words)
  SELECT org, r.id, r."participantId", r.note
    FROM jsonb_to_recordset(p_contacts) AS r (id uuid, "participantId" uuid, note text) WHERE r.note <> '';
  ${ALOUD_AGAIN}
END $$;

GRANT EXECUTE ON FUNCTION people_to_match(), rows_known(bytea[]), contacts_known(uuid[]),
  bring_in_people(uuid, timestamptz, date, jsonb), bring_in_contacts(uuid, timestamptz, jsonb) TO caseload_administrator;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION people_to_match(), rows_known(bytea[]), contacts_known(uuid[]),
  bring_in_people(uuid, timestamptz, date, jsonb), bring_in_contacts(uuid, timestamptz, jsonb);`);
  }
}
