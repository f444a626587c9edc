import type { MigrationInterface, QueryRunner } from 'typeorm';

const BOTH = 'caseload_supervisor, caseload_administrator';

/** Settled by hand, or nobody's to move: all else that names a participant moves as it is. */
const NOT_MOVED_ALONE = ['trail', 'announcements', 'standings', 'goal_movements', 'recovery_plans'];

/** Whose rows may be settled: kept as they were, of both, with the merge. */
const KEPT_AS_THEY_WERE = [
  'assignments', 'birthdays', 'births', 'calls_asked_for', 'coach_wishes', 'congratulations', 'earlier_cadences', 'enrollments',
  'handovers', 'pauses', 'planned_contacts', 'recovery_day_settings', 'recovery_milestones', 'recovery_periods',
  'recovery_plans', 'recovery_plan_people', 'recovery_plan_versions', 'told_apart', 'vulnerability_windows',
]; // prettier-ignore

/** Keys over several tables that name the participant too: they wait for the end of a merge. */
const KEYS_WITH_PARTICIPANT = `
  SELECT k.conrelid::regclass AS of_table, k.conname FROM pg_constraint k
   WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND cardinality(k.conkey) > 2 AND EXISTS (
     SELECT 1 FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey) AND a.attname = 'participant_id')`;

/** The merge itself, and what participants wrote of themself settled for it (docs/decisions/0035). */
export class MergingRecords1763700000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.let(runner, 'DEFERRABLE');
    await runner.query(SETTLE_OWN);
    await runner.query(MERGE);
    await runner.query(`
-- Enrolled once, sent again after the merge: not another record.
CREATE FUNCTION refuse_a_merged_id() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM merges m WHERE m.organization_id = NEW.organization_id AND m.from_id = NEW.id) THEN
    RAISE EXCEPTION 'This record became a part of another one.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'a_merged_record_stays_merged';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION refuse_a_merged_id() FROM PUBLIC;
CREATE TRIGGER refuse_a_merged_id BEFORE INSERT ON participants FOR EACH ROW EXECUTE FUNCTION refuse_a_merged_id();`);
    await runner.query(`
REVOKE EXECUTE ON FUNCTION settle_own_words(uuid, uuid, timestamptz), what_was(uuid, uuid),
  merge_participants(uuid, uuid, uuid, jsonb, uuid, text, bytea, date, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION merge_participants(uuid, uuid, uuid, jsonb, uuid, text, bytea, date, timestamptz) TO ${BOTH};`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER refuse_a_merged_id ON participants;
DROP FUNCTION refuse_a_merged_id();
DROP FUNCTION merge_participants(uuid, uuid, uuid, jsonb, uuid, text, bytea, date, timestamptz), what_was(uuid, uuid),
  settle_own_words(uuid, uuid, timestamptz);`);
    await this.let(runner, 'NOT DEFERRABLE');
  }

  private async let(runner: QueryRunner, wait: string): Promise<void> {
    const keys = (await runner.query(KEYS_WITH_PARTICIPANT)) as { of_table: string; conname: string }[];
    for (const { of_table, conname } of keys)
      await runner.query(`ALTER TABLE ${of_table} ALTER CONSTRAINT "${conname}" ${wait}`);
  }
}

const MERGE = `
CREATE FUNCTION what_was(p_from uuid, p_into uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE
  here uuid := acting_organization();
  was jsonb := (SELECT jsonb_build_object('participants', jsonb_agg(to_jsonb(p))) FROM participants p
                 WHERE p.organization_id = here AND p.id IN (p_from, p_into));
  rows jsonb;
  kept text;
BEGIN
  FOREACH kept IN ARRAY '{${KEPT_AS_THEY_WERE.join(',')}}'::text[] LOOP
    EXECUTE format('SELECT jsonb_agg(to_jsonb(r)) FROM %I r WHERE organization_id = $1 AND %s', kept,
      CASE kept WHEN 'told_apart' THEN '(first_id IN ($2, $3) OR second_id IN ($2, $3))' ELSE 'participant_id IN ($2, $3)' END)
      INTO rows USING here, p_from, p_into;
    IF rows IS NOT NULL THEN was := was || jsonb_build_object(kept, rows); END IF;
  END LOOP;
  RETURN was;
END $$;

-- The record of p_from becomes a part of p_into's; p_record holds how the kept one is called from now on. Waits for
-- others no longer than a moment: whoever merges tries again, the others go on. The row of p_from goes, so what was begun
-- for it meanwhile is refused by its key and nothing can be left behind.
-- Answers 'merged', or why not: 'gone' (out of reach or merged meanwhile), 'died', 'both work here', 'not asked'.
CREATE FUNCTION merge_participants(p_id uuid, p_from uuid, p_into uuid, p_record jsonb, p_account uuid, p_why text,
  p_hash bytea, p_today date, p_now timestamptz) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public SET lock_timeout = '500ms' AS $$
DECLARE
  here uuid := acting_organization();
  gone participants;
  kept participants;
  let_go uuid;
  was jsonb;
  moved jsonb := '{}';
  keys jsonb;
  of_theirs record;
  waiting text := (SELECT string_agg(DISTINCT quote_ident(k.conname), ', ') FROM (${KEYS_WITH_PARTICIPANT}) k);
BEGIN
  PERFORM 1 FROM participants WHERE organization_id = here AND id IN (p_from, p_into) ORDER BY id FOR UPDATE;
  SELECT * INTO gone FROM participants WHERE organization_id = here AND id = p_from;
  SELECT * INTO kept FROM participants WHERE organization_id = here AND id = p_into;
  IF p_from = p_into OR gone.id IS NULL OR kept.id IS NULL OR own_record() IN (p_from, p_into)
     OR current_setting('role') = 'caseload_supervisor' AND NOT (is_of_the_team(p_from) AND is_of_the_team(p_into)) THEN
    RETURN 'gone';
  END IF;
  IF EXISTS (SELECT 1 FROM deaths WHERE organization_id = here AND participant_id IN (p_from, p_into) AND undone_at IS NULL) THEN
    RETURN 'died';
  END IF;
  let_go := CASE WHEN gone.account_id = p_account THEN kept.account_id ELSE gone.account_id END;
  IF (p_account IS NULL) <> (num_nonnulls(gone.account_id, kept.account_id) = 0)
     OR p_account IS DISTINCT FROM gone.account_id AND p_account IS DISTINCT FROM kept.account_id THEN
    RETURN 'not asked';
  END IF;
  IF EXISTS (SELECT 1 FROM account_roles r WHERE r.organization_id = here AND r.account_id = let_go AND r.role <> 'participant') THEN
    RETURN 'both work here';
  END IF;
  PERFORM hold_standing(least(p_from, p_into));
  PERFORM hold_standing(greatest(p_from, p_into));
  was := what_was(p_from, p_into);
  IF waiting IS NOT NULL THEN EXECUTE 'SET CONSTRAINTS ' || waiting || ' DEFERRED'; END IF;

  DELETE FROM standings WHERE organization_id = here AND participant_id IN (p_from, p_into);
  PERFORM join_stays(p_from, p_into, p_today, p_now);
  PERFORM settle_before_merging(p_from, p_into, p_today, p_now);
  PERFORM settle_own_words(p_from, p_into, p_now);
  FOR of_theirs IN
    SELECT c.oid::regclass AS name, c.relname,
           (SELECT string_agg(format('r.%I', k.attname), ', ' ORDER BY k.attnum) FROM pg_index i
              JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = ANY (i.indkey)
             WHERE i.indrelid = c.oid AND i.indisprimary AND k.attname NOT IN ('organization_id', 'participant_id')) AS key
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'participant_id' AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND c.relname <> ALL ('{${NOT_MOVED_ALONE.join(',')}}') ORDER BY c.relname
  LOOP
    EXECUTE format(
      'WITH done AS (UPDATE %s AS r SET participant_id = $1 WHERE organization_id = $2 AND participant_id = $3
                      RETURNING jsonb_build_array(%s) AS key) SELECT jsonb_agg(key) FROM done',
      of_theirs.name, of_theirs.key) INTO keys USING p_into, here, p_from;
    IF keys IS NOT NULL THEN moved := moved || jsonb_build_object(of_theirs.relname, keys); END IF;
  END LOOP;
  DELETE FROM goal_movements WHERE organization_id = here AND participant_id = p_from;
  -- worked out by triggers while half of a goal's rows had moved
  PERFORM count_goal_days(here, g.id) FROM goals g WHERE g.organization_id = here AND g.participant_id = p_into;
  UPDATE messages SET subject_id = p_into WHERE organization_id = here AND subject_id = p_from;
  INSERT INTO told_apart (organization_id, first_id, second_id, said_by, said_at)
  SELECT here, least(t.other, p_into), greatest(t.other, p_into), t.said_by, t.said_at FROM (
    SELECT CASE WHEN first_id = p_from THEN second_id ELSE first_id END AS other, said_by, said_at FROM told_apart
     WHERE organization_id = here AND p_from IN (first_id, second_id)) t WHERE t.other <> p_into
  ON CONFLICT DO NOTHING;
  DELETE FROM told_apart WHERE organization_id = here AND p_from IN (first_id, second_id);
  IF waiting IS NOT NULL THEN EXECUTE 'SET CONSTRAINTS ' || waiting || ' IMMEDIATE'; END IF;

  DELETE FROM participants WHERE organization_id = here AND id = p_from;
  UPDATE participants SET account_id = p_account, preferred_name = p_record ->> 'preferredName',
         legal_name = p_record ->> 'legalName', pronouns = p_record ->> 'pronouns', language = p_record ->> 'language',
         version = version + 1
   WHERE organization_id = here AND id = p_into;
  UPDATE accounts SET disabled_at = p_now, version = version + 1
   WHERE organization_id = here AND id = let_go AND disabled_at IS NULL;
  DELETE FROM sessions WHERE organization_id = here AND account_id = let_go;
  DELETE FROM announcements WHERE organization_id = here AND participant_id = p_from;
  INSERT INTO merges (organization_id, id, from_id, into_id, made_by, made_as, made_at, why, was, moved, request_hash)
  VALUES (here, p_id, p_from, p_into, acting_account(), substr(current_setting('role'), 10), p_now, p_why, was, moved, p_hash);
  RETURN 'merged';
END $$;`;

const SETTLE_OWN = `
-- What a participant wrote themself: of two answers to one question the later one, of two wishes to share the narrower.
CREATE FUNCTION settle_own_words(p_from uuid, p_into uuid, p_now timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  here uuid := acting_organization();
  days recovery_periods;
  shared recovery_day_settings;
BEGIN
  -- A plan is its newest versions: those of both, in the order in which they were written.
  INSERT INTO recovery_plans (organization_id, participant_id, version)
  SELECT here, p_into, p.version FROM recovery_plans p WHERE p.organization_id = here AND p.participant_id = p_from
  ON CONFLICT DO NOTHING;
  UPDATE recovery_plan_versions SET version = version + 1000000
   WHERE organization_id = here AND participant_id IN (p_from, p_into);
  UPDATE recovery_plan_people SET version = version + 1000000
   WHERE organization_id = here AND participant_id IN (p_from, p_into);
  WITH anew AS (
    SELECT v.participant_id, v.version, row_number() OVER (ORDER BY v.made_at, v.version, v.participant_id) AS place
      FROM recovery_plan_versions v WHERE v.organization_id = here AND v.participant_id IN (p_from, p_into)),
  people AS (
    UPDATE recovery_plan_people p SET participant_id = p_into, version = a.place FROM anew a
     WHERE p.organization_id = here AND p.participant_id = a.participant_id AND p.version = a.version)
  UPDATE recovery_plan_versions v SET participant_id = p_into, version = a.place FROM anew a
   WHERE v.organization_id = here AND v.participant_id = a.participant_id AND v.version = a.version;
  UPDATE recovery_plans p SET version = greatest(p.version, (
           SELECT max(v.version) FROM recovery_plan_versions v WHERE v.organization_id = here AND v.participant_id = p_into))
   WHERE p.organization_id = here AND p.participant_id = p_into;
  DELETE FROM recovery_plans WHERE organization_id = here AND participant_id = p_from;

  SELECT * INTO shared FROM recovery_day_settings WHERE organization_id = here AND participant_id = p_from;
  IF FOUND THEN
    INSERT INTO recovery_day_settings AS s SELECT (jsonb_populate_record(shared, jsonb_build_object('participant_id', p_into))).*
    ON CONFLICT (organization_id, participant_id) DO UPDATE
      SET is_shared = s.is_shared AND excluded.is_shared, version = s.version + 1;
  END IF;
  FOR days IN SELECT * FROM recovery_periods WHERE organization_id = here AND participant_id = p_from AND removed_at IS NULL LOOP
    IF EXISTS (SELECT 1 FROM recovery_periods r WHERE r.organization_id = here AND r.participant_id = p_into
                  AND r.removed_at IS NULL AND r.changed_at >= days.changed_at
                  AND daterange(r.began_on, r.ended_on) && daterange(days.began_on, days.ended_on)) THEN
      UPDATE recovery_periods SET removed_at = p_now, version = version + 1 WHERE organization_id = here AND id = days.id;
    ELSE
      UPDATE recovery_periods r SET removed_at = p_now, version = r.version + 1
       WHERE r.organization_id = here AND r.participant_id = p_into AND r.removed_at IS NULL
         AND daterange(r.began_on, r.ended_on) && daterange(days.began_on, days.ended_on);
    END IF;
  END LOOP;
  DELETE FROM recovery_day_settings WHERE organization_id = here AND participant_id = p_from;

  DELETE FROM coach_wishes w USING coach_wishes o
   WHERE w.organization_id = here AND o.organization_id = here AND w.participant_id IN (p_from, p_into)
     AND o.participant_id IN (p_from, p_into) AND o.participant_id <> w.participant_id
     AND (o.noted_at, o.participant_id = p_into) > (w.noted_at, w.participant_id = p_into);
  DELETE FROM births b WHERE b.organization_id = here AND b.participant_id = p_from AND EXISTS (
    SELECT 1 FROM births o WHERE o.organization_id = here AND o.participant_id = p_into);
  DELETE FROM birthdays b WHERE b.organization_id = here AND b.participant_id = p_from AND EXISTS (
    SELECT 1 FROM birthdays o WHERE o.organization_id = here AND o.participant_id = p_into);
  DELETE FROM recovery_milestones m WHERE m.organization_id = here AND m.participant_id = p_from AND EXISTS (
    SELECT 1 FROM recovery_milestones o
     WHERE o.organization_id = here AND o.participant_id = p_into AND (o.unit, o.count) = (m.unit, m.count));
  DELETE FROM congratulations m WHERE m.organization_id = here AND m.participant_id = p_from AND EXISTS (
    SELECT 1 FROM congratulations o WHERE o.organization_id = here AND o.participant_id = p_into
       AND (o.unit, o.count, o.made_by) = (m.unit, m.count, m.made_by));
  DELETE FROM looks l WHERE l.organization_id = here AND l.participant_id = p_from AND EXISTS (
    SELECT 1 FROM looks o WHERE o.organization_id = here AND o.participant_id = p_into
       AND (o.looked_on, o.account_id, o.role, o.kind) = (l.looked_on, l.account_id, l.role, l.kind));
  -- A copy of half of the record is not made any more; whoever asked asks again and gets the whole.
  DELETE FROM record_copies WHERE organization_id = here AND participant_id = p_from AND state <> 'ready';
END $$;`;
