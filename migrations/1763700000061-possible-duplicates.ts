import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'organization_id = (SELECT acting_organization())';
const BOTH = 'caseload_supervisor, caseload_administrator';

/**
 * Who may be in the service already under another record: names as they sound, and numbers as they are dialled, each
 * in an index of its own, so that typing a name asks ten thousand people in a moment.
 */
export class PossibleDuplicates1763700000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- A name without accents, case, punctuation and order of its words; NULL where nothing is left.
CREATE FUNCTION plain_name(p_name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, public AS $$
  SELECT string_agg(word, ' ' ORDER BY word) FROM regexp_split_to_table(
    regexp_replace(lower(normalize(p_name, NFKD)), '[\\u0300-\\u036f''’.]', '', 'g'), '[[:space:][:punct:]]+') word
   WHERE word <> '' $$;

-- The same, as it sounds: Sara and Sarah, Smyth and Smith, Kathy and Cathi are one. Shortened names are not guessed.
CREATE FUNCTION sound_of_name(p_name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, public AS $$
  SELECT string_agg(sound, ' ' ORDER BY sound) FROM (
    SELECT regexp_replace(regexp_replace(translate(replace(word, 'ph', 'f'), 'yzkv', 'iscf'), '(?!^)h', '', 'g'),
                          '(.)\\1+', '\\1', 'g') AS sound
      FROM regexp_split_to_table(plain_name(p_name), ' ') word) words $$;

-- The last ten digits of a number, which leaves a country's code out; NULL for fewer than seven.
CREATE FUNCTION digits_of_phone(p_number text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, public AS $$
  SELECT CASE WHEN length(digits) >= 7 THEN right(digits, 10) END
    FROM (SELECT regexp_replace(regexp_replace(p_number, '(ext|x|#|,).*$', '', 'i'), '[^0-9]', '', 'g') AS digits) d $$;

CREATE INDEX participants_by_sound_of_name ON participants (organization_id, sound_of_name(preferred_name));
CREATE INDEX participants_by_sound_of_legal_name ON participants (organization_id, sound_of_name(legal_name))
  WHERE legal_name <> '';
CREATE INDEX ways_by_digits ON ways_to_reach (organization_id, digits_of_phone(value)) WHERE kind = 'phone';

CREATE TABLE told_apart (
  organization_id uuid NOT NULL,
  first_id uuid NOT NULL,
  second_id uuid NOT NULL,
  said_by uuid NOT NULL,
  said_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, first_id, second_id),
  FOREIGN KEY (organization_id, first_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, second_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, said_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT two_are_told_apart CHECK (first_id < second_id)
);
COMMENT ON TABLE told_apart IS 'Two records that look alike and are two people, and who said so.';
CREATE INDEX told_apart_of_second ON told_apart (organization_id, second_id);
ALTER TABLE told_apart ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON told_apart TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY administrators_keep ON told_apart TO caseload_administrator USING (${HERE}) WITH CHECK (${HERE});
GRANT SELECT, INSERT, DELETE ON told_apart TO caseload_administrator;

-- Past reach, as a duplicate is one wherever it is: whoever asks shows what is within reach and of the rest at most that
-- somebody has this number. At most 40, those who agree in more first.
CREATE FUNCTION possible_duplicates(p_name text, p_legal_name text, p_number text)
RETURNS TABLE (participant_id uuid, is_same_name boolean, is_near_name boolean, is_same_number boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH typed AS (
    SELECT array_remove(ARRAY[plain_name(p_name), plain_name(p_legal_name)], NULL) AS names,
           array_remove(ARRAY[sound_of_name(p_name), sound_of_name(p_legal_name)], NULL) AS sounds,
           digits_of_phone(p_number) AS digits),
  by_number AS (
    SELECT DISTINCT w.participant_id AS id FROM ways_to_reach w
     WHERE w.organization_id = acting_organization() AND w.kind = 'phone'
       AND digits_of_phone(w.value) = (SELECT digits FROM typed)),
  alike AS (
    SELECT p.id FROM participants p WHERE p.organization_id = acting_organization()
       AND sound_of_name(p.preferred_name) = ANY ((SELECT sounds FROM typed)::text[])
    UNION SELECT p.id FROM participants p WHERE p.organization_id = acting_organization() AND p.legal_name <> ''
       AND sound_of_name(p.legal_name) = ANY ((SELECT sounds FROM typed)::text[])
    UNION SELECT id FROM by_number)
  SELECT p.id, m.is_same, NOT m.is_same AND m.is_near, m.is_number
    FROM alike JOIN participants p ON p.organization_id = acting_organization() AND p.id = alike.id
   CROSS JOIN LATERAL (
     SELECT coalesce(plain_name(p.preferred_name) = ANY (t.names) OR plain_name(p.legal_name) = ANY (t.names), false) AS is_same,
            coalesce(sound_of_name(p.preferred_name) = ANY (t.sounds) OR sound_of_name(p.legal_name) = ANY (t.sounds), false)
              AS is_near, p.id IN (SELECT id FROM by_number) AS is_number FROM typed t) m
   ORDER BY m.is_number::integer + m.is_same::integer DESC, m.is_number DESC, p.preferred_name, p.id LIMIT 40 $$;

-- Pairs that look like one person and that nobody told apart, those who agree in more first.
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

-- How much each of two records holds: numbers alone, for whoever decides which of them stays.
CREATE FUNCTION record_sizes(p_participant_ids uuid[])
RETURNS TABLE (participant_id uuid, ways integer, contacts integer, goals integer, plan_versions integer,
  check_ins integer, risk_notes integer, open_risk_notes integer, assessments integer, promises integer,
  account_id uuid, sign_in_name text, works_here boolean, has_died boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.id, ${['ways_to_reach', 'contacts', 'goals', 'recovery_plan_versions', 'check_ins', 'risk_notes']
    .map((table) => countOf(table))
    .join(', ')},
    ${countOf('risk_notes', 'AND r.resolved_at IS NULL')}, ${countOf('assessments')}, ${countOf('promises')},
    a.id, a.sign_in_name, p.is_locked,
    EXISTS (SELECT 1 FROM deaths d WHERE d.organization_id = p.organization_id AND d.participant_id = p.id AND d.undone_at IS NULL)
    FROM participants p LEFT JOIN accounts a ON a.organization_id = p.organization_id AND a.id = p.account_id
   WHERE p.organization_id = acting_organization() AND p.id = ANY (p_participant_ids) $$;

REVOKE EXECUTE ON FUNCTION plain_name(text), sound_of_name(text), digits_of_phone(text),
  possible_duplicates(text, text, text), duplicate_pairs(integer), record_sizes(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION plain_name(text), sound_of_name(text), digits_of_phone(text)
  TO caseload_coach, caseload_participant, caseload_jobs, caseload_keeper, ${BOTH};
GRANT EXECUTE ON FUNCTION possible_duplicates(text, text, text), record_sizes(uuid[]) TO ${BOTH};
GRANT EXECUTE ON FUNCTION duplicate_pairs(integer) TO caseload_administrator;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION record_sizes(uuid[]), duplicate_pairs(integer), possible_duplicates(text, text, text);
DROP TABLE told_apart;
DROP INDEX ways_by_digits, participants_by_sound_of_legal_name, participants_by_sound_of_name;
DROP FUNCTION digits_of_phone(text), sound_of_name(text), plain_name(text);`);
  }
}

function countOf(table: string, and = ''): string {
  return `(SELECT count(*)::integer FROM ${table} r
            WHERE r.organization_id = p.organization_id AND r.participant_id = p.id ${and})`;
}
