import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'organization_id = (SELECT acting_organization())';
const BOTH = 'caseload_supervisor, caseload_administrator';

/**
 * Two records of one person become one, in one transaction and without losing either's history: whatever names a
 * participant moves, found in the catalog, so that a table added later moves too (docs/decisions/0035).
 */
export class Merges1763700000054 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE merges (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id uuid NOT NULL,
  from_id uuid NOT NULL,
  into_id uuid NOT NULL,
  made_by uuid NOT NULL,
  made_as text NOT NULL,
  made_at timestamptz NOT NULL,
  why text NOT NULL DEFAULT '' CHECK (length(why) <= 500),
  was jsonb NOT NULL,
  moved jsonb NOT NULL,
  request_hash bytea NOT NULL,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, made_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT a_record_is_merged_once UNIQUE (organization_id, from_id),
  CONSTRAINT nobody_is_merged_into_themself CHECK (from_id <> into_id)
);
COMMENT ON COLUMN merges.was IS 'Both records and whatever had to be settled between them, row by row, as it was before. Granted to nobody.';
COMMENT ON COLUMN merges.moved IS 'By table the keys of the rows that moved. Granted to nobody.';
ALTER TABLE merges ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON merges TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY administrators_read ON merges FOR SELECT TO caseload_administrator USING (${HERE});
CREATE POLICY their_own ON merges FOR SELECT TO caseload_supervisor
  USING (${HERE} AND made_by = (SELECT acting_account()));
GRANT SELECT (organization_id, id, from_id, into_id, made_by, made_as, made_at, why, request_hash) ON merges TO ${BOTH};

-- Whom the record of this id became, however often; NULL for one that never was merged. Who asks looks at reach after.
CREATE FUNCTION merged_into(p_participant_id uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
  WITH RECURSIVE way (id, step) AS (
    SELECT m.into_id, 1 FROM merges m WHERE m.organization_id = acting_organization() AND m.from_id = p_participant_id
    UNION ALL
    SELECT m.into_id, w.step + 1 FROM way w
      JOIN merges m ON m.organization_id = acting_organization() AND m.from_id = w.id)
  SELECT id FROM way ORDER BY step DESC LIMIT 1 $$;
REVOKE EXECUTE ON FUNCTION merged_into(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION merged_into(uuid) TO caseload_coach, ${BOTH};

-- Whose a line of a signed session is may change with a merge, and no role is granted that column; the text stays.
CREATE OR REPLACE FUNCTION keep_signed_session() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE
  org uuid := coalesce(NEW.organization_id, OLD.organization_id);
  session uuid;
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'participant_id' = to_jsonb(OLD) - 'participant_id' THEN RETURN NEW; END IF;
${KEEP_SIGNED}`);
    await runner.query(SETTLE);
    await runner.query(`
REVOKE EXECUTE ON FUNCTION settle_before_merging(uuid, uuid, date, timestamptz), join_stays(uuid, uuid, date, timestamptz)
  FROM PUBLIC;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION join_stays(uuid, uuid, date, timestamptz), settle_before_merging(uuid, uuid, date, timestamptz),
  merged_into(uuid);
DROP TABLE merges;
CREATE OR REPLACE FUNCTION keep_signed_session() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE
  org uuid := coalesce(NEW.organization_id, OLD.organization_id);
  session uuid;
BEGIN
${KEEP_SIGNED}`);
  }
}

const KEEP_SIGNED = `  IF TG_TABLE_NAME = 'supervision_sessions' THEN session := OLD.id;
  ELSE session := coalesce(NEW.session_id, OLD.session_id); END IF;
  IF EXISTS (SELECT 1 FROM supervision_signatures g WHERE g.organization_id = org AND g.session_id = session) THEN
    RAISE EXCEPTION 'This session is signed.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'a_signed_session_stays_as_it_is';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;`;

const SETTLE = `
-- Two open stays in one program become one, from the earlier day, every how many days as the kept one agreed; what the
-- other had agreed stays as an earlier cadence that ends today.
CREATE FUNCTION join_stays(p_from uuid, p_into uuid, p_today date, p_now timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  here uuid := acting_organization();
  mine enrollments;
  kept enrollments;
  pointing record;
BEGIN
  FOR mine IN SELECT * FROM enrollments WHERE organization_id = here AND participant_id = p_from AND closed_on IS NULL LOOP
    SELECT * INTO kept FROM enrollments
     WHERE organization_id = here AND participant_id = p_into AND program_id = mine.program_id AND closed_on IS NULL;
    CONTINUE WHEN NOT FOUND;
    INSERT INTO earlier_cadences (organization_id, id, enrollment_id, participant_id, days, began_on, ended_on, ended_by, ended_at)
    SELECT here, gen_random_uuid(), kept.id, p_from, mine.agreed_cadence_days, mine.agreed_cadence_on, p_today,
           acting_account(), p_now WHERE mine.agreed_cadence_on < p_today;
    FOR pointing IN
      SELECT k.conrelid::regclass AS of_table, a.attname AS via FROM pg_constraint k
        CROSS JOIN LATERAL unnest(k.conkey, k.confkey) c (here, there)
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = c.here
        JOIN pg_attribute t ON t.attrelid = k.confrelid AND t.attnum = c.there AND t.attname = 'id'
       WHERE k.contype = 'f' AND k.confrelid = 'enrollments'::regclass
    LOOP
      EXECUTE format('UPDATE %s SET %I = $1 WHERE organization_id = $2 AND %2$I = $3', pointing.of_table, pointing.via)
        USING kept.id, here, mine.id;
    END LOOP;
    UPDATE enrollments SET enrolled_on = least(mine.enrolled_on, kept.enrolled_on), version = version + 1
     WHERE organization_id = here AND id = kept.id;
    DELETE FROM enrollments WHERE organization_id = here AND id = mine.id;
  END LOOP;
END $$;

-- What can be there only once at a time, settled while it is still two people's. Of the coaches: the kept record's days
-- stand; on the same days the other's primary coach becomes the second one, and who walks with them now ends today
-- unless the kept record has nobody.
CREATE FUNCTION settle_before_merging(p_from uuid, p_into uuid, p_today date, p_now timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  here uuid := acting_organization();
  me uuid := acting_account();
  walk assignments;
  away pauses;
  kept uuid;
  first_on date;
  last_on date;
  wider record;
BEGIN
  UPDATE handovers SET ended_as = 'moved on', ended_by = me, ended_at = p_now, version = version + 1
   WHERE organization_id = here AND participant_id = p_from AND accepted_at IS NULL AND ended_at IS NULL;
  FOR walk IN SELECT * FROM assignments WHERE organization_id = here AND participant_id = p_from AND kind = 'primary'
     ORDER BY from_on LOOP
    CONTINUE WHEN NOT EXISTS (
      SELECT 1 FROM assignments a WHERE a.organization_id = here AND a.participant_id = p_into AND a.kind = 'primary'
         AND daterange(a.from_on, a.until_on) && daterange(walk.from_on, walk.until_on));
    SELECT CASE WHEN bool_and(a.until_on IS NOT NULL) THEN max(a.until_on) END INTO last_on FROM assignments a
     WHERE a.organization_id = here AND a.participant_id = p_into AND a.kind = 'primary';
    IF walk.until_on IS NULL AND last_on IS NOT NULL THEN
      INSERT INTO assignments (organization_id, id, participant_id, coach_id, kind, from_on, until_on, made_by, made_at,
        reason, ended_by, ended_at)
      VALUES (here, gen_random_uuid(), p_from, walk.coach_id, 'second', walk.from_on, last_on, walk.made_by, walk.made_at,
        walk.reason, me, p_now);
      UPDATE assignments SET from_on = last_on WHERE organization_id = here AND id = walk.id;
    ELSE
      UPDATE assignments SET kind = 'second', until_on = coalesce(until_on, greatest(from_on, p_today)),
             ended_by = coalesce(ended_by, me), ended_at = coalesce(ended_at, p_now)
       WHERE organization_id = here AND id = walk.id;
    END IF;
  END LOOP;
  UPDATE assignments a SET until_on = greatest(a.from_on, p_today), ended_by = me, ended_at = p_now
   WHERE a.organization_id = here AND a.kind = 'second' AND a.until_on IS NULL AND (
     a.participant_id = p_from AND EXISTS (
       SELECT 1 FROM assignments b WHERE b.organization_id = here AND b.participant_id = p_into AND b.until_on IS NULL
          AND (b.kind = 'second' OR b.coach_id = a.coach_id))
     OR a.participant_id = p_into AND EXISTS (
       SELECT 1 FROM assignments b WHERE b.organization_id = here AND b.participant_id = p_from AND b.until_on IS NULL
          AND b.kind = 'primary' AND b.coach_id = a.coach_id));

  -- Days away for one reason that overlap are all of them, once.
  FOR away IN SELECT * FROM pauses WHERE organization_id = here AND participant_id = p_from AND undone_at IS NULL
     ORDER BY from_on LOOP
    first_on := away.from_on;
    last_on := away.through_on;
    LOOP
      SELECT min(p.from_on) AS first_on, max(p.through_on) AS last_on, min(p.id::text)::uuid AS id INTO wider FROM pauses p
       WHERE p.organization_id = here AND p.participant_id = p_into AND p.reason = away.reason AND p.undone_at IS NULL
         AND daterange(p.from_on, p.through_on + 1) && daterange(first_on, last_on + 1);
      kept := wider.id;
      EXIT WHEN kept IS NULL OR (wider.first_on >= first_on AND wider.last_on <= last_on);
      first_on := least(first_on, wider.first_on);
      last_on := greatest(last_on, wider.last_on);
    END LOOP;
    CONTINUE WHEN kept IS NULL;
    UPDATE pauses p SET undone_by = me, undone_at = p_now, version = version + 1
     WHERE p.organization_id = here AND p.undone_at IS NULL AND (p.id = away.id OR p.participant_id = p_into
       AND p.reason = away.reason AND p.id <> kept AND daterange(p.from_on, p.through_on + 1) && daterange(first_on, last_on + 1));
    UPDATE pauses SET from_on = first_on, through_on = last_on, version = version + 1
     WHERE organization_id = here AND id = kept;
  END LOOP;
  -- Of two windows for one event the open one stays.
  UPDATE vulnerability_windows w SET undone_by = me, undone_at = p_now, version = w.version + 1
    FROM vulnerability_windows f, vulnerability_windows i
   WHERE f.organization_id = here AND f.participant_id = p_from AND f.undone_at IS NULL
     AND i.organization_id = here AND i.participant_id = p_into AND i.undone_at IS NULL
     AND i.event = f.event AND i.began_on = f.began_on AND w.organization_id = here
     AND w.id = CASE WHEN i.closed_on IS NOT NULL AND f.closed_on IS NULL THEN i.id ELSE f.id END;
  -- The earlier of two next contacts stays next; the call that was asked for first is the one that waits.
  UPDATE planned_contacts n SET replaced_at = p_now, ended_as = 'rescheduled', ended_by = me, version = n.version + 1
   WHERE n.organization_id = here AND n.replaced_at IS NULL AND n.participant_id IN (p_from, p_into) AND n.id <> (
     SELECT o.id FROM planned_contacts o
      WHERE o.organization_id = here AND o.replaced_at IS NULL AND o.participant_id IN (p_from, p_into)
      ORDER BY o.planned_on, o.planned_time NULLS LAST, o.participant_id = p_from, o.id LIMIT 1);
  UPDATE calls_asked_for c SET replaced_at = p_now
   WHERE c.organization_id = here AND c.replaced_at IS NULL AND c.participant_id IN (p_from, p_into) AND c.id <> (
     SELECT o.id FROM calls_asked_for o
      WHERE o.organization_id = here AND o.replaced_at IS NULL AND o.participant_id IN (p_from, p_into)
      ORDER BY o.withdrawn_at IS NOT NULL, o.asked_at, o.id LIMIT 1);
END $$;`;
