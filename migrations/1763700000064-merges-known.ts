import type { MigrationInterface, QueryRunner } from 'typeorm';

const BOTH = 'caseload_supervisor, caseload_administrator';

/** What merges were made of a record, that a merge can be undone, and days of birth where duplicates are looked for. */
export class MergesKnown1763700000064 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE merges ADD became jsonb, ADD undone_by uuid, ADD undone_at timestamptz,
  ADD FOREIGN KEY (organization_id, undone_by) REFERENCES accounts (organization_id, id),
  ADD CONSTRAINT whoever_undoes_a_merge_is_known CHECK ((undone_by IS NULL) = (undone_at IS NULL)),
  DROP CONSTRAINT a_record_is_merged_once;
CREATE UNIQUE INDEX a_record_is_merged_once ON merges (organization_id, from_id) WHERE undone_at IS NULL;
CREATE INDEX merges_into ON merges (organization_id, into_id);
COMMENT ON COLUMN merges.became IS 'The rows of "was" as the merge left them: what still stands like this is put back by undoing it. Granted to nobody.';
GRANT SELECT (undone_by, undone_at) ON merges TO ${BOTH};`);
    await runner.query(knownAs(' AND m.undone_at IS NULL'));
    await runner.query(KNOWN);
    await runner.query(PAIRS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(PAIRS_WITHOUT_BIRTHS);
    await runner.query(`
DROP FUNCTION merges_known(uuid, timestamptz), sides_of_merge(uuid);
DELETE FROM merges WHERE undone_at IS NOT NULL;`);
    await runner.query(knownAs(''));
    await runner.query(`
DROP INDEX merges_into, a_record_is_merged_once;
ALTER TABLE merges DROP became, DROP undone_by, DROP undone_at,
  ADD CONSTRAINT a_record_is_merged_once UNIQUE (organization_id, from_id);`);
  }
}

/** Whom a merged id became, and that it comes back as nobody else, as far as the merge stands. */
const knownAs = (stands: string): string => `
CREATE OR REPLACE FUNCTION merged_into(p_participant_id uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
  WITH RECURSIVE way (id, step) AS (
    SELECT m.into_id, 1 FROM merges m WHERE m.organization_id = acting_organization() AND m.from_id = p_participant_id${stands}
    UNION ALL
    SELECT m.into_id, w.step + 1 FROM way w
      JOIN merges m ON m.organization_id = acting_organization() AND m.from_id = w.id${stands})
  SELECT id FROM way ORDER BY step DESC LIMIT 1 $$;
CREATE OR REPLACE FUNCTION refuse_a_merged_id() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM merges m WHERE m.organization_id = NEW.organization_id AND m.from_id = NEW.id${stands}) THEN
    RAISE EXCEPTION 'This record became a part of another one.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'a_merged_record_stays_merged';
  END IF;
  RETURN NEW;
END $$;`;

const KNOWN = `
-- The merges of a record, those that were undone too; of all records for an administrator who names none. The latest first.
CREATE FUNCTION merges_known(p_participant_id uuid, p_now timestamptz) RETURNS TABLE (id uuid, from_id uuid, into_id uuid,
  from_name text, into_name text, made_by uuid, made_by_name text, made_at timestamptz, why text, undone_by_name text,
  undone_at timestamptz, may_undo boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT m.id, m.from_id, m.into_id, (SELECT w ->> 'preferred_name' FROM jsonb_array_elements(m.was -> 'participants') w
                                       WHERE (w ->> 'id')::uuid = m.from_id),
         (SELECT w ->> 'preferred_name' FROM jsonb_array_elements(m.was -> 'participants') w
           WHERE (w ->> 'id')::uuid = m.into_id),
         m.made_by, a.name, m.made_at, m.why, u.name, m.undone_at,
         m.undone_at IS NULL AND m.became IS NOT NULL AND m.made_at >= p_now - interval '7 days' AND EXISTS (
           SELECT 1 FROM participants p WHERE p.organization_id = m.organization_id AND p.id = m.into_id)
    FROM merges m JOIN accounts a ON a.organization_id = m.organization_id AND a.id = m.made_by
    LEFT JOIN accounts u ON u.organization_id = m.organization_id AND u.id = m.undone_by
   WHERE m.organization_id = acting_organization() AND (
     p_participant_id IS NULL AND current_setting('role') = 'caseload_administrator'
     OR m.into_id = p_participant_id OR m.from_id = p_participant_id OR merged_into(m.from_id) = p_participant_id)
   ORDER BY m.made_at DESC, m.id LIMIT 50 $$;
-- Which two a merge was of. Who asks looks at reach after.
CREATE FUNCTION sides_of_merge(p_id uuid) RETURNS TABLE (from_id uuid, into_id uuid) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
  SELECT m.from_id, m.into_id FROM merges m WHERE m.organization_id = acting_organization() AND m.id = p_id $$;
REVOKE EXECUTE ON FUNCTION merges_known(uuid, timestamptz), sides_of_merge(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION merges_known(uuid, timestamptz) TO caseload_coach, ${BOTH};
GRANT EXECUTE ON FUNCTION sides_of_merge(uuid) TO ${BOTH};`;

/**
 * Pairs that look like one person and that nobody told apart, those who agree in more first; of one record or of all.
 * A day of birth that is known of both speaks for it or against it; alone it says nothing.
 */
const PAIRS = `
DROP FUNCTION duplicate_pairs(integer);
CREATE FUNCTION duplicate_pairs(p_most integer, p_of uuid) RETURNS TABLE (first_id uuid, second_id uuid,
  is_same_name boolean, is_near_name boolean, is_same_number boolean, is_same_birth boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH sounds AS MATERIALIZED (
    SELECT p.id, sound_of_name(p.preferred_name) AS sound, plain_name(p.preferred_name) AS plain FROM participants p
     WHERE p.organization_id = acting_organization()
    UNION SELECT p.id, sound_of_name(p.legal_name), plain_name(p.legal_name) FROM participants p
     WHERE p.organization_id = acting_organization() AND p.legal_name <> ''),
  numbers AS MATERIALIZED (
    SELECT DISTINCT w.participant_id AS id, digits_of_phone(w.value) AS digits FROM ways_to_reach w
     WHERE w.organization_id = acting_organization() AND w.kind = 'phone'),
  pairs AS (
    SELECT a.id AS first_id, b.id AS second_id, a.plain = b.plain AS is_same, true AS is_near, false AS is_number
      FROM sounds a JOIN sounds b ON b.sound = a.sound AND a.id < b.id
    UNION ALL
    SELECT a.id, b.id, false, false, true FROM numbers a JOIN numbers b ON b.digits = a.digits AND a.id < b.id),
  alike AS (
    SELECT p.first_id, p.second_id, bool_or(p.is_same) AS is_same, bool_or(p.is_near) AS is_near, bool_or(p.is_number) AS is_number
      FROM pairs p
     WHERE (p_of IS NULL OR p_of IN (p.first_id, p.second_id)) AND NOT EXISTS (
       SELECT 1 FROM told_apart t WHERE t.organization_id = acting_organization()
          AND t.first_id = p.first_id AND t.second_id = p.second_id)
     GROUP BY p.first_id, p.second_id)
  SELECT p.first_id, p.second_id, p.is_same, p.is_near AND NOT p.is_same, p.is_number, b.born_on = o.born_on
    FROM alike p
    LEFT JOIN births b ON b.organization_id = acting_organization() AND b.participant_id = p.first_id
    LEFT JOIN births o ON o.organization_id = acting_organization() AND o.participant_id = p.second_id
   ORDER BY p.is_number::integer + p.is_same::integer
              + CASE WHEN b.born_on = o.born_on THEN 1 WHEN b.born_on <> o.born_on THEN -1 ELSE 0 END DESC,
            p.is_number DESC, 1, 2
   LIMIT p_most $$;
REVOKE EXECUTE ON FUNCTION duplicate_pairs(integer, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION duplicate_pairs(integer, uuid) TO ${BOTH};`;

const PAIRS_WITHOUT_BIRTHS = `
DROP FUNCTION duplicate_pairs(integer, uuid);
CREATE FUNCTION duplicate_pairs(p_most integer)
RETURNS TABLE (first_id uuid, second_id uuid, is_same_name boolean, is_near_name boolean, is_same_number boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH sounds AS MATERIALIZED (
    SELECT p.id, sound_of_name(p.preferred_name) AS sound, plain_name(p.preferred_name) AS plain FROM participants p
     WHERE p.organization_id = acting_organization()
    UNION SELECT p.id, sound_of_name(p.legal_name), plain_name(p.legal_name) FROM participants p
     WHERE p.organization_id = acting_organization() AND p.legal_name <> ''),
  numbers AS MATERIALIZED (
    SELECT DISTINCT w.participant_id AS id, digits_of_phone(w.value) AS digits FROM ways_to_reach w
     WHERE w.organization_id = acting_organization() AND w.kind = 'phone'),
  pairs AS (
    SELECT a.id AS first_id, b.id AS second_id, a.plain = b.plain AS is_same, true AS is_near, false AS is_number
      FROM sounds a JOIN sounds b ON b.sound = a.sound AND a.id < b.id
    UNION ALL
    SELECT a.id, b.id, false, false, true FROM numbers a JOIN numbers b ON b.digits = a.digits AND a.id < b.id)
  SELECT p.first_id, p.second_id, bool_or(p.is_same), bool_or(p.is_near) AND NOT bool_or(p.is_same), bool_or(p.is_number)
    FROM pairs p
   WHERE NOT EXISTS (SELECT 1 FROM told_apart t WHERE t.organization_id = acting_organization()
                        AND t.first_id = p.first_id AND t.second_id = p.second_id)
   GROUP BY p.first_id, p.second_id
   ORDER BY bool_or(p.is_number)::integer + bool_or(p.is_same)::integer DESC, bool_or(p.is_number) DESC, 1, 2
   LIMIT p_most $$;
REVOKE EXECUTE ON FUNCTION duplicate_pairs(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION duplicate_pairs(integer) TO caseload_administrator;`;
