import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'organization_id = (SELECT acting_organization())';
const BOTH = 'caseload_coach, caseload_supervisor';
const TABLES = ['deaths', 'frozen_by_deaths', 'wellbeing_settings', 'quiet_hours', 'pulses'];

/** What would ask for a person who has died: nothing new of it is written. What was under way is frozen at the commit. */
const REACHING_OUT = ['planned_contacts', 'promises', 'risk_notes', 'calls_asked_for'];

/**
 * After a participant's death everything that reaches out is frozen in the transaction that says so, and each row that
 * was frozen is written down, so that a mistake puts back exactly that (docs/decisions/0029). Quiet hours of coaches,
 * with the contacts outside working hours counted. A pulse that only its writer reads.
 */
export class AfterADeathQuietHoursPulse1763700000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE deaths (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  participant_id uuid NOT NULL,
  died_on date NOT NULL,
  family_wishes text NOT NULL DEFAULT '' CHECK (length(family_wishes) <= 2000),
  last_coach_id uuid,
  said_by uuid NOT NULL,
  said_at timestamptz NOT NULL,
  request_hash bytea NOT NULL,
  spoken_by uuid,
  spoken_at timestamptz,
  last_words text CHECK (length(last_words) BETWEEN 1 AND 2000),
  closed_by uuid,
  closed_at timestamptz,
  closed_on date,
  undone_by uuid,
  undone_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, last_coach_id) REFERENCES coaches (organization_id, id),
  FOREIGN KEY (organization_id, said_by) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, spoken_by) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, closed_by) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, undone_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT speaking_takes_who_and_when CHECK (num_nulls(spoken_by, spoken_at) IN (0, 2)),
  CONSTRAINT closing_takes_who_when_and_a_last_word
    CHECK (num_nulls(last_words, closed_by, closed_at, closed_on) IN (0, 4)),
  CONSTRAINT taking_back_takes_who_and_when CHECK (num_nulls(undone_by, undone_at) IN (0, 2))
);
COMMENT ON COLUMN deaths.last_coach_id IS 'Their primary coach when it was said: the record stays with that coach''s team.';
COMMENT ON COLUMN deaths.spoken_at IS 'When a supervisor said that they had spoken with the last coach.';
COMMENT ON COLUMN deaths.closed_at IS 'When the record was closed with a last word, and the assignments with it.';
CREATE UNIQUE INDEX a_death_is_said_once ON deaths (organization_id, participant_id) WHERE undone_at IS NULL;
CREATE INDEX deaths_of_participant ON deaths (organization_id, participant_id);

-- Each row that the death froze, for putting back exactly that. Granted to nobody.
CREATE TABLE frozen_by_deaths (
  organization_id uuid NOT NULL,
  death_id uuid NOT NULL,
  kind text NOT NULL,
  row_id uuid NOT NULL,
  part text NOT NULL DEFAULT '',
  PRIMARY KEY (organization_id, death_id, kind, row_id, part),
  FOREIGN KEY (organization_id, death_id) REFERENCES deaths (organization_id, id)
);

-- Of the organization; a missing row stands for the defaults.
CREATE TABLE wellbeing_settings (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  quiet_from time NOT NULL DEFAULT '18:00',
  quiet_until time NOT NULL DEFAULT '08:00',
  quiet_days integer[] NOT NULL DEFAULT '{6,7}',
  support_line text NOT NULL DEFAULT '' CHECK (length(support_line) <= 300),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id),
  CONSTRAINT quiet_hours_end_at_another_time CHECK (quiet_from <> quiet_until),
  CONSTRAINT quiet_days_leave_a_day CHECK (quiet_days <@ ARRAY[1, 2, 3, 4, 5, 6, 7] AND cardinality(quiet_days) < 7)
);
COMMENT ON COLUMN wellbeing_settings.quiet_days IS '1 is Monday, 7 is Sunday; quiet from midnight to midnight.';

CREATE TABLE quiet_hours (
  organization_id uuid NOT NULL,
  account_id uuid NOT NULL,
  quiet_from time NOT NULL,
  quiet_until time NOT NULL,
  quiet_days integer[] NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, account_id),
  FOREIGN KEY (organization_id, account_id) REFERENCES coaches (organization_id, id),
  CONSTRAINT own_quiet_hours_end_at_another_time CHECK (quiet_from <> quiet_until),
  CONSTRAINT own_quiet_days_leave_a_day
    CHECK (quiet_days <@ ARRAY[1, 2, 3, 4, 5, 6, 7] AND cardinality(quiet_days) < 7)
);
COMMENT ON TABLE quiet_hours IS 'A coach''s own, in the organization''s zone; without a row, the organization''s.';

CREATE TABLE pulses (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  week_on date NOT NULL,
  feeling text NOT NULL CHECK (feeling IN ('worn out', 'stretched', 'steady', 'well')),
  words text NOT NULL DEFAULT '' CHECK (length(words) <= 2000),
  said_at timestamptz NOT NULL,
  shared_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, account_id) REFERENCES coaches (organization_id, id),
  CONSTRAINT a_pulse_is_said_once_a_week UNIQUE (organization_id, account_id, week_on),
  CONSTRAINT a_week_begins_on_monday CHECK (extract(isodow FROM week_on) = 1)
);

ALTER TABLE risk_notes ADD COLUMN is_closed_by_death boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN risk_notes.is_closed_by_death IS 'Nobody was late: the clocks were stopped because the person died.';
ALTER TABLE planned_contacts DROP CONSTRAINT a_planned_contact_ends_in_one_of_four,
  ADD CONSTRAINT a_planned_contact_ends_in_one_of_five
    CHECK (ended_as IN ('reached', 'rescheduled', 'called off', 'contact voided', 'died'));
ALTER TABLE message_deliveries ADD COLUMN waited_until timestamptz;
COMMENT ON COLUMN message_deliveries.waited_until IS 'The end of its reader''s quiet hours, from which it is tried.';
`);
    for (const table of TABLES)
      await runner.query(`
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON ${table} TO caseload_owner USING (true) WITH CHECK (true);`);
    await runner.query(`
-- Reach is the participant's own: asked row by row, of a table with few rows.
CREATE POLICY of_reachable ON deaths TO ${BOTH}
  USING (${HERE} AND (SELECT true FROM participants p
                       WHERE p.organization_id = deaths.organization_id AND p.id = deaths.participant_id));
GRANT SELECT, INSERT, UPDATE (died_on, family_wishes, spoken_by, spoken_at, last_words, closed_by, closed_at, closed_on,
  undone_by, undone_at, version) ON deaths TO ${BOTH};

CREATE POLICY staff_read ON wellbeing_settings FOR SELECT TO ${BOTH} USING (${HERE});
CREATE POLICY administrators_keep ON wellbeing_settings TO caseload_administrator USING (${HERE}) WITH CHECK (${HERE});
GRANT SELECT ON wellbeing_settings TO ${BOTH};
GRANT SELECT, INSERT, UPDATE ON wellbeing_settings TO caseload_administrator;

CREATE POLICY of_oneself ON quiet_hours TO caseload_coach
  USING (${HERE} AND account_id = (SELECT acting_account()))
  WITH CHECK (${HERE} AND account_id = (SELECT acting_account()));
GRANT SELECT, INSERT, UPDATE, DELETE ON quiet_hours TO caseload_coach;

-- Nobody reads a pulse but who said it; one that is shared, their own supervisor, and no cover, job or administrator.
CREATE POLICY of_oneself ON pulses TO caseload_coach
  USING (${HERE} AND account_id = (SELECT acting_account()))
  WITH CHECK (${HERE} AND account_id = (SELECT acting_account()));
CREATE POLICY shared_with_their_supervisor ON pulses FOR SELECT TO caseload_supervisor
  USING (${HERE} AND shared_at IS NOT NULL AND account_id IN (
    SELECT own.id FROM coaches own WHERE own.organization_id = (SELECT acting_organization())
       AND own.supervisor_id = (SELECT acting_account())));
GRANT SELECT, INSERT, DELETE, UPDATE (feeling, words, shared_at, version) ON pulses TO caseload_coach;
GRANT SELECT ON pulses TO caseload_supervisor;

CREATE TRIGGER announce AFTER INSERT OR UPDATE ON deaths FOR EACH ROW EXECUTE FUNCTION announce_participant();
`);
    await runner.query(`
-- All that would reach out, frozen, and written down in frozen_by_deaths. What is frozen already stays as it is, so it
-- may run again. Waits for no other transaction longer than a moment: whoever says a death tries again, the others go
-- on. Risk notes and clocks are held before the stay, as those who answer them hold them.
CREATE FUNCTION freeze_after_death(p_death deaths) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public SET lock_timeout = '500ms' AS $$
DECLARE
  here uuid := p_death.organization_id;
  who uuid := p_death.participant_id;
  at timestamptz := p_death.said_at;
  local_day date := (SELECT (p_death.said_at AT TIME ZONE o.time_zone)::date FROM organizations o WHERE o.id = p_death.organization_id);
  own_account uuid := (SELECT p.account_id FROM participants p
                        WHERE p.organization_id = p_death.organization_id AND p.id = p_death.participant_id);
  of_theirs regclass;
  message record;
  is_theirs boolean;
BEGIN
  PERFORM 1 FROM risk_notes WHERE organization_id = here AND participant_id = who AND resolved_at IS NULL
    ORDER BY id FOR NO KEY UPDATE;
  PERFORM 1 FROM answering_clocks WHERE organization_id = here AND participant_id = who AND stopped_at IS NULL
    ORDER BY risk_note_id, step FOR NO KEY UPDATE;
  PERFORM hold_standing(who);

  WITH done AS (
    UPDATE answering_clocks SET stopped_at = at WHERE organization_id = here AND participant_id = who AND stopped_at IS NULL
    RETURNING risk_note_id, step)
  INSERT INTO frozen_by_deaths SELECT here, p_death.id, 'clock', risk_note_id, step::text FROM done ON CONFLICT DO NOTHING;
  WITH done AS (
    UPDATE risk_note_told SET until_at = at WHERE organization_id = here AND participant_id = who AND until_at IS NULL
    RETURNING risk_note_id, account_id, step)
  INSERT INTO frozen_by_deaths SELECT here, p_death.id, 'told', risk_note_id, account_id || ' ' || step FROM done
  ON CONFLICT DO NOTHING;
  WITH done AS (
    UPDATE risk_notes SET resolved_by = p_death.said_by, resolved_at = at, resolved_on = local_day,
           resolved_words = 'Closed: died. What was written is kept.', is_closed_by_death = true, version = version + 1
     WHERE organization_id = here AND participant_id = who AND resolved_at IS NULL RETURNING id)
  INSERT INTO frozen_by_deaths SELECT here, p_death.id, 'risk note', id FROM done ON CONFLICT DO NOTHING;

  WITH done AS (
    UPDATE enrollments SET closed_on = greatest(enrolled_on, p_death.died_on), closing_reason = 'died', version = version + 1
     WHERE organization_id = here AND participant_id = who AND closed_on IS NULL RETURNING id)
  INSERT INTO frozen_by_deaths SELECT here, p_death.id, 'enrollment', id FROM done ON CONFLICT DO NOTHING;
  DELETE FROM standings WHERE organization_id = here AND participant_id = who;
  WITH done AS (
    UPDATE planned_contacts SET replaced_at = at, ended_as = 'died', ended_by = p_death.said_by, version = version + 1
     WHERE organization_id = here AND participant_id = who AND replaced_at IS NULL RETURNING id)
  INSERT INTO frozen_by_deaths SELECT here, p_death.id, 'planned contact', id FROM done ON CONFLICT DO NOTHING;
  WITH done AS (
    UPDATE promises SET released_at = at, released_by = p_death.said_by, release_reason = 'They died', version = version + 1
     WHERE organization_id = here AND participant_id = who AND kept_at IS NULL AND released_at IS NULL RETURNING id)
  INSERT INTO frozen_by_deaths SELECT here, p_death.id, 'promise', id FROM done ON CONFLICT DO NOTHING;
  WITH done AS (
    UPDATE calls_asked_for SET withdrawn_at = at
     WHERE organization_id = here AND participant_id = who AND withdrawn_at IS NULL AND replaced_at IS NULL RETURNING id)
  INSERT INTO frozen_by_deaths SELECT here, p_death.id, 'call', id FROM done ON CONFLICT DO NOTHING;

  -- Their sign-in ends. That of somebody who also holds a role of the staff is the administrator's to end.
  WITH done AS (
    UPDATE accounts SET disabled_at = at, version = version + 1
     WHERE organization_id = here AND id = own_account AND role = 'participant' AND disabled_at IS NULL RETURNING id)
  INSERT INTO frozen_by_deaths SELECT here, p_death.id, 'account', id FROM done ON CONFLICT DO NOTHING;
  DELETE FROM sessions WHERE organization_id = here AND account_id = own_account AND role = 'participant';

  -- What waits to be sent to or about them, whatever part of the record it is about.
  FOR message IN
    SELECT DISTINCT m.id, m.account_id, m.subject_id FROM message_deliveries d
      JOIN messages m ON m.organization_id = d.organization_id AND m.id = d.message_id
     WHERE d.organization_id = here AND d.state = 'waiting' AND m.subject_id <> p_death.id
  LOOP
    is_theirs := message.subject_id = who OR message.account_id IS NOT DISTINCT FROM own_account;
    FOR of_theirs IN
      SELECT c.oid FROM pg_class c
       WHERE NOT is_theirs AND c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND 3 = (
         SELECT count(*) FROM pg_attribute a WHERE a.attrelid = c.oid AND NOT a.attisdropped
            AND a.attname IN ('organization_id', 'id', 'participant_id'))
         AND c.relname NOT IN ('trail', 'live_events')
    LOOP
      EXECUTE format('SELECT $1 OR EXISTS (SELECT 1 FROM %s WHERE organization_id = $2 AND id = $3 AND participant_id = $4)',
                     of_theirs) INTO is_theirs USING is_theirs, here, message.subject_id, who;
    END LOOP;
    IF is_theirs THEN
      WITH done AS (
        UPDATE message_deliveries SET state = 'not needed', settled_at = at
         WHERE organization_id = here AND message_id = message.id AND state = 'waiting' RETURNING id)
      INSERT INTO frozen_by_deaths SELECT here, p_death.id, 'delivery', id FROM done ON CONFLICT DO NOTHING;
      UPDATE messages SET withdrawn_at = coalesce(withdrawn_at, at) WHERE organization_id = here AND id = message.id;
    END IF;
  END LOOP;
END $$;

CREATE FUNCTION freeze_when_said() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM freeze_after_death(NEW);
  RETURN NULL;
END $$;
CREATE TRIGGER freeze_when_said AFTER INSERT ON deaths FOR EACH ROW EXECUTE FUNCTION freeze_when_said();

-- What another transaction had begun before it could know. The lock is the one with which announcements commit one after
-- the other: whichever of the two is second sees the first.
CREATE FUNCTION rest_after_a_death() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE death deaths;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.organization_id::text, 4206990));
  SELECT * INTO death FROM deaths d
   WHERE d.organization_id = NEW.organization_id AND d.participant_id = NEW.participant_id AND d.undone_at IS NULL;
  IF FOUND THEN PERFORM freeze_after_death(death); END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER rest_after_a_death AFTER INSERT ON announcements DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION rest_after_a_death();

CREATE FUNCTION refuse_after_a_death() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM deaths d WHERE d.organization_id = NEW.organization_id
                AND d.participant_id = NEW.participant_id AND d.undone_at IS NULL) THEN
    RAISE EXCEPTION 'Nobody is asked for after a death.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'nobody_is_asked_for_after_a_death';
  END IF;
  RETURN NEW;
END $$;

-- The day set right; the record closed with a last word, which ends the assignments: who walked with them last stays
-- named, and the record with that coach's team.
CREATE FUNCTION follow_death() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.undone_at IS NULL AND NEW.died_on <> OLD.died_on THEN
    UPDATE enrollments e SET closed_on = greatest(e.enrolled_on, NEW.died_on), version = e.version + 1
      FROM frozen_by_deaths f
     WHERE f.organization_id = NEW.organization_id AND f.death_id = NEW.id AND f.kind = 'enrollment'
       AND e.organization_id = f.organization_id AND e.id = f.row_id AND e.closing_reason = 'died';
  END IF;
  IF NEW.undone_at IS NULL AND NEW.closed_at IS NOT NULL AND OLD.closed_at IS NULL THEN
    WITH done AS (
      UPDATE assignments SET until_on = greatest(from_on, NEW.closed_on)
       WHERE organization_id = NEW.organization_id AND participant_id = NEW.participant_id AND until_on IS NULL RETURNING id)
    INSERT INTO frozen_by_deaths SELECT NEW.organization_id, NEW.id, 'assignment', id FROM done ON CONFLICT DO NOTHING;
    UPDATE participants SET primary_coach_id = NEW.last_coach_id
     WHERE organization_id = NEW.organization_id AND id = NEW.participant_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_death AFTER UPDATE ON deaths FOR EACH ROW EXECUTE FUNCTION follow_death();

-- It was a mistake: exactly what was frozen comes back, unless something else took its place since. The caller stores
-- the standing.
CREATE FUNCTION put_back_what_was_frozen() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public SET lock_timeout = '500ms' AS $$
DECLARE here uuid := NEW.organization_id;
BEGIN
  UPDATE risk_notes r SET resolved_by = NULL, resolved_at = NULL, resolved_on = NULL, resolved_words = NULL,
         is_closed_by_death = false, version = r.version + 1
    FROM frozen_by_deaths f WHERE f.organization_id = here AND f.death_id = NEW.id AND f.kind = 'risk note'
     AND r.organization_id = here AND r.id = f.row_id AND r.is_closed_by_death;
  UPDATE answering_clocks c SET stopped_at = NULL
    FROM frozen_by_deaths f WHERE f.organization_id = here AND f.death_id = NEW.id AND f.kind = 'clock'
     AND c.organization_id = here AND c.risk_note_id = f.row_id AND c.step = f.part::integer;
  UPDATE risk_note_told t SET until_at = NULL
    FROM frozen_by_deaths f WHERE f.organization_id = here AND f.death_id = NEW.id AND f.kind = 'told'
     AND t.organization_id = here AND t.risk_note_id = f.row_id AND t.account_id || ' ' || t.step = f.part;
  UPDATE enrollments e SET closed_on = NULL, closing_reason = NULL, version = e.version + 1
    FROM frozen_by_deaths f WHERE f.organization_id = here AND f.death_id = NEW.id AND f.kind = 'enrollment'
     AND e.organization_id = here AND e.id = f.row_id AND e.closing_reason = 'died';
  UPDATE assignments a SET until_on = NULL
    FROM frozen_by_deaths f WHERE f.organization_id = here AND f.death_id = NEW.id AND f.kind = 'assignment'
     AND a.organization_id = here AND a.id = f.row_id;
  UPDATE planned_contacts n SET replaced_at = NULL, ended_as = NULL, ended_by = NULL, version = n.version + 1
    FROM frozen_by_deaths f WHERE f.organization_id = here AND f.death_id = NEW.id AND f.kind = 'planned contact'
     AND n.organization_id = here AND n.id = f.row_id AND n.ended_as = 'died';
  UPDATE promises m SET released_at = NULL, released_by = NULL, release_reason = NULL, version = m.version + 1
    FROM frozen_by_deaths f WHERE f.organization_id = here AND f.death_id = NEW.id AND f.kind = 'promise'
     AND m.organization_id = here AND m.id = f.row_id;
  UPDATE calls_asked_for k SET withdrawn_at = NULL
    FROM frozen_by_deaths f WHERE f.organization_id = here AND f.death_id = NEW.id AND f.kind = 'call'
     AND k.organization_id = here AND k.id = f.row_id AND k.replaced_at IS NULL;
  UPDATE accounts a SET disabled_at = NULL, version = a.version + 1
    FROM frozen_by_deaths f WHERE f.organization_id = here AND f.death_id = NEW.id AND f.kind = 'account'
     AND a.organization_id = here AND a.id = f.row_id AND a.disabled_at = NEW.said_at;
  WITH back AS (
    UPDATE message_deliveries d SET state = 'waiting', settled_at = NULL
      FROM frozen_by_deaths f WHERE f.organization_id = here AND f.death_id = NEW.id AND f.kind = 'delivery'
       AND d.organization_id = here AND d.id = f.row_id AND d.state = 'not needed' RETURNING d.message_id)
  UPDATE messages m SET withdrawn_at = NULL FROM back WHERE m.organization_id = here AND m.id = back.message_id;
  PERFORM withdraw_messages(NEW.id, NEW.undone_at);
  RETURN NULL;
END $$;
CREATE TRIGGER put_back_what_was_frozen AFTER UPDATE OF undone_at ON deaths
  FOR EACH ROW WHEN (OLD.undone_at IS NULL AND NEW.undone_at IS NOT NULL) EXECUTE FUNCTION put_back_what_was_frozen();

-- Who walked with them, since when and until when: a coach reads their own assignments alone. Only of somebody who died;
-- whoever asks has looked at reach.
CREATE FUNCTION walked_with(p_participant_ids uuid[])
RETURNS TABLE (participant_id uuid, coach_id uuid, coach_name text, from_on date, until_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT a.participant_id, a.coach_id, c.name, min(a.from_on), max(least(coalesce(a.until_on, d.died_on), d.died_on))
    FROM deaths d
    JOIN assignments a ON a.organization_id = d.organization_id AND a.participant_id = d.participant_id
    JOIN accounts c ON c.organization_id = a.organization_id AND c.id = a.coach_id
   WHERE d.organization_id = acting_organization() AND d.participant_id = ANY (p_participant_ids)
     AND d.undone_at IS NULL AND a.from_on <= d.died_on
   GROUP BY a.participant_id, a.coach_id, c.name ORDER BY min(a.from_on), c.name $$;
`);
    await runner.query(QUIET);
    for (const table of REACHING_OUT)
      await runner.query(`
CREATE TRIGGER refuse_after_a_death BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_after_a_death();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of REACHING_OUT) await runner.query(`DROP TRIGGER refuse_after_a_death ON ${table};`);
    await runner.query(`
DROP TRIGGER wait_for_quiet_hours ON message_deliveries;
DROP TRIGGER rest_after_a_death ON announcements;
DROP FUNCTION wait_for_quiet_hours(), after_hours_of(uuid[], date, date), is_quiet(timestamp, time, time, integer[]),
  quiet_hours_of(uuid, uuid), end_of_quiet_hours(uuid, uuid, timestamptz), walked_with(uuid[]);
DROP TABLE ${[...TABLES].reverse().join(', ')} CASCADE;
DROP FUNCTION freeze_when_said(), rest_after_a_death(), refuse_after_a_death(), follow_death(), put_back_what_was_frozen();
ALTER TABLE message_deliveries DROP COLUMN waited_until;
UPDATE planned_contacts SET ended_as = 'called off', end_reason = 'died' WHERE ended_as = 'died';
ALTER TABLE planned_contacts DROP CONSTRAINT a_planned_contact_ends_in_one_of_five,
  ADD CONSTRAINT a_planned_contact_ends_in_one_of_four
    CHECK (ended_as IN ('reached', 'rescheduled', 'called off', 'contact voided'));
ALTER TABLE risk_notes DROP COLUMN is_closed_by_death;`);
  }
}

const QUIET = `
-- Whether a local moment is quiet: on a quiet day, or between the two times, over midnight too.
CREATE FUNCTION is_quiet(p_local timestamp, p_from time, p_until time, p_days integer[]) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT extract(isodow FROM p_local)::integer = ANY (p_days)
      OR CASE WHEN p_from < p_until THEN p_local::time >= p_from AND p_local::time < p_until
              ELSE p_local::time >= p_from OR p_local::time < p_until END $$;

-- Those in force for an account of the organization: their own, else the organization's, else the defaults.
CREATE FUNCTION quiet_hours_of(p_organization_id uuid, p_account_id uuid)
RETURNS TABLE (quiet_from time, quiet_until time, quiet_days integer[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(q.quiet_from, s.quiet_from, '18:00'), coalesce(q.quiet_until, s.quiet_until, '08:00'),
         coalesce(q.quiet_days, s.quiet_days, '{6,7}')
    FROM organizations o
    LEFT JOIN wellbeing_settings s ON s.organization_id = o.id
    LEFT JOIN quiet_hours q ON q.organization_id = o.id AND q.account_id = p_account_id
   WHERE o.id = p_organization_id $$;

-- When the quiet hours end that an instant falls in, or that instant where it is not quiet. They can only end at midnight
-- or at their own end, and within a week, as no week is quiet all through.
CREATE FUNCTION end_of_quiet_hours(p_organization_id uuid, p_account_id uuid, p_at timestamptz) RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT CASE WHEN is_quiet(p_at AT TIME ZONE o.time_zone, q.quiet_from, q.quiet_until, q.quiet_days) THEN (
           SELECT min((day + t) AT TIME ZONE o.time_zone)
             FROM generate_series((p_at AT TIME ZONE o.time_zone)::date::timestamp,
                                  (p_at AT TIME ZONE o.time_zone)::date + interval '8 days', interval '1 day') day,
                  (VALUES (interval '0'), (q.quiet_until::interval)) ends (t)
            WHERE day + t > p_at AT TIME ZONE o.time_zone
              AND NOT is_quiet(day + t, q.quiet_from, q.quiet_until, q.quiet_days))
         ELSE p_at END
    FROM organizations o, quiet_hours_of(o.id, p_account_id) q WHERE o.id = p_organization_id $$;

-- A notice to a coach waits until their quiet hours end. What is urgent, and what somebody asked to see just now, does not.
CREATE FUNCTION wait_for_quiet_hours() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  SELECT end_of_quiet_hours(m.organization_id, m.account_id, NEW.next_try_at) INTO NEW.waited_until
    FROM messages m JOIN coaches c ON c.organization_id = m.organization_id AND c.id = m.account_id
   WHERE m.organization_id = NEW.organization_id AND m.id = NEW.message_id
     AND m.kind NOT IN ('risk-note', 'call', 'test', 'mail code')
     AND end_of_quiet_hours(m.organization_id, m.account_id, NEW.next_try_at) > NEW.next_try_at;
  NEW.next_try_at := coalesce(NEW.waited_until, NEW.next_try_at);
  RETURN NEW;
END $$;
CREATE TRIGGER wait_for_quiet_hours BEFORE INSERT ON message_deliveries
  FOR EACH ROW EXECUTE FUNCTION wait_for_quiet_hours();

-- How many contacts of these coaches lie outside their working hours, by the contact's own local time. Past the policies,
-- as somebody may have moved on since: numbers alone, and only of oneself and of one's own team. One without a time of
-- its own counts nowhere.
CREATE FUNCTION after_hours_of(p_coach_ids uuid[], p_from date, p_to date)
RETURNS TABLE (coach_id uuid, after_hours_count integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.id, (
           SELECT count(*)::integer FROM contacts k
            WHERE k.organization_id = c.organization_id AND k.coach_id = c.id AND k.occurred_on BETWEEN p_from AND p_to
              AND k.voided_at IS NULL AND k.occurred_time IS NOT NULL
              AND is_quiet(k.occurred_on + k.occurred_time, q.quiet_from, q.quiet_until, q.quiet_days))
    FROM coaches c, quiet_hours_of(c.organization_id, c.id) q
   WHERE c.organization_id = acting_organization() AND c.id = ANY (p_coach_ids)
     AND (c.id = acting_account() OR c.supervisor_id = ANY (acting_for())) $$;

REVOKE EXECUTE ON FUNCTION freeze_after_death(deaths), freeze_when_said(), rest_after_a_death(), refuse_after_a_death(),
  follow_death(), put_back_what_was_frozen(), walked_with(uuid[]), is_quiet(timestamp, time, time, integer[]),
  quiet_hours_of(uuid, uuid), end_of_quiet_hours(uuid, uuid, timestamptz), wait_for_quiet_hours(),
  after_hours_of(uuid[], date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION walked_with(uuid[]), after_hours_of(uuid[], date, date) TO ${BOTH};
`;
