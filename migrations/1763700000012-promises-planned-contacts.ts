import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a coach said they would do, and the whole life of what is planned.
 *
 * A promise is open until it is kept or released. A planned contact is the next one until the participant was reached,
 * it was rescheduled or called off, or the contact it was planned with was voided; each keeps why, by whom and what
 * took its place, so that it can be brought back and its history read.
 */
export class PromisesPlannedContacts1763700000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE promises (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  participant_id uuid NOT NULL,
  coach_id uuid NOT NULL,
  contact_id uuid,
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
  due_on date NOT NULL,
  made_at timestamptz NOT NULL,
  kept_at timestamptz,
  kept_on date,
  kept_by uuid,
  released_at timestamptz,
  released_by uuid,
  release_reason text CHECK (length(release_reason) BETWEEN 1 AND 500),
  request_hash bytea NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, coach_id) REFERENCES coaches (organization_id, id),
  FOREIGN KEY (organization_id, contact_id, participant_id) REFERENCES contacts (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, kept_by) REFERENCES coaches (organization_id, id),
  FOREIGN KEY (organization_id, released_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT keeping_takes_who_and_when CHECK (num_nulls(kept_at, kept_on, kept_by) IN (0, 3)),
  CONSTRAINT releasing_takes_who_and_why CHECK (num_nulls(released_at, released_by, release_reason) IN (0, 3)),
  CONSTRAINT a_promise_is_kept_or_released CHECK (kept_at IS NULL OR released_at IS NULL)
);
COMMENT ON COLUMN promises.coach_id IS 'Who promised; whoever is assigned may keep it, and kept_by is credited.';
CREATE INDEX open_promises ON promises (organization_id, participant_id, due_on)
  WHERE kept_at IS NULL AND released_at IS NULL;
CREATE INDEX promises_of_participant ON promises (organization_id, participant_id, made_at DESC, id DESC);
CREATE INDEX kept_promises_by_coach ON promises (organization_id, kept_by, kept_on DESC, id DESC)
  WHERE kept_at IS NOT NULL;
CREATE INDEX promises_of_contact ON promises (organization_id, contact_id) WHERE contact_id IS NOT NULL;

ALTER TABLE promises ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON promises TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY coaches_their_caseload ON promises TO caseload_coach
  USING (organization_id = (SELECT acting_organization()) AND participant_id = ANY (ARRAY(
    SELECT a.participant_id FROM assignments a WHERE a.organization_id = (SELECT acting_organization())
       AND a.coach_id = (SELECT acting_account()) AND a.until_on IS NULL)));
-- What a coach of the team kept stays with the team, also after the participant moved on.
CREATE POLICY supervisors_their_team ON promises FOR SELECT TO caseload_supervisor
  USING (organization_id = (SELECT acting_organization()) AND (kept_by IN (
    SELECT c.id FROM coaches c WHERE c.organization_id = (SELECT acting_organization())
       AND c.supervisor_id = (SELECT acting_account()))
    OR (SELECT true FROM participants p WHERE p.organization_id = promises.organization_id
                  AND p.id = promises.participant_id)));
GRANT SELECT ON promises TO caseload_coach, caseload_supervisor;
GRANT INSERT ON promises TO caseload_coach;
GRANT UPDATE (words, due_on, kept_at, kept_on, kept_by, released_at, released_by, release_reason, version)
  ON promises TO caseload_coach;

CREATE FUNCTION promise_id_is_taken(p_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT EXISTS (SELECT 1 FROM promises WHERE organization_id = acting_organization() AND id = p_id) $$;
GRANT EXECUTE ON FUNCTION promise_id_is_taken(uuid) TO caseload_coach;
`);
    await runner.query(`
ALTER TABLE planned_contacts
  ADD COLUMN contact_id uuid,
  ADD COLUMN ended_as text,
  ADD COLUMN ended_by uuid,
  ADD COLUMN end_reason text NOT NULL DEFAULT '' CHECK (length(end_reason) <= 500),
  ADD COLUMN replaced_by uuid,
  ADD COLUMN settled_by uuid,
  ADD COLUMN request_hash bytea,
  ADD COLUMN version integer NOT NULL DEFAULT 1;
COMMENT ON COLUMN planned_contacts.replaced_at IS
  'Since when it is not the next one; ended_as says why. Missed: planned_on is before today and it is still next.';
COMMENT ON COLUMN planned_contacts.contact_id IS 'The contact it was planned with; null when planned alone.';
COMMENT ON COLUMN planned_contacts.replaced_by IS 'The planned contact that took its place, when rescheduled.';
COMMENT ON COLUMN planned_contacts.settled_by IS 'The contact that reached the participant on its day or later.';

-- What ended before its end was told: another planned at the same moment took its place, else they were reached.
UPDATE planned_contacts n SET replaced_by = (
    SELECT l.id FROM planned_contacts l
     WHERE l.organization_id = n.organization_id AND l.participant_id = n.participant_id
       AND l.made_at = n.replaced_at AND l.id <> n.id ORDER BY l.id LIMIT 1)
 WHERE n.replaced_at IS NOT NULL;
UPDATE planned_contacts SET ended_as = CASE WHEN replaced_by IS NULL THEN 'reached' ELSE 'rescheduled' END,
                            ended_by = coach_id
 WHERE replaced_at IS NOT NULL;

ALTER TABLE planned_contacts
  ADD CONSTRAINT a_planned_contact_ends_in_one_of_four
    CHECK (ended_as IN ('reached', 'rescheduled', 'called off', 'contact voided')),
  ADD CONSTRAINT ending_says_how CHECK ((replaced_at IS NULL) = (ended_as IS NULL)
    AND (replaced_at IS NULL) = (ended_by IS NULL)),
  ADD CONSTRAINT calling_off_takes_a_reason CHECK (ended_as <> 'called off' OR end_reason <> ''),
  ADD CONSTRAINT rescheduling_names_what_comes_instead CHECK (replaced_by IS NULL OR ended_as = 'rescheduled'),
  ADD FOREIGN KEY (organization_id, contact_id, participant_id) REFERENCES contacts (organization_id, id, participant_id),
  ADD FOREIGN KEY (organization_id, settled_by, participant_id) REFERENCES contacts (organization_id, id, participant_id),
  -- Looked at with the commit: the one must step back before the other can take its place.
  ADD FOREIGN KEY (organization_id, replaced_by) REFERENCES planned_contacts (organization_id, id)
    DEFERRABLE INITIALLY DEFERRED,
  ADD FOREIGN KEY (organization_id, ended_by) REFERENCES accounts (organization_id, id);
CREATE INDEX planned_contacts_of_participant ON planned_contacts (organization_id, participant_id, made_at DESC);
CREATE INDEX planned_contacts_of_contact ON planned_contacts (organization_id, contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX planned_contacts_settled_by ON planned_contacts (organization_id, settled_by) WHERE settled_by IS NOT NULL;
GRANT UPDATE (replaced_at, ended_as, ended_by, end_reason, replaced_by, settled_by, version)
  ON planned_contacts TO caseload_coach;
-- Why something was moved or called off is the staff's to read.
REVOKE SELECT ON planned_contacts FROM caseload_participant;
GRANT SELECT (organization_id, id, participant_id, coach_id, planned_on, planned_time, way, made_at, replaced_at, version)
  ON planned_contacts TO caseload_participant;
`);
    await runner.query(`
-- What follows from a contact just logged, amended or voided, for what is planned. As the owner, because it must be
-- whole whoever's contact it is: a supervisor may void what they reach, also when the participant has moved on.
-- Reached on the planned day or later settles it. What a contact settles no more is settled by another that does, or
-- comes back; a contact that is voided takes back what was planned with it, and what that had replaced comes back.
CREATE FUNCTION settle_planned_contacts(p_contact_id uuid, p_now timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  contact contacts%ROWTYPE;
  taken_back uuid;
  planned planned_contacts%ROWTYPE;
  other uuid;
BEGIN
  SELECT * INTO contact FROM contacts WHERE organization_id = acting_organization() AND id = p_contact_id;
  IF NOT FOUND THEN RETURN; END IF;
  IF contact.voided_at IS NOT NULL THEN
    UPDATE planned_contacts
       SET replaced_at = p_now, ended_as = 'contact voided', ended_by = acting_account(), version = version + 1
     WHERE organization_id = contact.organization_id AND contact_id = contact.id AND replaced_at IS NULL
     RETURNING id INTO taken_back;
  END IF;
  FOR planned IN
    SELECT * FROM planned_contacts n
     WHERE n.organization_id = contact.organization_id AND n.participant_id = contact.participant_id
       AND (n.replaced_by = taken_back OR n.settled_by = contact.id AND NOT (
              contact.voided_at IS NULL AND contact.outcome = 'reached' AND contact.occurred_on >= n.planned_on))
     ORDER BY n.made_at DESC, n.id DESC
  LOOP
    SELECT c.id INTO other FROM contacts c
     WHERE c.organization_id = planned.organization_id AND c.participant_id = planned.participant_id
       AND c.voided_at IS NULL AND c.outcome = 'reached' AND c.occurred_on >= planned.planned_on
       AND c.recorded_at >= planned.made_at
     ORDER BY c.occurred_on, c.id LIMIT 1;
    IF FOUND THEN
      UPDATE planned_contacts SET ended_as = 'reached', settled_by = other, replaced_by = NULL, version = version + 1
       WHERE organization_id = planned.organization_id AND id = planned.id;
    ELSE
      UPDATE planned_contacts n
         SET replaced_at = NULL, ended_as = NULL, ended_by = NULL, end_reason = '', replaced_by = NULL,
             settled_by = NULL, version = n.version + 1
       WHERE n.organization_id = planned.organization_id AND n.id = planned.id AND NOT EXISTS (
         SELECT 1 FROM planned_contacts o WHERE o.organization_id = n.organization_id
            AND o.participant_id = n.participant_id AND o.replaced_at IS NULL);
    END IF;
  END LOOP;
  IF contact.voided_at IS NULL AND contact.outcome = 'reached' THEN
    UPDATE planned_contacts
       SET replaced_at = p_now, ended_as = 'reached', ended_by = acting_account(), settled_by = contact.id,
           version = version + 1
     WHERE organization_id = contact.organization_id AND participant_id = contact.participant_id
       AND replaced_at IS NULL AND planned_on <= contact.occurred_on AND contact_id IS DISTINCT FROM contact.id;
  END IF;
END $$;

-- What was promised in a contact that is nothing any more binds nobody.
CREATE FUNCTION release_promises_of_voided(p_contact_id uuid, p_now timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE promises p SET released_at = p_now, released_by = acting_account(), version = p.version + 1,
         release_reason = 'The contact it was made in was voided'
    FROM contacts c
   WHERE p.organization_id = acting_organization() AND p.contact_id = p_contact_id
     AND p.kept_at IS NULL AND p.released_at IS NULL
     AND c.organization_id = p.organization_id AND c.id = p.contact_id AND c.voided_at IS NOT NULL $$;
GRANT EXECUTE ON FUNCTION settle_planned_contacts(uuid, timestamptz), release_promises_of_voided(uuid, timestamptz)
  TO caseload_coach, caseload_supervisor;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION promise_id_is_taken(uuid), settle_planned_contacts(uuid, timestamptz),
  release_promises_of_voided(uuid, timestamptz);
DROP TABLE promises CASCADE;
REVOKE SELECT (organization_id, id, participant_id, coach_id, planned_on, planned_time, way, made_at, replaced_at, version)
  ON planned_contacts FROM caseload_participant;
GRANT SELECT ON planned_contacts TO caseload_participant;
DROP INDEX planned_contacts_of_participant, planned_contacts_of_contact, planned_contacts_settled_by;
ALTER TABLE planned_contacts DROP COLUMN contact_id, DROP COLUMN ended_as, DROP COLUMN ended_by,
  DROP COLUMN end_reason, DROP COLUMN replaced_by, DROP COLUMN settled_by, DROP COLUMN request_hash,
  DROP COLUMN version;
COMMENT ON COLUMN planned_contacts.replaced_at IS
  'Since when it is not the next one: another was planned instead, or the participant was reached on its day.';
`);
  }
}
