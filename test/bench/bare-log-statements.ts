import { prepared } from './bare-database.js';

/** Everything that logging stands on, when the participant is on the coach's caseload. */
export const GROUND = prepared(`
  SELECT p.preferred_name, c.name AS coach_name, e.id AS enrollment_id, g.id AS program_id, g.name AS program_name,
         k.training_supervisor_id, k.training_through_on,
         EXISTS (SELECT 1 FROM contacts x WHERE x.organization_id = $1 AND x.id = $4) AS is_taken,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'firstOn', t.first_on, 'lastOn', t.last_on,
                                     'words', t.kind || ' ' || t.number)), '[]')
            FROM certifications t WHERE t.organization_id = $1 AND t.coach_id = $3) AS certifications
    FROM assignments a
    JOIN participants p ON p.organization_id = $1 AND p.id = a.participant_id
    JOIN accounts c ON c.organization_id = $1 AND c.id = $3
    JOIN coaches k ON k.organization_id = $1 AND k.id = $3
    JOIN enrollments e ON e.organization_id = $1 AND e.participant_id = a.participant_id AND e.closed_on IS NULL
    JOIN programs g ON g.organization_id = $1 AND g.id = e.program_id
   WHERE a.organization_id = $1 AND a.coach_id = $3 AND a.participant_id = $2 AND a.until_on IS NULL
   ORDER BY e.enrolled_on, e.id LIMIT 1`);

export const CONTACT = prepared(`
  INSERT INTO contacts (organization_id, id, participant_id, enrollment_id, coach_id, occurred_on, occurred_time,
    happened_at, recorded_at, outcome, started_by, way, place, minutes, dimensions, shared_note, certification_id,
    training_supervisor_id, is_held, request_hash)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`);

export const TEAM_NOTE = prepared(
  'INSERT INTO contact_team_notes (organization_id, contact_id, participant_id, words) VALUES ($1, $2, $3, $4)',
);
export const DRAFT = prepared('DELETE FROM drafts WHERE organization_id = $1 AND id = $2');
export const SETTLE = prepared(`
  UPDATE planned_contacts SET replaced_at = $3, ended_as = 'reached', ended_by = coach_id, version = version + 1
   WHERE organization_id = $1 AND participant_id = $2 AND replaced_at IS NULL AND planned_on <= $4`);
export const HOLD = prepared(`
  SELECT 1 FROM enrollments WHERE organization_id = $1 AND participant_id = $2 AND closed_on IS NULL
   ORDER BY id FOR NO KEY UPDATE`);

export const FACTS = prepared(`
  SELECT e.id AS enrollment_id, e.enrolled_on, e.agreed_cadence_days, e.agreed_cadence_on, reached.day AS last_reached_on,
         ARRAY (SELECT DISTINCT c.occurred_on FROM contacts c
                 WHERE c.organization_id = $1 AND c.participant_id = $2 AND c.voided_at IS NULL
                   AND c.outcome <> 'reached' AND c.occurred_on > coalesce(reached.day, e.enrolled_on - 1)
                 ORDER BY 1) AS attempt_days,
         (SELECT i.checked_in_on FROM check_ins i
           WHERE i.organization_id = $1 AND i.participant_id = $2 AND i.checked_in_on >= e.enrolled_on
           ORDER BY i.checked_in_at DESC, i.id DESC LIMIT 1) AS last_check_in_on,
         (SELECT jsonb_agg(jsonb_build_object('beganOn', w.began_on, 'closedOn', w.closed_on)) FROM vulnerability_windows w
           WHERE w.organization_id = $1 AND w.participant_id = $2
             AND w.began_on + 91 >= coalesce(reached.day, e.enrolled_on)) AS windows,
         (SELECT jsonb_agg(jsonb_build_object('level', r.level, 'raisedOn', r.raised_on, 'resolvedOn', r.resolved_on))
            FROM risk_notes r WHERE r.organization_id = $1 AND r.participant_id = $2
             AND (r.resolved_on IS NULL OR r.resolved_on >= coalesce(reached.day, e.enrolled_on))) AS risk_notes,
         (SELECT jsonb_agg(jsonb_build_object('fromOn', u.from_on, 'throughOn', u.through_on, 'reason', u.reason))
            FROM pauses u WHERE u.organization_id = $1 AND u.participant_id = $2
             AND u.through_on >= coalesce(reached.day, e.enrolled_on)) AS pauses
    FROM enrollments e
    LEFT JOIN LATERAL (
      SELECT c.occurred_on AS day FROM contacts c
       WHERE c.organization_id = $1 AND c.participant_id = $2 AND c.voided_at IS NULL AND c.outcome = 'reached'
         AND c.occurred_on >= e.enrolled_on
       ORDER BY c.occurred_on DESC LIMIT 1) reached ON true
   WHERE e.organization_id = $1 AND e.participant_id = $2 AND e.closed_on IS NULL`);

export const STORE = prepared(`
  UPDATE standings SET last_reached_on = $3, attempt_days = $4, last_check_in_on = $5, changes_on = $6, standings = $7,
         dues_on = $8, reasons = $9
   WHERE organization_id = $1 AND enrollment_id = $2`);
