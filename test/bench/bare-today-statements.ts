import { standingColumns } from '../../backend/standing/standing.view.js';
import { prepared } from './bare-database.js';

/** `$1` organization, `$2` coach; `$3` the day, where there is one. */
const MINE = `assignments a WHERE a.organization_id = $1 AND a.coach_id = $2 AND a.until_on IS NULL`;

export const PEOPLE = prepared(`
  SELECT p.id, p.preferred_name, p.pronouns, a.kind = 'primary' AS is_primary, ${standingColumns('$3')},
         r.id AS note_id, r.raised_at, r.raised_on, r.acknowledged_at, r.acknowledged_words, b.name AS answered_by,
         n.id AS planned_id, n.planned_on, to_char(n.planned_time, 'HH24:MI') AS planned_time, n.way, n.version,
         c.name AS planner, barc.taken_on AS barc_on, y.barc_first_days, y.barc_every_days, d.counted_from, h.born_on,
         k.id AS call_id, k.asked_at, k.asked_on, k.about, k.best_time
    FROM (SELECT * FROM ${MINE}) a
    JOIN participants p ON p.organization_id = $1 AND p.id = a.participant_id
    JOIN standings s ON s.organization_id = $1 AND s.participant_id = a.participant_id
    JOIN enrollments e ON e.organization_id = $1 AND e.id = s.enrollment_id
    LEFT JOIN LATERAL (
      SELECT * FROM risk_notes r WHERE r.organization_id = $1 AND r.participant_id = a.participant_id
         AND r.resolved_at IS NULL AND r.level = 'urgent'
       ORDER BY (r.acknowledged_at IS NOT NULL), r.raised_at LIMIT 1) r ON true
    LEFT JOIN accounts b ON b.organization_id = $1 AND b.id = r.acknowledged_by
    LEFT JOIN planned_contacts n ON n.organization_id = $1 AND n.participant_id = a.participant_id AND n.replaced_at IS NULL
    LEFT JOIN accounts c ON c.organization_id = $1 AND c.id = n.coach_id
    LEFT JOIN assessment_settings y ON y.organization_id = $1
    LEFT JOIN LATERAL (SELECT taken_on FROM assessments b WHERE b.organization_id = $1
       AND b.participant_id = a.participant_id AND b.instrument = 'barc-10' ORDER BY b.taken_on DESC LIMIT 1) barc ON true
    LEFT JOIN recovery_day_settings d ON d.organization_id = $1 AND d.participant_id = a.participant_id AND d.is_shared
    LEFT JOIN birthdays h ON h.organization_id = $1 AND h.participant_id = a.participant_id AND h.is_shared
    LEFT JOIN calls_asked_for k ON k.organization_id = $1 AND k.participant_id = a.participant_id AND k.replaced_at IS NULL
     AND k.withdrawn_at IS NULL AND NOT EXISTS (
       SELECT 1 FROM contacts x WHERE x.organization_id = $1 AND x.participant_id = k.participant_id
          AND x.voided_at IS NULL AND x.outcome = 'reached' AND x.happened_at >= date_trunc('minute', k.asked_at)
          AND x.recorded_at > k.asked_at)`);

export const LATELY = prepared(`
  SELECT a.participant_id, l.outcome, l.occurred_on, to_char(l.occurred_time, 'HH24:MI') AS occurred_time, l.happened_at,
         reached.happened_at AS reached_at, reached.recorded_at AS reached_written_at, noted.words, noted.occurred_on AS noted_on, noted.outcome AS noted_outcome,
         w.name AS noted_by
    FROM (SELECT * FROM ${MINE}) a
    JOIN LATERAL (SELECT * FROM contacts c WHERE c.organization_id = $1 AND c.participant_id = a.participant_id
       AND c.voided_at IS NULL ORDER BY c.happened_at DESC, c.id DESC LIMIT 1) l ON true
    LEFT JOIN LATERAL (SELECT c.happened_at, c.recorded_at FROM contacts c WHERE c.organization_id = $1
       AND c.participant_id = a.participant_id AND c.voided_at IS NULL AND c.outcome = 'reached'
       ORDER BY c.happened_at DESC, c.id DESC LIMIT 1) reached ON true
    LEFT JOIN LATERAL (
      SELECT coalesce(nullif(left(c.shared_note, 400), ''), left(n.words, 400)) AS words, c.occurred_on, c.outcome, c.coach_id
        FROM contacts c LEFT JOIN contact_team_notes n ON n.organization_id = $1 AND n.contact_id = c.id
       WHERE c.organization_id = $1 AND c.participant_id = a.participant_id AND c.voided_at IS NULL
         AND (c.shared_note <> '' OR n.words IS NOT NULL)
       ORDER BY c.happened_at DESC, c.id DESC LIMIT 1) noted ON true
    LEFT JOIN accounts w ON w.organization_id = $1 AND w.id = noted.coach_id`);

export const CHECK_INS = prepared(`
  SELECT i.* FROM (SELECT * FROM ${MINE}) a
    JOIN standings s ON s.organization_id = $1 AND s.participant_id = a.participant_id
     AND s.last_check_in_on >= coalesce(s.last_reached_on, s.changes_on[1])
    JOIN LATERAL (
      SELECT i.*, lead(i.cravings) OVER (ORDER BY i.checked_in_at DESC, i.id DESC) AS cravings_before FROM check_ins i
       WHERE i.organization_id = $1 AND i.participant_id = a.participant_id
       ORDER BY i.checked_in_at DESC, i.id DESC LIMIT 10) i
      ON i.checked_in_on >= coalesce(s.last_reached_on, s.changes_on[1]) AND NOT i.is_with_staff
   ORDER BY i.checked_in_at DESC, i.id DESC`);

export const GOALS = prepared(`
  SELECT g.participant_id, g.id, g.sentence, g.by_on, (g.made_at AT TIME ZONE $5)::date AS made_on,
         (coalesce(g.changed_at, g.made_at) AT TIME ZONE $5)::date AS changed_on, g.finished_on, g.finish_proposed_side,
         CASE WHEN g.finished_on IS NULL THEN (g.finish_proposed_at AT TIME ZONE $5)::date END AS finish_proposed_on,
         CASE WHEN g.finished_on IS NULL THEN t.next_words END AS next_words, CASE WHEN g.finished_on IS NULL THEN t.next_by_on END AS next_by_on,
         t.done_words, t.done_at, (t.done_at AT TIME ZONE $5)::date AS done_on, CASE WHEN t.done_at IS NOT NULL THEN t.done_by =
           (SELECT p.account_id FROM participants p WHERE p.organization_id = $1 AND p.id = g.participant_id) END AS is_own,
         CASE WHEN greatest(g.made_at, g.changed_at, t.done_at) < $4 AND g.finished_on IS NULL THEN greatest((
           SELECT c.occurred_on FROM contact_goals x JOIN contacts c ON c.organization_id = $1 AND c.id = x.contact_id
            WHERE x.organization_id = $1 AND x.goal_id = g.id AND c.voided_at IS NULL
            ORDER BY x.contact_id DESC LIMIT 1),
           (SELECT max(y.said_on) FROM goal_progress y
             WHERE y.organization_id = $1 AND y.goal_id = g.id AND NOT y.is_voided)) END AS spoken_of_on
    FROM (SELECT * FROM ${MINE}) a
    JOIN goals g ON g.organization_id = $1 AND g.participant_id = a.participant_id
    CROSS JOIN LATERAL (
      SELECT max(t.words) FILTER (WHERE t.done_at IS NULL) AS next_words, max(t.by_on) FILTER (WHERE t.done_at IS NULL) AS next_by_on,
             max(t.words) FILTER (WHERE t.done_at IS NOT NULL) AS done_words, max(t.done_at) AS done_at,
             (array_agg(t.done_by) FILTER (WHERE t.done_at IS NOT NULL))[1] AS done_by
        FROM (SELECT DISTINCT ON (t.done_at IS NULL) * FROM steps t WHERE t.organization_id = $1 AND t.goal_id = g.id AND t.removed_at IS NULL
               ORDER BY t.done_at IS NULL, t.done_at DESC, t.by_on NULLS LAST, t.position) t) t
   WHERE g.let_go_on IS NULL AND (g.finished_on IS NULL OR g.finished_on > $3::date - 14)
   ORDER BY g.made_at DESC, g.id DESC`);

export const WINDOWS = prepared(`
  SELECT w.participant_id, w.event, w.began_on FROM (SELECT * FROM ${MINE}) a
    JOIN vulnerability_windows w ON w.organization_id = $1 AND w.participant_id = a.participant_id
   WHERE w.began_on BETWEEN $3::date - 90 AND $3 AND (w.closed_on IS NULL OR w.closed_on > $3) AND w.undone_at IS NULL
   ORDER BY w.began_on, w.id`);

export const NUMBERS = prepared(`
  SELECT w.*, w.until_on IS NOT NULL AND w.until_on < $3 AS is_expired FROM (SELECT * FROM ${MINE}) a
    JOIN ways_to_reach w ON w.organization_id = $1 AND w.participant_id = a.participant_id
   WHERE w.kind = 'phone' AND w.no_longer_at IS NULL
   ORDER BY (w.until_on IS NOT NULL AND w.until_on < $3), w.may_call DESC, w.id`);

export const PROMISES = prepared(`
  SELECT m.participant_id, 'promise' AS kind, m.id, m.words, m.due_on, m.version, c.name FROM (SELECT * FROM ${MINE}) a
    JOIN promises m ON m.organization_id = $1 AND m.participant_id = a.participant_id
    JOIN accounts c ON c.organization_id = $1 AND c.id = m.coach_id
   WHERE m.kept_at IS NULL AND m.released_at IS NULL AND (m.coach_id = $2 OR a.kind = 'primary')
  UNION ALL
  SELECT d.participant_id, 'decision', d.id, d.words, d.due_on, d.version, c.name FROM (SELECT * FROM ${MINE}) a
    JOIN supervision_decisions d ON d.organization_id = $1 AND d.participant_id = a.participant_id
    JOIN accounts c ON c.organization_id = $1 AND c.id = d.supervisor_id
   WHERE d.coach_id = $2 AND d.becomes = 'today' AND d.done_at IS NULL AND d.taken_back_at IS NULL
   ORDER BY due_on, id`);

export const PUT_AWAYS = prepared(`
  SELECT * FROM put_aways WHERE organization_id = $1 AND coach_id = $2 AND until_on > $3 AND undone_at IS NULL
   ORDER BY made_at, id`);

export const DONE = prepared(`
  (SELECT 'contact' AS kind, c.id, c.version, c.participant_id, p.preferred_name, c.outcome, '' AS words, c.recorded_at AS at
     FROM contacts c JOIN assignments a ON a.organization_id = $1 AND a.coach_id = $2 AND a.until_on IS NULL
      AND a.participant_id = c.participant_id
     JOIN participants p ON p.organization_id = $1 AND p.id = c.participant_id
    WHERE c.organization_id = $1 AND c.coach_id = $2 AND c.occurred_on = $3 AND c.voided_at IS NULL
    ORDER BY c.id DESC LIMIT 100)
  UNION ALL
  (SELECT 'promise', m.id, m.version, m.participant_id, p.preferred_name, '', m.words, m.kept_at
     FROM promises m JOIN participants p ON p.organization_id = $1 AND p.id = m.participant_id
    WHERE m.organization_id = $1 AND m.kept_by = $2 AND m.kept_on = $3 ORDER BY m.id DESC LIMIT 100)
   ORDER BY at DESC, id DESC`);
