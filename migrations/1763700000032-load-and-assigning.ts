import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'organization_id = (SELECT acting_organization())';

/** What a coach and a participant may choose to say of themself; own words stand beside it. */
const EXPERIENCES = `ARRAY['woman', 'man', 'nonbinary', 'LGBTQ', 'alcohol', 'opioids', 'stimulants', 'medication',
  'inside', 'no home', 'parent', 'military', 'mental health', 'loss', 'faith']`;

/**
 * How much a coach carries, who suits whom, and who has nobody: decision 25.
 *
 * Load is weighed from what stands, by the weights of the organization. What somebody's load consists of is counted
 * past the policies, as a coach's load is the same whoever asks; only counts come out, no name and no id.
 */
export class LoadAndAssigning1763700000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE load_settings (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  each_weight numeric NOT NULL DEFAULT 1 CHECK (each_weight BETWEEN 0 AND 10),
  early_window_weight numeric NOT NULL DEFAULT 1 CHECK (early_window_weight BETWEEN 0 AND 10),
  late_window_weight numeric NOT NULL DEFAULT 0.5 CHECK (late_window_weight BETWEEN 0 AND 10),
  urgent_note_weight numeric NOT NULL DEFAULT 1 CHECK (urgent_note_weight BETWEEN 0 AND 10),
  concern_note_weight numeric NOT NULL DEFAULT 0.5 CHECK (concern_note_weight BETWEEN 0 AND 10),
  first_days_weight numeric NOT NULL DEFAULT 0.5 CHECK (first_days_weight BETWEEN 0 AND 10),
  long_cadence_relief numeric NOT NULL DEFAULT 0.5 CHECK (long_cadence_relief BETWEEN 0 AND 10),
  light_weight numeric NOT NULL DEFAULT 0.5 CHECK (light_weight BETWEEN 0 AND 10),
  least_weight numeric NOT NULL DEFAULT 0.5 CHECK (least_weight BETWEEN 0 AND 10),
  capacity numeric NOT NULL DEFAULT 15 CHECK (capacity BETWEEN 1 AND 1000),
  head_count_ceiling integer CHECK (head_count_ceiling BETWEEN 1 AND 1000),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id)
);
COMMENT ON COLUMN load_settings.light_weight IS 'Flat, of a second coach and of somebody paused.';
COMMENT ON COLUMN load_settings.head_count_ceiling IS 'The most participants a coach may have; null for none.';

ALTER TABLE coaches ALTER capacity DROP DEFAULT, ALTER capacity DROP NOT NULL;
UPDATE coaches SET capacity = NULL WHERE capacity = 15;
COMMENT ON COLUMN coaches.capacity IS 'In weight; null where the organization''s holds.';

ALTER TABLE assignments
  ADD COLUMN last_on date,
  ADD COLUMN reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
  ADD COLUMN ended_by uuid,
  ADD COLUMN ended_at timestamptz,
  ADD FOREIGN KEY (organization_id, ended_by) REFERENCES accounts (organization_id, id);
COMMENT ON COLUMN assignments.last_on IS
  'The last day agreed for it. It ends when somebody ends it, never by the calendar: nobody is left without a coach.';
COMMENT ON COLUMN assignments.reason IS 'Why it was begun all the same, where the coach was full.';
CREATE INDEX second_coaches_now ON assignments (organization_id, coach_id) WHERE kind = 'second' AND until_on IS NULL;
CREATE UNIQUE INDEX one_second_coach_at_a_time
  ON assignments (organization_id, participant_id) WHERE kind = 'second' AND until_on IS NULL;

-- Of the enrollment, so that weighing a team reads one table: decision 25.
ALTER TABLE standings ADD COLUMN enrolled_on date, ADD COLUMN agreed_cadence_days integer;
UPDATE standings s SET enrolled_on = e.enrolled_on, agreed_cadence_days = e.agreed_cadence_days
  FROM enrollments e WHERE e.organization_id = s.organization_id AND e.id = s.enrollment_id;
CREATE FUNCTION keep_stay_with_standing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  SELECT e.enrolled_on, e.agreed_cadence_days INTO NEW.enrolled_on, NEW.agreed_cadence_days FROM enrollments e
   WHERE e.organization_id = NEW.organization_id AND e.id = NEW.enrollment_id;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_stay_with_standing BEFORE INSERT OR UPDATE ON standings
  FOR EACH ROW EXECUTE FUNCTION keep_stay_with_standing();

CREATE TABLE coach_abouts (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  speaks text[] NOT NULL DEFAULT '{}' CHECK (speaks <@ ARRAY['en', 'es']),
  also_speaks text NOT NULL DEFAULT '' CHECK (length(also_speaks) <= 200),
  experiences text[] NOT NULL DEFAULT '{}' CHECK (experiences <@ ${EXPERIENCES}),
  own_words text NOT NULL DEFAULT '' CHECK (length(own_words) <= 500),
  changed_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, id) REFERENCES coaches (organization_id, id)
);

CREATE TABLE coach_wishes (
  organization_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  experiences text[] NOT NULL DEFAULT '{}' CHECK (experiences <@ ${EXPERIENCES}),
  own_words text NOT NULL DEFAULT '' CHECK (length(own_words) <= 500),
  wished text[] NOT NULL DEFAULT '{}' CHECK (wished <@ ${EXPERIENCES}),
  wish_words text NOT NULL DEFAULT '' CHECK (length(wish_words) <= 500),
  wished_coach_id uuid,
  noted_by uuid NOT NULL,
  noted_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, participant_id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, wished_coach_id) REFERENCES coaches (organization_id, id),
  FOREIGN KEY (organization_id, noted_by) REFERENCES accounts (organization_id, id)
);
COMMENT ON TABLE coach_wishes IS
  'What a participant said about themself for finding a coach, and whom they wish for; as told to staff.';
`);
    for (const table of ['load_settings', 'coach_abouts', 'coach_wishes'])
      await runner.query(`
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON ${table} TO caseload_owner USING (true) WITH CHECK (true);`);
    await runner.query(`
CREATE POLICY staff_read ON load_settings FOR SELECT TO caseload_coach, caseload_supervisor USING (${HERE});
CREATE POLICY administrators_keep ON load_settings TO caseload_administrator USING (${HERE}) WITH CHECK (${HERE});
GRANT SELECT ON load_settings TO caseload_coach, caseload_supervisor, caseload_administrator;
GRANT INSERT, UPDATE ON load_settings TO caseload_administrator;

CREATE POLICY who_assigns_reads ON coach_abouts FOR SELECT TO caseload_supervisor, caseload_administrator USING (${HERE});
CREATE POLICY coaches_say_it_themself ON coach_abouts TO caseload_coach
  USING (${HERE} AND id = (SELECT acting_account())) WITH CHECK (${HERE} AND id = (SELECT acting_account()));
GRANT SELECT ON coach_abouts TO caseload_coach, caseload_supervisor, caseload_administrator;
GRANT INSERT, UPDATE ON coach_abouts TO caseload_coach;

CREATE POLICY coaches_their_caseload ON coach_wishes TO caseload_coach
  USING (${HERE} AND participant_id = ANY (ARRAY(
    SELECT a.participant_id FROM assignments a WHERE a.organization_id = (SELECT acting_organization())
       AND a.coach_id = ANY ((SELECT acting_for())::uuid[]) AND a.until_on IS NULL)));
CREATE POLICY supervisors_of_reachable ON coach_wishes TO caseload_supervisor
  USING (${HERE} AND (
    SELECT true FROM participants p WHERE p.organization_id = coach_wishes.organization_id
       AND p.id = coach_wishes.participant_id));
-- Written down while enrolling; an administrator reads no words about participants.
CREATE POLICY administrators_write_down ON coach_wishes FOR INSERT TO caseload_administrator WITH CHECK (${HERE});
GRANT SELECT, INSERT, UPDATE ON coach_wishes TO caseload_coach, caseload_supervisor;
GRANT INSERT ON coach_wishes TO caseload_administrator;
CREATE TRIGGER announce AFTER INSERT OR UPDATE ON coach_wishes FOR EACH ROW EXECUTE FUNCTION announce_participant();
`);
    await runner.query(`
-- The participants of coaches, by what makes them weigh more or less, and how many of each; with no coach, the one
-- participant named. Somebody in two programs is one person: the shorter cadence and the earlier day hold.
CREATE FUNCTION load_shapes(p_coach_ids uuid[], p_participant_id uuid, p_today date, p_early_days integer,
  p_late_days integer, p_first_days integer, p_long_days integer)
RETURNS TABLE (coach_id uuid, is_second boolean, is_paused boolean, window_stage text, note_level text,
               is_new boolean, is_long boolean, head_count bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  WITH stay AS (
    SELECT s.coach_id, s.participant_id, s.enrolled_on, s.agreed_cadence_days,
           s.standings[width_bucket(p_today, s.changes_on)] = 'paused' AS is_paused
      FROM standings s
     WHERE s.organization_id = acting_organization() AND s.coach_id = ANY (p_coach_ids)
       AND (current_setting('role') <> 'caseload_coach' OR s.coach_id = acting_account())
    UNION ALL
    SELECT NULL, s.participant_id, s.enrolled_on, s.agreed_cadence_days,
           s.standings[width_bucket(p_today, s.changes_on)] = 'paused'
      FROM standings s WHERE s.organization_id = acting_organization() AND s.participant_id = p_participant_id),
  person AS (
    SELECT t.coach_id, min(t.enrolled_on) AS enrolled_on, min(t.agreed_cadence_days) AS cadence_days,
           bool_and(t.is_paused) AS is_paused, max(v.began_on) AS began_on, bool_or(r.level = 'urgent') AS is_urgent,
           bool_or(r.level = 'concern') AS is_concern
      FROM stay t
      LEFT JOIN vulnerability_windows v ON v.organization_id = acting_organization()
       AND v.participant_id = t.participant_id AND v.closed_on IS NULL AND v.undone_at IS NULL
       AND v.began_on BETWEEN p_today - p_late_days AND p_today
      LEFT JOIN risk_notes r ON r.organization_id = acting_organization() AND r.participant_id = t.participant_id
       AND r.resolved_at IS NULL
     GROUP BY t.coach_id, t.participant_id)
  SELECT p.coach_id, false, p.is_paused,
         CASE WHEN p.began_on >= p_today - p_early_days THEN 'early' WHEN p.began_on IS NOT NULL THEN 'late' END,
         CASE WHEN p.is_urgent THEN 'urgent' WHEN p.is_concern THEN 'concern' END,
         p.enrolled_on > p_today - p_first_days, p.cadence_days >= p_long_days, count(*)
    FROM person p GROUP BY 1, 2, 3, 4, 5, 6, 7
  UNION ALL
  SELECT a.coach_id, true, false, NULL, NULL, false, false, count(*)
    FROM assignments a
   WHERE a.organization_id = acting_organization() AND a.coach_id = ANY (p_coach_ids) AND a.kind = 'second'
     AND a.until_on IS NULL AND (current_setting('role') <> 'caseload_coach' OR a.coach_id = acting_account())
     AND EXISTS (SELECT 1 FROM standings s
                  WHERE s.organization_id = a.organization_id AND s.participant_id = a.participant_id)
   GROUP BY 1 $$;

-- When each was or is certified: days alone, so that whoever assigns need not be the coach's own supervisor.
CREATE FUNCTION coach_credentials(p_coach_ids uuid[])
RETURNS TABLE (coach_id uuid, first_on date, last_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT t.coach_id, t.first_on, t.last_on FROM certifications t
       WHERE t.organization_id = acting_organization() AND t.coach_id = ANY (p_coach_ids) $$;

GRANT EXECUTE ON FUNCTION load_shapes(uuid[], uuid, date, integer, integer, integer, integer)
  TO caseload_coach, caseload_supervisor, caseload_administrator;
GRANT EXECUTE ON FUNCTION coach_credentials(uuid[]) TO caseload_supervisor, caseload_administrator;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION coach_credentials(uuid[]), load_shapes(uuid[], uuid, date, integer, integer, integer, integer);
DROP TABLE coach_wishes, coach_abouts, load_settings;
DROP TRIGGER keep_stay_with_standing ON standings;
DROP FUNCTION keep_stay_with_standing();
ALTER TABLE standings DROP COLUMN agreed_cadence_days, DROP COLUMN enrolled_on;
DROP INDEX one_second_coach_at_a_time, second_coaches_now;
ALTER TABLE assignments DROP COLUMN ended_at, DROP COLUMN ended_by, DROP COLUMN reason, DROP COLUMN last_on;
UPDATE coaches SET capacity = 15 WHERE capacity IS NULL;
ALTER TABLE coaches ALTER capacity SET DEFAULT 15, ALTER capacity SET NOT NULL;
`);
  }
}
