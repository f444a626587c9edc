import type { MigrationInterface, QueryRunner } from 'typeorm';

const BOTH = 'caseload_supervisor, caseload_administrator';

/** Whose rows may be settled: kept as they were and as they became, of both. Looks only where both had the same. */
const SETTLED = [
  'assignments', 'birthdays', 'births', 'calls_asked_for', 'coach_wishes', 'congratulations', 'earlier_cadences', 'enrollments',
  'handovers', 'pauses', 'planned_contacts', 'recovery_day_settings', 'recovery_milestones', 'recovery_periods',
  'recovery_plans', 'recovery_plan_people', 'recovery_plan_versions', 'told_apart', 'vulnerability_windows',
]; // prettier-ignore

/** Of these the key is the participant. */
const WHOLE =
  'birthdays,births,coach_wishes,congratulations,recovery_day_settings,recovery_milestones,told_apart';

/** Keys over several tables that name the participant too: they wait for the end. */
const WAITING = `
  SELECT string_agg(DISTINCT quote_ident(k.conname), ', ') FROM pg_constraint k
   WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND k.condeferrable AND cardinality(k.conkey) > 2
     AND EXISTS (SELECT 1 FROM pg_attribute a
                  WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey) AND a.attname = 'participant_id')`;

/** A merge is taken back within seven days: two records again, each with what was its own (docs/decisions/0035). */
export class UndoingAMerge1763700000065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(whatWas(SETTLED, true));
    await runner.query(UNDO);
    await runner.query(`
REVOKE EXECUTE ON FUNCTION keep_what_became(uuid), put_back_rows(text, uuid, jsonb, jsonb),
  put_back_whole(text, uuid, jsonb), undo_merge(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keep_what_became(uuid), undo_merge(uuid, timestamptz) TO ${BOTH};`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION undo_merge(uuid, timestamptz), put_back_whole(text, uuid, jsonb),
  put_back_rows(text, uuid, jsonb, jsonb), keep_what_became(uuid);`);
    await runner.query(whatWas(SETTLED, false));
  }
}

/** Rows are compared with what they were, so their times are written in one zone. */
const whatWas = (settled: string[], isForUndoing: boolean): string => `
CREATE OR REPLACE FUNCTION what_was(p_from uuid, p_into uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public ${isForUndoing ? "SET timezone = 'UTC'" : ''} AS $$
DECLARE
  here uuid := acting_organization();
  was jsonb := (SELECT jsonb_build_object('participants', jsonb_agg(to_jsonb(p))) FROM participants p
                 WHERE p.organization_id = here AND p.id IN (p_from, p_into));
  rows jsonb;
  kept text;
BEGIN
  FOREACH kept IN ARRAY '{${settled.join(',')}}'::text[] LOOP
    EXECUTE format('SELECT jsonb_agg(to_jsonb(r)) FROM %I r WHERE organization_id = $1 AND %s', kept,
      CASE kept WHEN 'told_apart' THEN '(first_id IN ($2, $3) OR second_id IN ($2, $3))' ELSE 'participant_id IN ($2, $3)' END)
      INTO rows USING here, p_from, p_into;
    IF rows IS NOT NULL THEN was := was || jsonb_build_object(kept, rows); END IF;
  END LOOP;${
    isForUndoing
      ? `
  SELECT jsonb_agg(to_jsonb(l)) INTO rows FROM looks l
   WHERE l.organization_id = here AND l.participant_id = p_from AND EXISTS (
     SELECT 1 FROM looks o WHERE o.organization_id = here AND o.participant_id = p_into
        AND (o.looked_on, o.account_id, o.role, o.kind) = (l.looked_on, l.account_id, l.role, l.kind));
  IF rows IS NOT NULL THEN was := was || jsonb_build_object('looks', rows); END IF;`
      : ''
  }
  RETURN was;
END $$;`;

const UNDO = `
-- At the end of a merge, when who walks with them is settled too.
CREATE FUNCTION keep_what_became(p_id uuid) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
  UPDATE merges SET became = what_was(from_id, into_id)
   WHERE organization_id = acting_organization() AND id = p_id AND made_by = acting_account() AND became IS NULL $$;

-- Rows with an id: what the merge made goes; what still stands as the merge left it is as it was; what somebody changed
-- since stays changed, of whom it was before. Where something newer has the place of what was, that stands.
CREATE FUNCTION put_back_rows(p_table text, p_from uuid, p_was jsonb, p_became jsonb) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public SET timezone = 'UTC' AS $$
DECLARE
  here uuid := acting_organization();
  columns text := (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
                    WHERE a.attrelid = p_table::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '');
  put text := format('UPDATE %1$I SET (%2$s) = (SELECT %2$s FROM jsonb_populate_record(NULL::%1$I, $1))
                       WHERE organization_id = $2 AND id = ($1 ->> ''id'')::uuid', p_table, columns);
  of_both record;
  stands jsonb;
  moved jsonb;
BEGIN
  EXECUTE format('DELETE FROM %I t USING jsonb_array_elements($1) b WHERE t.organization_id = $2 AND t.id = (b ->> ''id'')::uuid
                    AND to_jsonb(t) = b AND NOT $3 @> jsonb_build_array(jsonb_build_object(''id'', b -> ''id''))', p_table)
    USING p_became, here, p_was;
  FOR of_both IN
    SELECT w AS was, b AS became FROM jsonb_array_elements(p_was) w
      LEFT JOIN jsonb_array_elements(p_became) b ON b ->> 'id' = w ->> 'id'
     ORDER BY (w ->> 'participant_id')::uuid <> p_from, w ->> 'id'
  LOOP
    EXECUTE format('SELECT to_jsonb(t) FROM %I t WHERE organization_id = $1 AND id = $2', p_table)
      INTO stands USING here, (of_both.was ->> 'id')::uuid;
    IF stands IS NULL AND of_both.became IS NULL THEN
      EXECUTE format('INSERT INTO %1$I (%2$s) SELECT %2$s FROM jsonb_populate_record(NULL::%1$I, $1)', p_table, columns)
        USING of_both.was;
    END IF;
    CONTINUE WHEN stands IS NULL;
    moved := stands || jsonb_build_object('participant_id', of_both.was -> 'participant_id');
    BEGIN
      EXECUTE put USING CASE WHEN stands = of_both.became THEN of_both.was ELSE moved END
        || CASE WHEN stands ? 'version' THEN jsonb_build_object('version', (stands ->> 'version')::integer + 1) ELSE '{}' END, here;
    EXCEPTION WHEN unique_violation OR exclusion_violation THEN
      EXECUTE put USING moved, here;
    END;
  END LOOP;
END $$;

-- Rows whose key is the participant: what stands as the merge left it makes room for what was.
CREATE FUNCTION put_back_whole(p_table text, p_into uuid, p_became jsonb) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public SET timezone = 'UTC' AS $$
BEGIN
  EXECUTE format('DELETE FROM %I t USING jsonb_array_elements($1) b WHERE t.organization_id = $2 AND to_jsonb(t) = b AND %s', p_table,
    CASE p_table WHEN 'told_apart' THEN '$3 IN (t.first_id, t.second_id)' ELSE 't.participant_id = $3' END)
    USING p_became, acting_organization(), p_into;
END $$;

-- Two records again, each with what was its own. What was written since stays with the one that stayed; what somebody
-- changed since stays changed. Answers 'undone', or why not: 'gone' (out of reach, or merged on), 'undone already',
-- 'too late', 'died'. Waits for others no longer than a moment, as a merge does.
CREATE FUNCTION undo_merge(p_id uuid, p_now timestamptz) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public SET lock_timeout = '500ms' SET timezone = 'UTC' AS $$
DECLARE
  here uuid := acting_organization();
  m merges;
  was_from jsonb;
  was_into jsonb;
  became jsonb;
  of_theirs record;
  pointing record;
  waiting text := (${WAITING});
BEGIN
  SELECT * INTO m FROM merges WHERE organization_id = here AND id = p_id FOR UPDATE;
  PERFORM 1 FROM participants WHERE organization_id = here AND id = m.into_id FOR UPDATE;
  IF NOT FOUND OR own_record() = m.into_id
     OR current_setting('role') = 'caseload_supervisor' AND NOT is_of_the_team(m.into_id) THEN
    RETURN 'gone';
  END IF;
  IF m.undone_at IS NOT NULL THEN RETURN 'undone already'; END IF;
  IF m.became IS NULL OR m.made_at < p_now - interval '7 days' THEN RETURN 'too late'; END IF;
  IF EXISTS (SELECT 1 FROM deaths WHERE organization_id = here AND participant_id = m.into_id AND undone_at IS NULL) THEN
    RETURN 'died';
  END IF;
  PERFORM hold_standing(m.into_id);
  EXECUTE 'SET CONSTRAINTS ' || waiting || ' DEFERRED';
  DELETE FROM standings WHERE organization_id = here AND participant_id = m.into_id;
  UPDATE merges SET undone_by = acting_account(), undone_at = p_now WHERE organization_id = here AND id = p_id;

  SELECT w INTO was_from FROM jsonb_array_elements(m.was -> 'participants') w WHERE (w ->> 'id')::uuid = m.from_id;
  SELECT w INTO was_into FROM jsonb_array_elements(m.was -> 'participants') w WHERE (w ->> 'id')::uuid = m.into_id;
  became := m.became -> 'participants' -> 0;
  UPDATE participants p SET
      account_id = CASE WHEN p.account_id IS NOT DISTINCT FROM (became ->> 'account_id')::uuid
                        THEN (was_into ->> 'account_id')::uuid ELSE p.account_id END,
      preferred_name = CASE WHEN p.preferred_name = became ->> 'preferred_name' THEN was_into ->> 'preferred_name' ELSE p.preferred_name END,
      legal_name = CASE WHEN p.legal_name = became ->> 'legal_name' THEN was_into ->> 'legal_name' ELSE p.legal_name END,
      pronouns = CASE WHEN p.pronouns = became ->> 'pronouns' THEN was_into ->> 'pronouns' ELSE p.pronouns END,
      language = CASE WHEN p.language = became ->> 'language' THEN was_into ->> 'language' ELSE p.language END,
      version = p.version + 1
   WHERE p.organization_id = here AND p.id = m.into_id;
  INSERT INTO participants SELECT (jsonb_populate_record(NULL::participants, was_from || jsonb_build_object(
    'primary_coach_id', NULL, 'version', (was_from ->> 'version')::integer + 1))).*;
  UPDATE accounts SET disabled_at = NULL, version = version + 1
   WHERE organization_id = here AND disabled_at = m.made_at
     AND id IN ((was_from ->> 'account_id')::uuid, (was_into ->> 'account_id')::uuid);

  FOR of_theirs IN
    SELECT c.oid::regclass AS name, c.relname, m.moved -> c.relname AS keys,
           (SELECT string_agg(format('r.%I', k.attname), ', ' ORDER BY k.attnum) FROM pg_index i
              JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = ANY (i.indkey)
             WHERE i.indrelid = c.oid AND i.indisprimary AND k.attname NOT IN ('organization_id', 'participant_id')) AS key
      FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND m.moved ? c.relname
       AND (c.relname = 'looks' OR NOT m.was ? c.relname) AND NOT m.became ? c.relname
  LOOP
    EXECUTE format('UPDATE %s AS r SET participant_id = $1 WHERE organization_id = $2 AND participant_id = $3
                       AND jsonb_build_array(%s) IN (SELECT jsonb_array_elements($4))', of_theirs.name, of_theirs.key)
      USING m.from_id, here, m.into_id, of_theirs.keys;
  END LOOP;
  -- Keyed by the participant first: what counts from rows with an id counts into these. Children leave before parents.
  FOR of_theirs IN SELECT t FROM unnest('{looks,recovery_plan_people,recovery_plan_versions,recovery_plans,${WHOLE}}'::text[]) t LOOP
    PERFORM put_back_whole(of_theirs.t, m.into_id, m.became -> of_theirs.t);
  END LOOP;
  FOR of_theirs IN SELECT t FROM unnest('{recovery_plans,recovery_plan_versions,recovery_plan_people,looks,${WHOLE}}'::text[]) t LOOP
    EXECUTE format('INSERT INTO %1$I SELECT r.* FROM jsonb_populate_recordset(NULL::%1$I, $1) r ON CONFLICT DO NOTHING', of_theirs.t)
      USING coalesce(m.was -> of_theirs.t, '[]');
  END LOOP;
  FOR of_theirs IN SELECT t FROM unnest('{enrollments,assignments,calls_asked_for,earlier_cadences,handovers,pauses,planned_contacts,recovery_periods,vulnerability_windows}'::text[]) t LOOP
    PERFORM put_back_rows(of_theirs.t, m.from_id, coalesce(m.was -> of_theirs.t, '[]'), coalesce(m.became -> of_theirs.t, '[]'));
  END LOOP;
  -- What stood in a stay that was joined stands in it again.
  FOR pointing IN
    SELECT k.conrelid::regclass AS of_table, a.attname AS via, mine.id AS mine, kept.id AS kept FROM pg_constraint k
      CROSS JOIN LATERAL unnest(k.conkey, k.confkey) c (here, there)
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = c.here
      JOIN pg_attribute t ON t.attrelid = k.confrelid AND t.attnum = c.there AND t.attname = 'id'
      JOIN jsonb_to_recordset(m.was -> 'enrollments') mine (id uuid, participant_id uuid, program_id uuid, closed_on date)
        ON mine.participant_id = m.from_id AND mine.closed_on IS NULL
      JOIN jsonb_to_recordset(m.was -> 'enrollments') kept (id uuid, participant_id uuid, program_id uuid, closed_on date)
        ON kept.participant_id = m.into_id AND kept.closed_on IS NULL AND kept.program_id = mine.program_id
     WHERE k.contype = 'f' AND k.confrelid = 'enrollments'::regclass
  LOOP
    EXECUTE format('UPDATE %s SET %I = $1 WHERE organization_id = $2 AND %2$I = $3 AND participant_id = $4', pointing.of_table,
      pointing.via) USING pointing.mine, here, pointing.kept, m.from_id;
  END LOOP;
  DELETE FROM goal_movements WHERE organization_id = here AND participant_id IN (m.from_id, m.into_id);
  PERFORM count_goal_days(here, g.id) FROM goals g WHERE g.organization_id = here AND g.participant_id IN (m.from_id, m.into_id);
  UPDATE participants p SET primary_coach_id = (
           SELECT a.coach_id FROM assignments a WHERE a.organization_id = here AND a.participant_id = p.id
              AND a.kind = 'primary' AND a.until_on IS NULL)
   WHERE p.organization_id = here AND p.id IN (m.from_id, m.into_id);
  DELETE FROM announcements WHERE organization_id = here AND participant_id = m.from_id;
  EXECUTE 'SET CONSTRAINTS ' || waiting || ' IMMEDIATE';
  RETURN 'undone';
END $$;`;
