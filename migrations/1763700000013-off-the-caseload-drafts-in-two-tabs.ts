import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Off the caseload: a coach may log for somebody who is not theirs now, because they walked in, because the coach
 * stands in for a day, or because a draft begun while they were assigned is sent up to seven days after. That coach
 * reads what they wrote there (the contact, the risk note with its answer, the promise) and nothing else
 * (docs/decisions/0011). And drafts: which open form saved last, and what another one had typed meanwhile.
 */
export class OffTheCaseloadDraftsInTwoTabs1763700000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE contacts ADD COLUMN is_off_caseload boolean NOT NULL DEFAULT false;
ALTER TABLE risk_notes ADD COLUMN is_off_caseload boolean NOT NULL DEFAULT false;
ALTER TABLE promises ADD COLUMN is_off_caseload boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN contacts.is_off_caseload IS
  'Logged by a coach who was not assigned then: they read this contact, and nothing else of the record.';
CREATE INDEX contacts_off_caseload ON contacts (organization_id, coach_id, occurred_on DESC, id DESC)
  WHERE is_off_caseload;
CREATE INDEX risk_notes_off_caseload ON risk_notes (organization_id, raised_by) WHERE is_off_caseload;
CREATE INDEX promises_off_caseload ON promises (organization_id, coach_id) WHERE is_off_caseload;

ALTER TABLE drafts
  ADD COLUMN form_id uuid,
  ADD COLUMN is_off_caseload boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN drafts.form_id IS 'The open form (tab) that saved last; another one with an older version is told.';

-- What another open form had typed on an older version: kept until a person has chosen.
CREATE TABLE draft_copies (
  organization_id uuid NOT NULL,
  draft_id uuid NOT NULL,
  form_id uuid NOT NULL,
  account_id uuid NOT NULL,
  body text NOT NULL CHECK (length(body) <= 400000),
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, draft_id, form_id),
  FOREIGN KEY (organization_id, draft_id) REFERENCES drafts (organization_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id)
);
ALTER TABLE draft_copies ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON draft_copies TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY whose_words_they_are ON draft_copies TO caseload_coach, caseload_supervisor
  USING (organization_id = (SELECT acting_organization()) AND account_id = (SELECT acting_account()));
GRANT SELECT, INSERT, UPDATE, DELETE ON draft_copies TO caseload_coach, caseload_supervisor;

CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON promises
  FOR EACH ROW EXECUTE FUNCTION announce_participant();
`);
    await runner.query(`
-- The programs of a coach: those in which somebody of their team (the coaches of one supervisor) walks with someone.
CREATE FUNCTION programs_of_acting_coach() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT DISTINCT e.program_id
    FROM coaches me
    JOIN coaches mate ON mate.organization_id = me.organization_id
      AND (mate.id = me.id OR mate.supervisor_id = me.supervisor_id)
    JOIN assignments a ON a.organization_id = mate.organization_id AND a.coach_id = mate.id AND a.until_on IS NULL
    JOIN enrollments e ON e.organization_id = a.organization_id AND e.participant_id = a.participant_id
      AND e.closed_on IS NULL
   WHERE me.organization_id = acting_organization() AND me.id = acting_account() $$;

-- By what right the acting coach may log about somebody: 'caseload', 'draft' (begun while assigned, which ended at most
-- seven days ago), 'draft too old', 'program', or null. A draft names only whom its writer reached when it was saved.
CREATE FUNCTION logging_right(p_participant_id uuid, p_draft_id uuid, p_today date) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM assignments a WHERE a.organization_id = acting_organization()
      AND a.participant_id = p_participant_id AND a.coach_id = acting_account() AND a.until_on IS NULL) THEN 'caseload'
    WHEN EXISTS (SELECT 1 FROM drafts d WHERE d.organization_id = acting_organization() AND d.id = p_draft_id
      AND d.account_id = acting_account() AND d.participant_id = p_participant_id AND NOT d.is_off_caseload)
    THEN CASE WHEN EXISTS (SELECT 1 FROM assignments a WHERE a.organization_id = acting_organization()
           AND a.participant_id = p_participant_id AND a.coach_id = acting_account() AND a.until_on >= p_today - 7)
         THEN 'draft' ELSE 'draft too old' END
    WHEN EXISTS (SELECT 1 FROM enrollments e WHERE e.organization_id = acting_organization()
      AND e.participant_id = p_participant_id AND e.closed_on IS NULL
      AND e.program_id IN (SELECT programs_of_acting_coach())) THEN 'program'
  END $$;

-- What the policies ask. The draft may be gone when the rest of its form is written: then the contact itself stands.
CREATE FUNCTION may_write_off_caseload(p_participant_id uuid, p_contact_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT logging_right(p_participant_id, p_contact_id, '-infinity') IS NOT NULL
      OR EXISTS (SELECT 1 FROM contacts c WHERE c.organization_id = acting_organization() AND c.id = p_contact_id
                    AND c.participant_id = p_participant_id AND c.coach_id = acting_account() AND c.is_off_caseload) $$;

-- The name somebody goes by, for a coach who wrote about them off the caseload.
CREATE FUNCTION name_off_caseload(p_participant_id uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.preferred_name FROM participants p
   WHERE p.organization_id = acting_organization() AND p.id = p_participant_id
     AND (EXISTS (SELECT 1 FROM contacts c WHERE c.organization_id = p.organization_id AND c.participant_id = p.id
                     AND c.coach_id = acting_account() AND c.is_off_caseload)
       OR EXISTS (SELECT 1 FROM risk_notes r WHERE r.organization_id = p.organization_id AND r.participant_id = p.id
                     AND r.raised_by = acting_account() AND r.is_off_caseload)
       OR EXISTS (SELECT 1 FROM drafts d WHERE d.organization_id = p.organization_id AND d.participant_id = p.id
                     AND d.account_id = acting_account())) $$;

-- Whether it is written off the caseload is not for the one who writes it to say. What is done past the door (the
-- sample, an import) says so itself.
CREATE FUNCTION mark_off_caseload() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  IF acting_account() IS NOT NULL THEN
    NEW.is_off_caseload := NOT EXISTS (
        SELECT 1 FROM assignments a WHERE a.organization_id = NEW.organization_id
           AND a.participant_id = NEW.participant_id AND a.coach_id = acting_account() AND a.until_on IS NULL)
      AND EXISTS (SELECT 1 FROM coaches c WHERE c.organization_id = NEW.organization_id AND c.id = acting_account());
  END IF;
  RETURN NEW;
END $$;

-- All that logging needs of a record that is not the coach's: the open enrollment, in the program said or the earliest.
CREATE FUNCTION enrollment_off_caseload(p_participant_id uuid, p_contact_id uuid, p_program_id uuid)
RETURNS TABLE (id uuid, program_id uuid, program_name text, preferred_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.id, r.id, r.name, p.preferred_name FROM enrollments e
    JOIN participants p ON p.organization_id = e.organization_id AND p.id = e.participant_id
    JOIN programs r ON r.organization_id = e.organization_id AND r.id = e.program_id
   WHERE e.organization_id = acting_organization() AND e.participant_id = p_participant_id AND e.closed_on IS NULL
     AND (p_program_id IS NULL OR e.program_id = p_program_id)
     AND may_write_off_caseload(p_participant_id, p_contact_id)
   ORDER BY e.id = (SELECT c.enrollment_id FROM contacts c
                     WHERE c.organization_id = e.organization_id AND c.id = p_contact_id) DESC NULLS LAST,
            e.enrolled_on, e.id LIMIT 1 $$;

-- Goals that were ticked while they could be read: of a draft begun on the caseload.
CREATE FUNCTION touch_goals_off_caseload(p_contact_id uuid, p_goal_ids uuid[]) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH touched AS (
    INSERT INTO contact_goals (organization_id, contact_id, goal_id, participant_id)
    SELECT c.organization_id, c.id, g.id, g.participant_id FROM contacts c
      JOIN goals g ON g.organization_id = c.organization_id AND g.participant_id = c.participant_id
     WHERE c.organization_id = acting_organization() AND c.id = p_contact_id AND c.coach_id = acting_account()
       AND c.is_off_caseload AND g.id = ANY (p_goal_ids)
    RETURNING 1)
  SELECT count(*)::integer FROM touched $$;

-- Accents and case do not matter.
CREATE FUNCTION folded_name(p_name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT lower(regexp_replace(normalize(p_name, NFD), '[\\u0300-\\u036f]', '', 'g')) $$;

-- Who is in the programs of the acting coach and not on their caseload, by a part of the name. The legal name only
-- where the right person can't be told without it: it was what was typed, or two found go by the same name.
CREATE FUNCTION names_in_program(p_find text, p_most integer)
RETURNS TABLE (participant_id uuid, preferred_name text, legal_name text, program_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH named AS (
    SELECT DISTINCT ON (p.id) p.id, p.preferred_name, p.legal_name, r.name AS program_name,
           strpos(folded_name(p.preferred_name), folded_name(p_find)) > 0 AS is_by_preferred
      FROM enrollments e
      JOIN participants p ON p.organization_id = e.organization_id AND p.id = e.participant_id
      JOIN programs r ON r.organization_id = e.organization_id AND r.id = e.program_id
     WHERE e.organization_id = acting_organization() AND e.closed_on IS NULL
       AND e.program_id IN (SELECT programs_of_acting_coach())
       AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.organization_id = e.organization_id
             AND a.participant_id = e.participant_id AND a.coach_id = acting_account() AND a.until_on IS NULL)
       AND (strpos(folded_name(p.preferred_name), folded_name(p_find)) > 0
            OR strpos(folded_name(p.legal_name), folded_name(p_find)) > 0)
     ORDER BY p.id, e.enrolled_on)
  SELECT id, preferred_name,
         CASE WHEN NOT is_by_preferred OR count(*) OVER (PARTITION BY folded_name(preferred_name)) > 1
              THEN legal_name ELSE '' END, program_name
    FROM named ORDER BY lower(preferred_name), id LIMIT p_most $$;

GRANT EXECUTE ON FUNCTION programs_of_acting_coach(), logging_right(uuid, uuid, date),
  may_write_off_caseload(uuid, uuid), enrollment_off_caseload(uuid, uuid, uuid),
  touch_goals_off_caseload(uuid, uuid[]), names_in_program(text, integer), folded_name(text) TO caseload_coach;
GRANT EXECUTE ON FUNCTION name_off_caseload(uuid) TO caseload_coach, caseload_supervisor;
`);
    // Joined to the policy of the caseload by OR, after it, as PostgreSQL takes the last name first. On the big table the
    // condition is one that no index serves: else a timeline would be read by two indexes, whole, and sorted.
    const mine = (table: string, whose: string): string =>
      table === 'contacts'
        ? `CASE WHEN is_off_caseload THEN ${whose} END = (SELECT acting_account())`
        : `${whose} = (SELECT acting_account()) AND is_off_caseload`;
    for (const [table, whose, contact] of [
      ['contacts', 'coach_id', 'id'],
      ['risk_notes', 'raised_by', 'contact_id'],
      ['promises', 'coach_id', 'contact_id'],
    ])
      await runner.query(`
CREATE TRIGGER mark_off_caseload BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION mark_off_caseload();
CREATE POLICY also_what_they_wrote_off_caseload ON ${table} FOR SELECT TO caseload_coach
  USING (organization_id = (SELECT acting_organization()) AND ${mine(table!, whose!)});
CREATE POLICY also_they_write_off_caseload ON ${table} FOR INSERT TO caseload_coach
  WITH CHECK (organization_id = (SELECT acting_organization()) AND ${whose} = (SELECT acting_account())
              AND is_off_caseload AND may_write_off_caseload(participant_id, ${contact}));`);
    for (const table of ['contacts', 'promises'])
      await runner.query(`
CREATE POLICY also_they_set_right_off_caseload ON ${table} FOR UPDATE TO caseload_coach
  USING (organization_id = (SELECT acting_organization()) AND ${mine(table, 'coach_id')});`);
    for (const [table, only] of [
      ['contact_team_notes', 'true'],
      ['contact_versions', 'made_by = (SELECT acting_account())'],
      ['contact_addenda', 'author_id = (SELECT acting_account())'],
    ])
      await runner.query(`
CREATE POLICY also_what_they_wrote_off_caseload ON ${table} TO caseload_coach
  USING (organization_id = (SELECT acting_organization()) AND ${only} AND (
    SELECT c.is_off_caseload AND c.coach_id = (SELECT acting_account()) FROM contacts c
     WHERE c.organization_id = ${table}.organization_id AND c.id = ${table}.contact_id));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['contacts', 'risk_notes', 'promises'])
      await runner.query(`DROP POLICY also_what_they_wrote_off_caseload ON ${table};
DROP POLICY also_they_write_off_caseload ON ${table};
DROP TRIGGER mark_off_caseload ON ${table};`);
    for (const table of ['contacts', 'promises'])
      await runner.query(`DROP POLICY also_they_set_right_off_caseload ON ${table};`);
    for (const table of ['contact_team_notes', 'contact_versions', 'contact_addenda'])
      await runner.query(`DROP POLICY also_what_they_wrote_off_caseload ON ${table};`);
    await runner.query(`
DROP TRIGGER announce ON promises;
DROP FUNCTION names_in_program(text, integer), folded_name(text), touch_goals_off_caseload(uuid, uuid[]),
  enrollment_off_caseload(uuid, uuid, uuid), name_off_caseload(uuid), may_write_off_caseload(uuid, uuid),
  logging_right(uuid, uuid, date), programs_of_acting_coach(), mark_off_caseload();
DROP TABLE draft_copies;
ALTER TABLE drafts DROP COLUMN form_id, DROP COLUMN is_off_caseload;
ALTER TABLE contacts DROP COLUMN is_off_caseload;
ALTER TABLE risk_notes DROP COLUMN is_off_caseload;
ALTER TABLE promises DROP COLUMN is_off_caseload;`);
  }
}
