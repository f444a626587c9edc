/** A day, so many days before today in the organization's zone. */
const TODAY = `(now() AT TIME ZONE 'America/New_York')::date`;

/** The organization, and who is in it. `:coaches` and `:each` are numbers. */
export const PEOPLE = [
  `INSERT INTO organizations (id, short_name, name, time_zone, created_at)
   VALUES (uuidv7(), 'bench', 'Bench Recovery Community', 'America/New_York', now() - interval '3 years')`,
  `INSERT INTO programs SELECT id, uuidv7(), 'Community Recovery Coaching', created_at FROM organizations`,
  `INSERT INTO accounts (organization_id, id, role, sign_in_name, name, activated_at, created_at)
   SELECT o.id, uuidv7(), CASE n WHEN 0 THEN 'supervisor' ELSE 'coach' END, 'person' || n, 'Person Number ' || n,
          o.created_at, o.created_at
     FROM organizations o, generate_series(0, :coaches) n`,
  `INSERT INTO account_roles SELECT organization_id, id, role, created_at FROM accounts`,
  `INSERT INTO coaches (organization_id, id, supervisor_id, capacity)
   SELECT c.organization_id, c.id, s.id, :each FROM accounts c JOIN accounts s ON s.role = 'supervisor' WHERE c.role = 'coach'`,
  `INSERT INTO certifications (organization_id, id, coach_id, kind, issuer, number, first_on, last_on)
   SELECT organization_id, uuidv7(), id, 'CPRS', 'State Certification Board', 'PR-' || row_number() OVER (),
          ${TODAY} - 1000, ${TODAY} + 200 FROM coaches`,
  `INSERT INTO participants (organization_id, id, preferred_name, legal_name, pronouns, primary_coach_id, created_at)
   SELECT c.organization_id, uuidv7(), 'Friend ' || row_number() OVER (), 'Legal Name of Friend ' || n, 'they/them', c.id,
          now() - interval '731 days'
     FROM coaches c, generate_series(1, :each) n`,
  `INSERT INTO enrollments (organization_id, id, participant_id, program_id, enrolled_on, agreed_cadence_on)
   SELECT p.organization_id, uuidv7(), p.id, r.id, ${TODAY} - 731, ${TODAY} - 731 FROM participants p, programs r`,
  `INSERT INTO assignments (organization_id, id, participant_id, coach_id, kind, from_on, made_at)
   SELECT organization_id, uuidv7(), id, primary_coach_id, 'primary', ${TODAY} - 731, created_at FROM participants`,
];

/** What stands on a page beside the contacts. */
export const HAPPENINGS = [
  `CREATE TEMP TABLE person AS
   SELECT row_number() OVER (ORDER BY p.id) AS n, p.organization_id, p.id, p.primary_coach_id AS coach_id,
          e.id AS enrollment_id, t.id AS certification_id
     FROM participants p JOIN enrollments e ON e.participant_id = p.id
     JOIN certifications t ON t.coach_id = p.primary_coach_id`,
  `INSERT INTO goals (organization_id, id, participant_id, sentence, why, dimension, made_by, made_at)
   SELECT p.organization_id, uuidv7(), p.id, 'I want my own place with a door I can lock, number ' || g, 'It is quiet there.',
          'Home', p.coach_id, now() - random() * interval '700 days'
     FROM person p, generate_series(1, 2) g`,
  `INSERT INTO steps (organization_id, id, goal_id, participant_id, words, position)
   SELECT organization_id, uuidv7(), id, participant_id, 'Ask two people for a reference', n
     FROM goals, generate_series(0, 2) n`,
  // every third goal had a step done, some time in half a year
  `UPDATE steps SET done_at = greatest(g.made_at, now() - random() * interval '180 days'), done_by = g.made_by
     FROM goals g WHERE g.id = steps.goal_id AND position = 0 AND substr(g.id::text, 36) < '6'`,
  `INSERT INTO check_ins (organization_id, id, participant_id, checked_in_at, checked_in_on, mood, cravings, made_by)
   SELECT organization_id, uuidv7(), id, at, (at AT TIME ZONE 'America/New_York')::date, 'steady', 3, coach_id
     FROM (SELECT p.*, now() - random() * interval '700 days' AS at FROM person p, generate_series(1, 10)) p`,
  `INSERT INTO risk_notes (organization_id, id, participant_id, signals, level, suggested_level, request_hash, raised_by,
                           raised_at, raised_on)
   SELECT organization_id, uuidv7(), id, '{lonely,cravings}', 'watch', 'watch', '', coach_id, now() - interval '3 days',
          ${TODAY} - 3 FROM person WHERE n % 25 = 0`,
  `INSERT INTO answering_clocks (organization_id, risk_note_id, step, participant_id, level, due_at, rung_at)
   SELECT organization_id, id, step, participant_id, level, raised_at + (step - 1) * interval '14 days',
          CASE WHEN step = 1 THEN raised_at END
     FROM risk_notes, generate_series(1, 3) step`,
  `INSERT INTO planned_contacts (organization_id, id, participant_id, coach_id, planned_on, planned_time, way, made_at)
   SELECT organization_id, uuidv7(), id, coach_id, ${TODAY} + (n % 5)::integer * 2 - 1, '10:30', 'phone', now()
     FROM person WHERE n % 5 < 3`,
  // what a morning is made of: windows, urgent notes, promises, numbers, and a check-in that asks for something
  `INSERT INTO vulnerability_windows (organization_id, id, participant_id, event, began_on)
   SELECT organization_id, uuidv7(), id, 'release', ${TODAY} - (n % 80)::integer FROM person WHERE (n + n / 200) % 12 = 1`,
  `INSERT INTO risk_notes (organization_id, id, participant_id, signals, level, suggested_level, request_hash, raised_by,
                           raised_at, raised_on)
   SELECT organization_id, uuidv7(), id, '{thoughts of suicide}', 'urgent', 'urgent', '', coach_id, now() - interval '1 hour',
          ${TODAY} FROM person WHERE (n + n / 200) % 50 = 7`,
  `INSERT INTO promises (organization_id, id, participant_id, coach_id, words, due_on, made_at, request_hash)
   SELECT organization_id, uuidv7(), id, coach_id, 'Send the list of meetings near the bus line',
          ${TODAY} + (n % 9)::integer - 2, now() - interval '4 days', '' FROM person WHERE (n + n / 200) % 4 = 0`,
  `INSERT INTO ways_to_reach (organization_id, id, participant_id, kind, value, may_call, may_voicemail, may_text, why_not)
   SELECT organization_id, uuidv7(), id, 'phone', '(555) 555-0' || (100 + n % 100), n % 6 > 0, n % 3 = 0, n % 2 = 0,
          CASE WHEN n % 6 = 0 THEN 'others answer this phone' ELSE '' END FROM person`,
  `INSERT INTO check_ins (organization_id, id, participant_id, checked_in_at, checked_in_on, mood, cravings, made_by)
   SELECT organization_id, uuidv7(), id, now() - interval '90 seconds', ((now() - interval '90 seconds') AT TIME ZONE 'America/New_York')::date,
          'struggling', 8, coach_id FROM person WHERE (n + n / 200) % 15 = 2`,
  // recovery days, of which two in three are shared; a few stand before a milestone
  `INSERT INTO recovery_day_settings (organization_id, participant_id, is_shared)
   SELECT organization_id, id, n % 3 > 0 FROM person WHERE n % 2 = 0`,
  `INSERT INTO recovery_periods (organization_id, id, participant_id, began_on, ended_on, made_at, changed_at)
   SELECT organization_id, uuidv7(), id, ${TODAY} - 400 - (n % 90)::integer, ${TODAY} - 370, now(), now()
     FROM person WHERE n % 4 = 0
   UNION ALL
   SELECT organization_id, uuidv7(), id, ${TODAY} - (n % 95)::integer, NULL, now(), now() FROM person WHERE n % 2 = 0`,
  `UPDATE recovery_day_settings s SET counted_from = r.began_on - r.days_before
     FROM (SELECT participant_id, max(began_on) FILTER (WHERE ended_on IS NULL) AS began_on,
                  coalesce(sum(ended_on - began_on), 0)::integer AS days_before FROM recovery_periods GROUP BY 1) r
    WHERE r.participant_id = s.participant_id`,
  `INSERT INTO birthdays (organization_id, participant_id, born_on, is_shared, given_by, given_at)
   SELECT organization_id, id, ${TODAY} - (10000 + n % 365)::integer, n % 3 > 0, coach_id, now() FROM person WHERE n % 5 = 0`,
];

/** Two years of contacts, in the order in which they were recorded. */
export const LOG = {
  contacts: `
   INSERT INTO contacts (organization_id, id, participant_id, enrollment_id, coach_id, occurred_on, occurred_time,
     happened_at, recorded_at, outcome, started_by, way, minutes, dimensions, shared_note, certification_id, request_hash)
   SELECT p.organization_id, uuidv7(c.at - now()), p.id, p.enrollment_id, p.coach_id,
          (c.at AT TIME ZONE 'America/New_York')::date, (c.at AT TIME ZONE 'America/New_York')::time(0), c.at, c.at,
          CASE WHEN c.chance < 0.75 THEN 'reached' WHEN c.chance < 0.9 THEN 'no answer' ELSE 'left message' END, 'coach',
          CASE WHEN c.chance < 0.3 THEN 'in person' ELSE 'phone' END, CASE WHEN c.chance < 0.7 THEN 25 END, '{Home}',
          'Looked at the room on Cooper Street together. Tidy, small, a long way from the bus. Next on Monday, by phone. '
            || c.i, p.certification_id, sha256(c.i::text::bytea)
     FROM (SELECT i, random() AS chance, now() - interval '2 minutes' - random() * interval '730 days' AS at
             FROM generate_series(1, $1::integer) i) c
     JOIN person p ON p.n = 1 + c.i % (SELECT count(*) FROM person)
    ORDER BY c.at`,
  whatGoesWithThem: [
    `INSERT INTO contact_team_notes (organization_id, contact_id, participant_id, words)
     SELECT organization_id, id, participant_id, 'Visits before noon work better; the place is not quiet at night.'
       FROM contacts WHERE random() < 0.2`,
    `INSERT INTO contact_goals (organization_id, contact_id, goal_id, participant_id)
     SELECT DISTINCT ON (c.id) c.organization_id, c.id, g.id, c.participant_id
       FROM contacts c JOIN goals g ON g.participant_id = c.participant_id WHERE random() < 0.1`,
    `INSERT INTO coach_days (organization_id, coach_id, occurred_on, reached_count, attempt_count)
     SELECT organization_id, coach_id, occurred_on, count(*) FILTER (WHERE outcome = 'reached'),
            count(*) FILTER (WHERE outcome <> 'reached') FROM contacts GROUP BY 1, 2, 3`,
    `INSERT INTO review_settings (organization_id) SELECT id FROM organizations ON CONFLICT DO NOTHING`,
    `INSERT INTO contact_reviews (organization_id, contact_id, participant_id, coach_id, recorded_at, contact_version,
       asked_because, is_to_read, seen_at, seen_by, seen_version)
     SELECT c.organization_id, c.id, c.participant_id, c.coach_id, c.recorded_at, c.version,
            CASE WHEN random() < 0.1 THEN 'sample' END, s.id IS NULL, s.seen_at, s.id, CASE WHEN s.id IS NOT NULL THEN 1 END
       FROM contacts c LEFT JOIN LATERAL (
         SELECT a.id, c.recorded_at + interval '1 day' AS seen_at FROM accounts a
          WHERE a.organization_id = c.organization_id AND a.role = 'supervisor'
            AND c.recorded_at < now() - interval '30 days' LIMIT 1) s ON true`,
    `INSERT INTO goal_days (organization_id, goal_id, participant_id, moved_on)
     SELECT organization_id, id, participant_id, (made_at AT TIME ZONE 'America/New_York')::date FROM goals
      UNION SELECT organization_id, goal_id, participant_id, (done_at AT TIME ZONE 'America/New_York')::date
              FROM steps WHERE done_at IS NOT NULL
      UNION SELECT g.organization_id, g.goal_id, g.participant_id, c.occurred_on
              FROM contact_goals g JOIN contacts c ON c.organization_id = g.organization_id AND c.id = g.contact_id`,
    `INSERT INTO goal_movements (organization_id, participant_id, moved_on, ever_moved_on)
     SELECT organization_id, participant_id, array_agg(moved_on ORDER BY moved_on), array_agg(moved_on ORDER BY moved_on)
       FROM (SELECT organization_id, participant_id, goal_id, max(moved_on) AS moved_on FROM goal_days GROUP BY 1, 2, 3) g
      GROUP BY 1, 2`,
  ],
};
