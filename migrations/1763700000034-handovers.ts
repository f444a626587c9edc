import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'organization_id = (SELECT acting_organization())';
const ON_CASELOAD = `participant_id = ANY (ARRAY(
    SELECT a.participant_id FROM assignments a WHERE a.organization_id = (SELECT acting_organization())
       AND a.coach_id = ANY ((SELECT acting_for())::uuid[]) AND a.until_on IS NULL))`;
const REACHED = (table: string): string => `(SELECT true FROM participants p
     WHERE p.organization_id = ${table}.organization_id AND p.id = ${table}.participant_id)`;
const ITS_HANDOVER = (table: string): string => `(SELECT true FROM handovers h
     WHERE h.organization_id = ${table}.organization_id AND h.id = ${table}.handover_id)`;

/**
 * Moving a participant to another coach, with what the next one needs: decision 27.
 *
 * A handover is asked for by the coach or made by a supervisor. Made, the assignment changes at once; what moved along
 * is kept by id with whose it was, so that undoing gives it back. The coach before keeps what they handed over to read,
 * and nothing of the record.
 */
export class Handovers1763700000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE handovers (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  participant_id uuid NOT NULL,
  from_id uuid,
  to_id uuid,
  line text NOT NULL DEFAULT '' CHECK (length(line) <= 2000),
  line_by uuid,
  line_at timestamptz,
  asked_by uuid,
  asked_at timestamptz,
  made_by uuid,
  made_at timestamptz,
  accept_by timestamptz,
  was_second boolean NOT NULL DEFAULT false,
  accepted_by uuid,
  accepted_at timestamptz,
  declined_at timestamptz,
  declined_words text CHECK (length(declined_words) BETWEEN 1 AND 500),
  ended_as text CHECK (ended_as IN ('undone', 'called off', 'handed over', 'moved on')),
  ended_by uuid,
  ended_at timestamptz,
  end_reason text NOT NULL DEFAULT '' CHECK (length(end_reason) <= 500),
  request_hash bytea,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, from_id) REFERENCES coaches (organization_id, id),
  FOREIGN KEY (organization_id, to_id) REFERENCES coaches (organization_id, id),
  FOREIGN KEY (organization_id, line_by) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, asked_by) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, made_by) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, ended_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT a_handover_is_asked_for_or_made
    CHECK (num_nonnulls(asked_by, asked_at) + num_nonnulls(made_by, made_at, accept_by) IN (2, 3)
           AND num_nonnulls(asked_by, made_by) = 1 AND num_nonnulls(asked_at, made_at) = 1),
  CONSTRAINT a_handover_leads_to_somebody CHECK (made_at IS NULL OR to_id IS NOT NULL),
  CONSTRAINT nobody_hands_over_to_themself CHECK (from_id <> to_id),
  CONSTRAINT a_line_says_whose_it_is CHECK ((line <> '') = (line_by IS NOT NULL) AND (line <> '') = (line_at IS NOT NULL)),
  CONSTRAINT only_the_next_coach_accepts
    CHECK ((accepted_at IS NULL) = (accepted_by IS NULL) AND (accepted_by IS NULL OR (accepted_by = to_id AND made_at IS NOT NULL))),
  CONSTRAINT declining_takes_words CHECK ((declined_at IS NULL) = (declined_words IS NULL)),
  CONSTRAINT a_handover_ends_in_one_way CHECK ((ended_at IS NULL) = (ended_as IS NULL)
    AND (ended_at IS NULL OR (accepted_at IS NULL AND ended_by IS NOT NULL)))
);
COMMENT ON COLUMN handovers.from_id IS 'Who walked with them before; null for nobody.';
COMMENT ON COLUMN handovers.accept_by IS 'Closing time of the second working day after; not accepted by then, the supervisor sees it.';
COMMENT ON COLUMN handovers.was_second IS 'The next coach was their second one: undoing makes them that again.';
COMMENT ON COLUMN handovers.declined_at IS 'The next coach said that they cannot; the participant stays with them until a supervisor decides.';
CREATE UNIQUE INDEX one_open_handover_at_a_time ON handovers (organization_id, participant_id)
  WHERE accepted_at IS NULL AND ended_at IS NULL;
CREATE INDEX handovers_by_next_coach ON handovers (organization_id, to_id) WHERE accepted_at IS NULL AND ended_at IS NULL;
CREATE INDEX handovers_by_coach_before ON handovers (organization_id, from_id);
CREATE INDEX handovers_of_participant ON handovers (organization_id, participant_id, made_at DESC);

-- What moved along, and whose it was before.
CREATE TABLE handed_parts (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  handover_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  promise_id uuid,
  planned_contact_id uuid,
  coach_before uuid NOT NULL,
  was_off_caseload boolean NOT NULL DEFAULT false,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, handover_id, participant_id) REFERENCES handovers (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, promise_id) REFERENCES promises (organization_id, id),
  FOREIGN KEY (organization_id, planned_contact_id) REFERENCES planned_contacts (organization_id, id),
  FOREIGN KEY (organization_id, coach_before) REFERENCES coaches (organization_id, id),
  CONSTRAINT one_part_is_one_thing CHECK (num_nonnulls(promise_id, planned_contact_id) = 1)
);
CREATE INDEX parts_of_handover ON handed_parts (organization_id, handover_id);

-- Words of a draft that the coach before would rather hand over than finish.
CREATE TABLE handed_words (
  organization_id uuid NOT NULL,
  handover_id uuid NOT NULL,
  draft_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 20000),
  given_by uuid NOT NULL,
  given_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, handover_id, draft_id),
  FOREIGN KEY (organization_id, handover_id, participant_id) REFERENCES handovers (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, given_by) REFERENCES accounts (organization_id, id)
);
COMMENT ON COLUMN promises.coach_id IS
  'Whose it is to keep: who promised, or to whom it was handed over (handed_parts says whose it was). kept_by is credited.';
`);
    for (const table of ['handovers', 'handed_parts', 'handed_words'])
      await runner.query(`
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON ${table} TO caseload_owner USING (true) WITH CHECK (true);`);
    await runner.query(`
-- Of the caseload, and what one handed over oneself: that is the line and the names, nothing of the record.
CREATE POLICY coaches_their_own_and_caseload ON handovers TO caseload_coach
  USING (${HERE} AND (from_id = ANY ((SELECT acting_for())::uuid[]) OR (made_at IS NOT NULL AND ${ON_CASELOAD})))
  WITH CHECK (${HERE});
CREATE POLICY coaches_ask_for_their_own ON handovers AS RESTRICTIVE FOR INSERT TO caseload_coach
  WITH CHECK (from_id = (SELECT acting_account()) AND asked_by = (SELECT acting_account()) AND ${ON_CASELOAD});
CREATE POLICY supervisors_of_reachable ON handovers TO caseload_supervisor
  USING (${HERE} AND (made_by = (SELECT acting_account()) OR ${REACHED('handovers')}))
  WITH CHECK (${HERE});
GRANT SELECT, INSERT, UPDATE (line, line_by, line_at, accepted_by, accepted_at, declined_at, declined_words, ended_as,
  ended_by, ended_at, end_reason, version) ON handovers TO caseload_coach, caseload_supervisor;

CREATE POLICY with_their_handover ON handed_parts FOR SELECT TO caseload_coach, caseload_supervisor
  USING (${HERE} AND ${ITS_HANDOVER('handed_parts')});
GRANT SELECT ON handed_parts TO caseload_coach, caseload_supervisor;
CREATE POLICY with_their_handover ON handed_words TO caseload_coach, caseload_supervisor
  USING (${HERE} AND ${ITS_HANDOVER('handed_words')});
GRANT SELECT, INSERT, UPDATE (words, given_at) ON handed_words TO caseload_coach;
GRANT SELECT ON handed_words TO caseload_supervisor;
`);
    await runner.query(FUNCTIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER announce_to_coach_before ON risk_notes;
DROP TRIGGER end_handovers ON assignments;
DROP TABLE handed_words, handed_parts, handovers;
DROP FUNCTION announce_to_coach_before(), announce_handover(), end_handovers(), move_with_handover(uuid, timestamptz),
  give_back_handed(uuid, date), tell_of_handed_notes(uuid, timestamptz), handed_name(uuid, date), handed_over(uuid),
  notes_when_handed(uuid);
COMMENT ON COLUMN promises.coach_id IS 'Who promised; whoever is assigned may keep it, and kept_by is credited.';`);
  }
}

const FUNCTIONS = `
-- The promises that bind whoever walks with them next, and the next contact. Those of the second coach stay theirs, and
-- those of whoever stood in.
CREATE FUNCTION move_with_handover(p_handover_id uuid, p_now timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH handover AS (
    SELECT * FROM handovers h WHERE h.organization_id = acting_organization() AND h.id = p_handover_id
       AND h.made_by = acting_account() AND h.made_at = p_now AND h.ended_at IS NULL),
  promised AS (
    SELECT m.*, h.id AS handover_id, h.to_id FROM handover h
      JOIN promises m ON m.organization_id = h.organization_id AND m.participant_id = h.participant_id
     WHERE m.kept_at IS NULL AND m.released_at IS NULL AND m.coach_id <> h.to_id
       AND (m.coach_id = h.from_id OR NOT m.is_off_caseload)
       AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.organization_id = m.organization_id
             AND a.participant_id = m.participant_id AND a.coach_id = m.coach_id AND a.until_on IS NULL)),
  planned AS (
    SELECT n.*, h.id AS handover_id, h.to_id FROM handover h
      JOIN planned_contacts n ON n.organization_id = h.organization_id AND n.participant_id = h.participant_id
     WHERE n.replaced_at IS NULL AND n.coach_id <> h.to_id
       AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.organization_id = n.organization_id
             AND a.participant_id = n.participant_id AND a.coach_id = n.coach_id AND a.until_on IS NULL)),
  kept AS (
    INSERT INTO handed_parts (organization_id, id, handover_id, participant_id, promise_id, planned_contact_id, coach_before,
      was_off_caseload)
    SELECT organization_id, gen_random_uuid(), handover_id, participant_id, id, NULL, coach_id, is_off_caseload FROM promised
    UNION ALL
    SELECT organization_id, gen_random_uuid(), handover_id, participant_id, NULL, id, coach_id, false FROM planned),
  moved AS (
    UPDATE promises m SET coach_id = p.to_id, is_off_caseload = false, version = m.version + 1 FROM promised p
     WHERE m.organization_id = p.organization_id AND m.id = p.id)
  UPDATE planned_contacts n SET coach_id = p.to_id, version = n.version + 1 FROM planned p
   WHERE n.organization_id = p.organization_id AND n.id = p.id $$;

-- What undoing gives back: what is still open of what moved, and the participant, who is nobody's for the moment in which
-- the same transaction assigns them again. That way they are within the reach of who undoes it, whatever team they are in.
CREATE FUNCTION give_back_handed(p_handover_id uuid, p_today date) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH handover AS (
    SELECT * FROM handovers h WHERE h.organization_id = acting_organization() AND h.id = p_handover_id
       AND h.ended_as = 'undone' AND h.ended_by = acting_account()),
  part AS (
    SELECT t.*, h.to_id FROM handover h
      JOIN handed_parts t ON t.organization_id = h.organization_id AND t.handover_id = h.id),
  promised AS (
    UPDATE promises m SET coach_id = t.coach_before, is_off_caseload = t.was_off_caseload, version = m.version + 1 FROM part t
     WHERE m.organization_id = t.organization_id AND m.id = t.promise_id AND m.coach_id = t.to_id
       AND m.kept_at IS NULL AND m.released_at IS NULL),
  planned AS (
    UPDATE planned_contacts n SET coach_id = t.coach_before, version = n.version + 1 FROM part t
     WHERE n.organization_id = t.organization_id AND n.id = t.planned_contact_id AND n.coach_id = t.to_id
       AND n.replaced_at IS NULL)
  UPDATE assignments a SET until_on = greatest(a.from_on, p_today) FROM handover h
   WHERE a.organization_id = h.organization_id AND a.participant_id = h.participant_id AND a.coach_id = h.to_id
     AND a.kind = 'primary' AND a.until_on IS NULL $$;

-- A note nobody has answered goes on waiting, by the same clock. Who supervises the next coach is told like the first one
-- was, the next coach too, and whoever handed over keeps sight of it until it is resolved.
CREATE FUNCTION tell_of_handed_notes(p_handover_id uuid, p_now timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  handover handovers;
  supervisor uuid;
  note risk_notes;
BEGIN
  SELECT * INTO handover FROM handovers h WHERE h.organization_id = acting_organization() AND h.id = p_handover_id
     AND h.made_by = acting_account() AND h.made_at = p_now;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM queue_message(handover.to_id, 'handover', handover.id, 'made', p_now);
  SELECT c.supervisor_id INTO supervisor FROM coaches c
   WHERE c.organization_id = handover.organization_id AND c.id = handover.to_id;
  FOR note IN
    SELECT * FROM risk_notes r WHERE r.organization_id = handover.organization_id
       AND r.participant_id = handover.participant_id AND r.resolved_at IS NULL ORDER BY r.raised_at, r.id
  LOOP
    INSERT INTO risk_note_told (organization_id, risk_note_id, account_id, step, participant_id, told_as, told_at)
    SELECT note.organization_id, note.id, who, 1, note.participant_id, 'own supervisor', p_now
      FROM unnest(ARRAY[supervisor, handover.made_by]) who
     WHERE who IS NOT NULL AND who <> note.raised_by
       AND (who <> handover.made_by OR supervisor IS DISTINCT FROM handover.made_by)
       AND NOT EXISTS (SELECT 1 FROM risk_note_told t WHERE t.organization_id = note.organization_id
                          AND t.risk_note_id = note.id AND t.account_id = who)
    ON CONFLICT DO NOTHING;
    IF note.acknowledged_at IS NULL THEN
      PERFORM queue_message(handover.to_id, 'risk-note', note.id, 'handed over', p_now);
      IF supervisor <> handover.made_by AND supervisor <> note.raised_by THEN
        PERFORM queue_message(supervisor, 'risk-note', note.id, '1', p_now);
      END IF;
    END IF;
  END LOOP;
END $$;

-- The name they go by, for who handed them over: until it is accepted, and for the week in which a draft may be finished.
CREATE FUNCTION handed_name(p_handover_id uuid, p_today date) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.preferred_name FROM handovers h
    JOIN participants p ON p.organization_id = h.organization_id AND p.id = h.participant_id
   WHERE h.organization_id = acting_organization() AND h.id = p_handover_id
     AND (h.made_by = acting_account() OR h.from_id = ANY (acting_for()))
     AND (coalesce(h.accepted_at, h.ended_at) IS NULL
          OR (coalesce(h.accepted_at, h.ended_at))::date >= p_today - 7) $$;

-- What moved along, in words: of what they handed over a coach reads this, and nothing else of the record.
CREATE FUNCTION handed_over(p_handover_id uuid)
RETURNS TABLE (kind text, subject_id uuid, words text, on_day date, at_time text, by_name text, is_open boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT CASE WHEN t.promise_id IS NULL THEN 'planned contact' ELSE 'promise' END, coalesce(m.id, n.id),
         coalesce(m.words, n.way, ''), coalesce(m.due_on, n.planned_on), to_char(n.planned_time, 'HH24:MI'), a.name,
         CASE WHEN t.promise_id IS NULL THEN n.replaced_at IS NULL
              ELSE m.kept_at IS NULL AND m.released_at IS NULL END
    FROM handovers h
    JOIN handed_parts t ON t.organization_id = h.organization_id AND t.handover_id = h.id
    JOIN accounts a ON a.organization_id = t.organization_id AND a.id = t.coach_before
    LEFT JOIN promises m ON m.organization_id = t.organization_id AND m.id = t.promise_id
    LEFT JOIN planned_contacts n ON n.organization_id = t.organization_id AND n.id = t.planned_contact_id
   WHERE h.organization_id = acting_organization() AND h.id = p_handover_id
     AND (h.made_by = acting_account() OR h.from_id = ANY (acting_for()) OR h.to_id = ANY (acting_for())
          OR current_setting('role') = 'caseload_supervisor' AND is_of_the_team(h.participant_id))
   ORDER BY 1 DESC, 4, 2 $$;

-- Urgent notes that were open when they were handed over: that there is one, and whether somebody has answered it. No
-- word of it.
CREATE FUNCTION notes_when_handed(p_handover_id uuid)
RETURNS TABLE (risk_note_id uuid, raised_at timestamptz, due_at timestamptz, answered_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.id, r.raised_at, k.due_at, coalesce(r.acknowledged_at, r.resolved_at) FROM handovers h
    JOIN risk_notes r ON r.organization_id = h.organization_id AND r.participant_id = h.participant_id
    LEFT JOIN answering_clocks k ON k.organization_id = r.organization_id AND k.risk_note_id = r.id AND k.step = 2
   WHERE h.organization_id = acting_organization() AND h.id = p_handover_id AND h.made_at IS NOT NULL
     AND r.level = 'urgent' AND r.raised_at <= h.made_at
     AND coalesce(r.acknowledged_at, r.resolved_at, h.made_at) >= h.made_at
     AND (h.made_by = acting_account() OR h.from_id = ANY (acting_for()) OR h.to_id = ANY (acting_for())
          OR current_setting('role') = 'caseload_supervisor' AND is_of_the_team(h.participant_id))
   ORDER BY r.raised_at, r.id $$;

GRANT EXECUTE ON FUNCTION move_with_handover(uuid, timestamptz), give_back_handed(uuid, date),
  tell_of_handed_notes(uuid, timestamptz) TO caseload_supervisor;
GRANT EXECUTE ON FUNCTION handed_name(uuid, date), handed_over(uuid), notes_when_handed(uuid)
  TO caseload_coach, caseload_supervisor;

-- Whoever moves a participant on by any other way ends what still waited: there is nothing left to accept or to hand over.
CREATE FUNCTION end_handovers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE handovers h
     SET ended_as = 'moved on', ended_at = coalesce(NEW.ended_at, clock_timestamp()),
         ended_by = coalesce(acting_account(), h.made_by, h.asked_by), version = h.version + 1
   WHERE h.organization_id = NEW.organization_id AND h.participant_id = NEW.participant_id
     AND h.accepted_at IS NULL AND h.ended_at IS NULL
     AND NEW.coach_id = CASE WHEN h.made_at IS NULL THEN h.from_id ELSE h.to_id END;
  RETURN NULL;
END $$;
CREATE TRIGGER end_handovers AFTER UPDATE OF until_on ON assignments
  FOR EACH ROW WHEN (NEW.kind = 'primary' AND OLD.until_on IS NULL AND NEW.until_on IS NOT NULL)
  EXECUTE FUNCTION end_handovers();

-- Open pages of both coaches, and of who handed over when that is another team's supervisor.
CREATE FUNCTION announce_handover() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  IF acting_organization() IS NULL OR (TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD) THEN RETURN NULL; END IF;
  PERFORM announce_at_commit(NEW.organization_id, NEW.participant_id,
    array_remove(ARRAY[NEW.from_id, NEW.made_by], NULL), true, false);
  RETURN NULL;
END $$;
CREATE TRIGGER announce AFTER INSERT OR UPDATE ON handovers FOR EACH ROW EXECUTE FUNCTION announce_handover();

CREATE FUNCTION announce_to_coach_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE before uuid[];
BEGIN
  IF acting_organization() IS NULL THEN RETURN NULL; END IF;
  SELECT array_agg(h.from_id) INTO before FROM handovers h
   WHERE h.organization_id = NEW.organization_id AND h.participant_id = NEW.participant_id AND h.from_id IS NOT NULL
     AND h.made_at >= NEW.raised_at;
  IF before IS NOT NULL THEN
    PERFORM announce_at_commit(NEW.organization_id, NEW.participant_id, before, false, false);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER announce_to_coach_before AFTER UPDATE OF acknowledged_at, resolved_at ON risk_notes
  FOR EACH ROW WHEN (NEW.level = 'urgent') EXECUTE FUNCTION announce_to_coach_before();
`;
