import { prepared } from './bare-database.js';

export const CONTACTS = prepared(`
  SELECT c.id, c.participant_id, p.preferred_name AS participant_name, c.coach_id, b.name AS coach_name, c.occurred_on,
         to_char(c.occurred_time, 'HH24:MI') AS occurred_time, c.recorded_at, c.outcome, c.started_by, c.way, c.place,
         c.minutes, g.id AS program_id, g.name AS program_name, c.dimensions, c.shared_note, n.words AS team_note,
         w.words AS own_words, w.written_at AS own_words_at,
         c.version, c.is_held, c.is_off_caseload,
         (SELECT r.id FROM risk_notes r WHERE r.organization_id = $1 AND r.participant_id = c.participant_id
             AND r.contact_id = c.id LIMIT 1) AS risk_note_id,
         coalesce(t.kind || ' ' || t.number, s.name) AS certification,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('goalId', g.id, 'sentence', g.sentence,
                   'progress', coalesce(y.words, ''), 'confidence', y.confidence) ORDER BY g.id), '[]')
            FROM contact_goals x JOIN goals g ON g.organization_id = $1 AND g.id = x.goal_id
            LEFT JOIN goal_progress y ON y.organization_id = $1 AND y.contact_id = x.contact_id AND y.goal_id = x.goal_id
           WHERE x.organization_id = $1 AND x.contact_id = c.id) AS goals,
         (SELECT jsonb_agg(jsonb_build_object('addendumId', d.id, 'words', d.words, 'isShared', d.is_shared,
                   'addedAt', d.added_at, 'authorId', d.author_id, 'authorName', a.name) ORDER BY d.added_at, d.id)
            FROM contact_addenda d JOIN accounts a ON a.organization_id = $1 AND a.id = d.author_id
           WHERE d.organization_id = $1 AND d.contact_id = c.id) AS addenda
    FROM contacts c
    JOIN participants p ON p.organization_id = $1 AND p.id = c.participant_id
    JOIN accounts b ON b.organization_id = $1 AND b.id = c.coach_id
    JOIN enrollments e ON e.organization_id = $1 AND e.id = c.enrollment_id
    JOIN programs g ON g.organization_id = $1 AND g.id = e.program_id
    LEFT JOIN contact_team_notes n ON n.organization_id = $1 AND n.contact_id = c.id
    LEFT JOIN contact_own_words w ON w.organization_id = $1 AND w.contact_id = c.id AND w.words <> ''
    LEFT JOIN certifications t ON t.organization_id = $1 AND t.id = c.certification_id
    LEFT JOIN accounts s ON s.organization_id = $1 AND s.id = c.training_supervisor_id
   WHERE c.organization_id = $1 AND c.id = ANY ($2)`);

export const CHECK_INS = prepared(`
  SELECT i.*, CASE WHEN a.role <> 'participant' THEN a.name END AS with_name FROM check_ins i
    JOIN accounts a ON a.organization_id = $1 AND a.id = i.made_by
   WHERE i.organization_id = $1 AND i.id = ANY ($2)`);

export const GOALS = prepared(`
  SELECT g.id, g.sentence, g.dimension, g.finished_on, g.let_go_on, t.step_count, t.done_step_count
    FROM goals g, LATERAL (
      SELECT count(*) AS step_count, count(t.done_at) AS done_step_count FROM steps t
       WHERE t.organization_id = $1 AND t.goal_id = g.id AND t.removed_at IS NULL) t
   WHERE g.organization_id = $1 AND g.id = ANY ($2)`);

export const RISK_NOTES = prepared(`
  SELECT r.*, p.preferred_name AS participant_name, a.name AS raised_by_name,
         a.role = 'participant' AS is_own_answer, k.due_at
    FROM risk_notes r
    JOIN answering_clocks k ON k.organization_id = $1 AND k.risk_note_id = r.id AND k.step = 2
    JOIN participants p ON p.organization_id = $1 AND p.id = r.participant_id
    JOIN accounts a ON a.organization_id = $1 AND a.id = r.raised_by
   WHERE r.organization_id = $1 AND r.id = ANY ($2)`);
