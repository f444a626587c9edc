import type { MigrationInterface, QueryRunner } from 'typeorm';

const NEW_TABLES = [
  'way_to_reach_versions',
  'supporters',
  'supporter_versions',
  'window_checks',
  'earlier_cadences',
];

/** What shows on open pages when it changes; ways to reach are announced since there are live events. */
const ANNOUNCED = ['enrollments', 'supporters', 'pauses', 'vulnerability_windows', 'window_checks'];

/**
 * Safe ways to reach and supporters with who said so, times away and the windows that follow them, the checklist of a
 * window, and the cadences agreed before the present one. What is taken back stays as a row and counts for nothing.
 */
export class SafeReachAwayWindows1763700000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE organizations ADD COLUMN most_quiet_days integer NOT NULL DEFAULT 30
  CONSTRAINT quiet_lasts_a_day_to_a_quarter CHECK (most_quiet_days BETWEEN 1 AND 90);
COMMENT ON COLUMN organizations.most_quiet_days IS
  'How many days ahead a participant may wish to be left in peace.';

ALTER TABLE ways_to_reach
  ADD COLUMN why_not text NOT NULL DEFAULT '' CHECK (length(why_not) <= 200),
  ADD COLUMN no_longer_at timestamptz,
  ADD COLUMN changed_by uuid,
  ADD COLUMN changed_at timestamptz,
  ADD COLUMN request_hash bytea,
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD CONSTRAINT a_way_is_of_one_participant UNIQUE (organization_id, id, participant_id),
  ADD FOREIGN KEY (organization_id, changed_by) REFERENCES accounts (organization_id, id);
COMMENT ON COLUMN ways_to_reach.why_not IS 'Why something about it is not safe, in words: others read this phone.';
GRANT INSERT, UPDATE (kind, value, may_call, may_voicemail, may_text, may_say_who, best_hours, until_on, why_not,
  no_longer_at, changed_by, changed_at, version) ON ways_to_reach TO caseload_coach, caseload_supervisor;

CREATE TABLE way_to_reach_versions (
  organization_id uuid NOT NULL,
  way_to_reach_id uuid NOT NULL,
  version integer NOT NULL,
  participant_id uuid NOT NULL,
  fields jsonb NOT NULL,
  made_by uuid,
  made_at timestamptz,
  PRIMARY KEY (organization_id, way_to_reach_id, version),
  FOREIGN KEY (organization_id, way_to_reach_id, participant_id)
    REFERENCES ways_to_reach (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, made_by) REFERENCES accounts (organization_id, id)
);

CREATE TABLE supporters (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  participant_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  relation text NOT NULL CHECK (length(relation) BETWEEN 1 AND 100),
  phone text NOT NULL DEFAULT '' CHECK (length(phone) <= 300),
  may_talk boolean NOT NULL DEFAULT false,
  about text NOT NULL DEFAULT '' CHECK (length(about) <= 500),
  until_on date,
  no_longer_at timestamptz,
  changed_by uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  request_hash bytea,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, changed_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT a_permission_to_talk_says_about_what_and_until_when
    CHECK (NOT may_talk OR (about <> '' AND until_on IS NOT NULL))
);
CREATE INDEX supporters_of_participant ON supporters (organization_id, participant_id);

CREATE TABLE supporter_versions (
  organization_id uuid NOT NULL,
  supporter_id uuid NOT NULL,
  version integer NOT NULL,
  participant_id uuid NOT NULL,
  fields jsonb NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, supporter_id, version),
  FOREIGN KEY (organization_id, supporter_id, participant_id)
    REFERENCES supporters (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, made_by) REFERENCES accounts (organization_id, id)
);

-- Out on the day they went in: a time away of no whole day. Its day is due all the same.
ALTER TABLE pauses
  DROP CONSTRAINT pause_ends_after_it_begins,
  ADD COLUMN made_by uuid,
  ADD COLUMN made_at timestamptz,
  ADD COLUMN ended_by uuid,
  ADD COLUMN ended_at timestamptz,
  ADD COLUMN undone_by uuid,
  ADD COLUMN undone_at timestamptz,
  ADD COLUMN request_hash bytea,
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD CONSTRAINT pause_ends_after_it_begins CHECK (through_on >= from_on - 1),
  ADD CONSTRAINT undoing_a_pause_names_who CHECK ((undone_by IS NULL) = (undone_at IS NULL)),
  ADD CONSTRAINT one_pause_of_a_kind_at_a_time EXCLUDE USING gist (
    organization_id WITH =, participant_id WITH =, reason WITH =, daterange(from_on, through_on + 1) WITH &&)
    WHERE (undone_at IS NULL),
  ADD FOREIGN KEY (organization_id, made_by) REFERENCES accounts (organization_id, id),
  ADD FOREIGN KEY (organization_id, ended_by) REFERENCES accounts (organization_id, id),
  ADD FOREIGN KEY (organization_id, undone_by) REFERENCES accounts (organization_id, id);
COMMENT ON COLUMN pauses.ended_at IS 'When somebody said that it is over; null while the last day is an expected one.';
GRANT INSERT, UPDATE (through_on, ended_by, ended_at, undone_by, undone_at, version) ON pauses
  TO caseload_coach, caseload_supervisor;

ALTER TABLE vulnerability_windows
  DROP CONSTRAINT vulnerability_windows_event_check,
  ADD COLUMN pause_id uuid,
  ADD COLUMN pause_through_before date,
  ADD COLUMN opened_by uuid,
  ADD COLUMN opened_at timestamptz,
  ADD COLUMN closed_by uuid,
  ADD COLUMN closed_at timestamptz,
  ADD COLUMN closed_reason text CHECK (length(closed_reason) BETWEEN 1 AND 500),
  ADD COLUMN undone_by uuid,
  ADD COLUMN undone_at timestamptz,
  ADD COLUMN request_hash bytea,
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD CONSTRAINT a_window_is_of_one_participant UNIQUE (organization_id, id, participant_id),
  -- 'discharge' alone is of windows from before its kinds were told apart
  ADD CONSTRAINT a_window_opens_on_a_known_event CHECK (event IN ('release', 'detox discharge', 'residential discharge',
    'hospital discharge', 'overdose', 'emergency visit', 'medication stopped', 'discharge')),
  ADD CONSTRAINT undoing_a_window_names_who CHECK ((undone_by IS NULL) = (undone_at IS NULL)),
  ADD FOREIGN KEY (organization_id, pause_id) REFERENCES pauses (organization_id, id),
  ADD FOREIGN KEY (organization_id, opened_by) REFERENCES accounts (organization_id, id),
  ADD FOREIGN KEY (organization_id, closed_by) REFERENCES accounts (organization_id, id),
  ADD FOREIGN KEY (organization_id, undone_by) REFERENCES accounts (organization_id, id);
COMMENT ON COLUMN vulnerability_windows.pause_id IS
  'The time away whose end it follows: it begins the day after that, and moves with it (decision 12).';
COMMENT ON COLUMN vulnerability_windows.pause_through_before IS
  'Where opening it ended that time away: the last day this had before, for undoing.';
CREATE UNIQUE INDEX one_window_for_an_event_on_a_day
  ON vulnerability_windows (organization_id, participant_id, event, began_on) WHERE undone_at IS NULL;
CREATE UNIQUE INDEX one_window_after_a_time_away
  ON vulnerability_windows (organization_id, pause_id) WHERE undone_at IS NULL;
GRANT INSERT, UPDATE (began_on, pause_id, pause_through_before, closed_on, closed_by, closed_at, closed_reason,
  undone_by, undone_at, version) ON vulnerability_windows TO caseload_coach, caseload_supervisor;

CREATE TABLE window_checks (
  organization_id uuid NOT NULL,
  window_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('naloxone', 'tolerance', 'medication', 'safe contact', 'ride', 'ID')),
  participant_id uuid NOT NULL,
  done_at timestamptz,
  done_by uuid,
  done_on date,
  expires_on date,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, window_id, kind),
  FOREIGN KEY (organization_id, window_id, participant_id)
    REFERENCES vulnerability_windows (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, done_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT a_tick_names_who_and_which_day CHECK (num_nulls(done_at, done_by, done_on) IN (0, 3)),
  CONSTRAINT only_naloxone_expires CHECK (expires_on IS NULL OR (kind = 'naloxone' AND done_at IS NOT NULL))
);
CREATE INDEX window_checks_of_participant ON window_checks (organization_id, participant_id);

CREATE TABLE earlier_cadences (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  enrollment_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  days integer NOT NULL CHECK (days BETWEEN 1 AND 90),
  began_on date NOT NULL,
  ended_on date NOT NULL,
  ended_by uuid NOT NULL,
  ended_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, enrollment_id, participant_id)
    REFERENCES enrollments (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, ended_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT a_cadence_ends_after_it_begins CHECK (ended_on > began_on)
);
CREATE INDEX earlier_cadences_of_enrollment ON earlier_cadences (organization_id, enrollment_id, ended_on);
GRANT UPDATE (agreed_cadence_days, agreed_cadence_on, version) ON enrollments TO caseload_coach, caseload_supervisor;
`);
    for (const table of NEW_TABLES)
      await runner.query(`
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON ${table} TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY coaches_their_caseload ON ${table} TO caseload_coach
  USING (organization_id = (SELECT acting_organization()) AND participant_id = ANY (ARRAY(
    SELECT a.participant_id FROM assignments a WHERE a.organization_id = (SELECT acting_organization())
       AND a.coach_id = (SELECT acting_account()) AND a.until_on IS NULL)));
CREATE POLICY supervisors_of_reachable ON ${table} TO caseload_supervisor
  USING (organization_id = (SELECT acting_organization()) AND (
    SELECT true FROM participants p WHERE p.organization_id = ${table}.organization_id
       AND p.id = ${table}.participant_id));
GRANT SELECT, INSERT ON ${table} TO caseload_coach, caseload_supervisor;`);
    await runner.query(`
GRANT UPDATE (name, relation, phone, may_talk, about, until_on, no_longer_at, changed_by, changed_at, version)
  ON supporters TO caseload_coach, caseload_supervisor;
GRANT UPDATE (window_id, done_at, done_by, done_on, expires_on, version)
  ON window_checks TO caseload_coach, caseload_supervisor;`);
    await runner.query(`DROP FUNCTION standing_facts(uuid)`);
    await runner.query(standingFacts(true));
    await runner.query(`
GRANT EXECUTE ON FUNCTION standing_facts(uuid)
  TO caseload_coach, caseload_supervisor, caseload_administrator, caseload_jobs;`);
    for (const table of ANNOUNCED)
      await runner.query(`
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON ${table}
  FOR EACH ROW EXECUTE FUNCTION announce_participant()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER announce ON enrollments;
DROP TRIGGER announce ON pauses;
DROP TRIGGER announce ON vulnerability_windows;
DROP FUNCTION standing_facts(uuid);`);
    await runner.query(standingFacts(false));
    await runner.query(`
GRANT EXECUTE ON FUNCTION standing_facts(uuid)
  TO caseload_coach, caseload_supervisor, caseload_administrator, caseload_jobs;
REVOKE UPDATE (agreed_cadence_days, agreed_cadence_on, version) ON enrollments FROM caseload_coach, caseload_supervisor;
DROP TABLE ${[...NEW_TABLES].reverse().join(', ')};

DROP INDEX one_window_for_an_event_on_a_day, one_window_after_a_time_away;
REVOKE INSERT, UPDATE ON vulnerability_windows FROM caseload_coach, caseload_supervisor;
DELETE FROM vulnerability_windows WHERE undone_at IS NOT NULL;
UPDATE vulnerability_windows SET event = CASE event WHEN 'emergency visit' THEN 'overdose' ELSE 'discharge' END
 WHERE event NOT IN ('release', 'discharge', 'overdose', 'medication stopped');
ALTER TABLE vulnerability_windows
  DROP CONSTRAINT a_window_opens_on_a_known_event, DROP CONSTRAINT a_window_is_of_one_participant,
  DROP CONSTRAINT undoing_a_window_names_who,
  DROP COLUMN pause_id, DROP COLUMN pause_through_before, DROP COLUMN opened_by, DROP COLUMN opened_at,
  DROP COLUMN closed_by, DROP COLUMN closed_at, DROP COLUMN closed_reason, DROP COLUMN undone_by,
  DROP COLUMN undone_at, DROP COLUMN request_hash, DROP COLUMN version,
  ADD CONSTRAINT vulnerability_windows_event_check
    CHECK (event IN ('release', 'discharge', 'overdose', 'medication stopped'));

REVOKE INSERT, UPDATE ON pauses FROM caseload_coach, caseload_supervisor;
DELETE FROM pauses WHERE undone_at IS NOT NULL OR through_on < from_on;
ALTER TABLE pauses
  DROP CONSTRAINT one_pause_of_a_kind_at_a_time, DROP CONSTRAINT undoing_a_pause_names_who,
  DROP CONSTRAINT pause_ends_after_it_begins,
  DROP COLUMN made_by, DROP COLUMN made_at, DROP COLUMN ended_by, DROP COLUMN ended_at, DROP COLUMN undone_by,
  DROP COLUMN undone_at, DROP COLUMN request_hash, DROP COLUMN version,
  ADD CONSTRAINT pause_ends_after_it_begins CHECK (through_on >= from_on);

REVOKE INSERT, UPDATE ON ways_to_reach FROM caseload_coach, caseload_supervisor;
DELETE FROM ways_to_reach WHERE no_longer_at IS NOT NULL;
ALTER TABLE ways_to_reach
  DROP CONSTRAINT a_way_is_of_one_participant, DROP COLUMN why_not, DROP COLUMN no_longer_at, DROP COLUMN changed_by,
  DROP COLUMN changed_at, DROP COLUMN request_hash, DROP COLUMN version;
ALTER TABLE organizations DROP COLUMN most_quiet_days;`);
  }
}

/** @param isNow with cadences agreed before, and without what was taken back; else as it was made first */
function standingFacts(isNow: boolean): string {
  const notUndone = (alias: string) => (isNow ? `AND ${alias}.undone_at IS NULL ` : '');
  const earlierType = isNow ? ',\n               earlier_cadences jsonb' : '';
  const earlier = isNow
    ? `,
         (SELECT jsonb_agg(jsonb_build_object('days', f.days, 'beganOn', f.began_on, 'endedOn', f.ended_on))
            FROM earlier_cadences f
           WHERE f.organization_id = e.organization_id AND f.enrollment_id = e.id
             AND f.ended_on >= coalesce(reached.day, e.enrolled_on))`
    : '';
  return `
CREATE FUNCTION standing_facts(p_participant_id uuid)
RETURNS TABLE (enrollment_id uuid, enrolled_on date, agreed_cadence_days integer, agreed_cadence_on date,
               last_reached_on date, attempt_days date[], last_check_in_on date,
               windows jsonb, risk_notes jsonb, pauses jsonb${earlierType})
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
             ${notUndone('w')}AND w.began_on + 91 >= coalesce(reached.day, e.enrolled_on)),
         (SELECT jsonb_agg(jsonb_build_object('level', r.level, 'raisedOn', r.raised_on, 'resolvedOn', r.resolved_on))
            FROM risk_notes r
           WHERE r.organization_id = e.organization_id AND r.participant_id = e.participant_id
             AND (r.resolved_on IS NULL OR r.resolved_on >= coalesce(reached.day, e.enrolled_on))),
         (SELECT jsonb_agg(jsonb_build_object('fromOn', u.from_on, 'throughOn', u.through_on, 'reason', u.reason))
            FROM pauses u
           WHERE u.organization_id = e.organization_id AND u.participant_id = e.participant_id
             ${notUndone('u')}AND u.through_on >= coalesce(reached.day, e.enrolled_on))${earlier}
    FROM enrollments e
    LEFT JOIN LATERAL (
      SELECT c.occurred_on AS day FROM contacts c
       WHERE c.organization_id = e.organization_id AND c.participant_id = e.participant_id
         AND c.voided_at IS NULL AND c.outcome = 'reached' AND c.occurred_on >= e.enrolled_on
       ORDER BY c.occurred_on DESC LIMIT 1) reached ON true
   WHERE e.organization_id = acting_organization() AND e.participant_id = p_participant_id AND e.closed_on IS NULL $$`;
}
