import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'organization_id = (SELECT acting_organization())';
const STAFF = 'caseload_coach, caseload_supervisor, caseload_administrator';
const TABLES = ['closings', 'closed_promises', 'ended_by_closings'];

/** What a participant may read of their own stay: not why it ended. */
const OWN_COLUMNS = `organization_id, id, participant_id, program_id, enrolled_on, closed_on, agreed_cadence_days,
  agreed_cadence_on, version`;

/**
 * A stay is closed by a row of `closings`: the trigger ends what asked for the participant, writes each row it touched to
 * `ended_by_closings`, and taking it back puts exactly those back (docs/decisions/0034). A new stay of the same person is
 * a new enrollment, sent twice as once.
 */
export class ClosingAStay1763700000052 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE closings (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  participant_id uuid NOT NULL,
  enrollment_id uuid NOT NULL,
  closed_on date NOT NULL,
  reason text NOT NULL CHECK (reason IN ('completed', 'moved', 'left', 'lost')),
  words text NOT NULL DEFAULT '' CHECK (length(words) <= 2000),
  closed_by uuid NOT NULL,
  closed_at timestamptz NOT NULL,
  request_hash bytea NOT NULL,
  undone_by uuid,
  undone_at timestamptz,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, enrollment_id, participant_id)
    REFERENCES enrollments (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, closed_by) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, undone_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT taking_a_closing_back_takes_who_and_when CHECK (num_nulls(undone_by, undone_at) IN (0, 2))
);
COMMENT ON COLUMN closings.words IS 'Of staff alone: an administrator reads and writes none, a participant nothing of this table.';
CREATE UNIQUE INDEX a_stay_is_closed_once ON closings (organization_id, enrollment_id) WHERE undone_at IS NULL;
CREATE INDEX closings_of_participant ON closings (organization_id, participant_id);

-- What became of each promise that was open, decided with the closing.
CREATE TABLE closed_promises (
  organization_id uuid NOT NULL,
  closing_id uuid NOT NULL,
  promise_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  became text NOT NULL CHECK (became IN ('kept', 'let go', 'handed')),
  reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
  to_id uuid,
  coach_before uuid,
  was_off_caseload boolean,
  PRIMARY KEY (organization_id, closing_id, promise_id),
  FOREIGN KEY (organization_id, closing_id) REFERENCES closings (organization_id, id),
  FOREIGN KEY (organization_id, promise_id) REFERENCES promises (organization_id, id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, to_id) REFERENCES coaches (organization_id, id),
  CONSTRAINT letting_a_promise_go_takes_a_reason CHECK (became <> 'let go' OR reason <> ''),
  CONSTRAINT handing_a_promise_takes_a_coach CHECK ((became = 'handed') = (to_id IS NOT NULL))
);
CREATE INDEX closed_promises_of_promise ON closed_promises (organization_id, promise_id);

-- Each row that a closing ended, for putting back exactly that. Granted to nobody.
CREATE TABLE ended_by_closings (
  organization_id uuid NOT NULL,
  closing_id uuid NOT NULL,
  kind text NOT NULL,
  row_id uuid NOT NULL,
  part text NOT NULL DEFAULT '',
  PRIMARY KEY (organization_id, closing_id, kind, row_id, part),
  FOREIGN KEY (organization_id, closing_id) REFERENCES closings (organization_id, id)
);

ALTER TABLE enrollments
  ADD COLUMN made_by uuid,
  ADD COLUMN made_at timestamptz,
  ADD COLUMN request_hash bytea,
  ADD FOREIGN KEY (organization_id, made_by) REFERENCES accounts (organization_id, id);
COMMENT ON COLUMN enrollments.request_hash IS 'Of a stay begun by somebody who was here before; null of a first one.';
`);
    for (const table of TABLES)
      await runner.query(`
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON ${table} TO caseload_owner USING (true) WITH CHECK (true);`);
    await runner.query(`
CREATE POLICY of_reachable ON closings TO ${STAFF} USING (${HERE} AND (
  SELECT true FROM participants p WHERE p.organization_id = closings.organization_id AND p.id = closings.participant_id));
CREATE POLICY nobody_reaches_their_own ON closings AS RESTRICTIVE TO caseload_coach, caseload_administrator
  USING (participant_id IS DISTINCT FROM (SELECT own_record()));
-- Reach ends with the last stay; whoever closed it still takes it back, and is answered when they send it twice.
CREATE POLICY of_who_closed ON closings FOR SELECT TO caseload_coach
  USING (${HERE} AND closed_by = (SELECT acting_account()));
CREATE POLICY who_closed_takes_back ON closings FOR UPDATE TO caseload_coach
  USING (${HERE} AND closed_by = (SELECT acting_account())) WITH CHECK (${HERE});
CREATE POLICY with_their_closing ON closed_promises FOR INSERT TO caseload_coach, caseload_supervisor
  WITH CHECK (${HERE} AND (SELECT c.closed_by = (SELECT acting_account()) FROM closings c
               WHERE c.organization_id = closed_promises.organization_id AND c.id = closed_promises.closing_id));
CREATE POLICY the_team_closes ON closings AS RESTRICTIVE FOR INSERT TO caseload_supervisor
  WITH CHECK (is_of_the_team(participant_id));
GRANT SELECT, INSERT ON closings TO caseload_coach, caseload_supervisor;
GRANT SELECT (organization_id, id, participant_id, enrollment_id, closed_on, reason, closed_by, closed_at, request_hash,
    undone_by, undone_at),
  INSERT (organization_id, id, participant_id, enrollment_id, closed_on, reason, closed_by, closed_at, request_hash)
  ON closings TO caseload_administrator;
GRANT UPDATE (undone_by, undone_at) ON closings TO ${STAFF};
GRANT INSERT ON closed_promises TO caseload_coach, caseload_supervisor;

-- A participant reads of their stays all but why they ended.
REVOKE SELECT ON enrollments FROM caseload_participant;
GRANT SELECT (${OWN_COLUMNS}) ON enrollments TO caseload_participant;
GRANT INSERT ON enrollments TO caseload_supervisor;

CREATE TRIGGER refuse_after_a_death BEFORE INSERT ON enrollments
  FOR EACH ROW EXECUTE FUNCTION refuse_after_a_death();
CREATE TRIGGER announce AFTER INSERT OR UPDATE ON closings
  FOR EACH ROW EXECUTE FUNCTION announce_participant('and the participant');
`);
    await runner.query(FUNCTIONS);
    await runner.query(nameOffCaseload(true));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(nameOffCaseload(false));
    await runner.query(`
DROP TRIGGER rest_after_a_closing ON planned_contacts;
DROP TRIGGER rest_after_a_closing ON promises;
DROP TRIGGER refuse_after_a_death ON enrollments;
DROP TABLE ended_by_closings, closed_promises, closings CASCADE;
DROP FUNCTION close_with_closing(), settle_with_closing(), put_back_what_was_closed(), rest_after_a_closing(),
  hold_to_close(uuid), open_before_closing(uuid), own_stay_begun(uuid), closed_on_of_draft(uuid);
REVOKE INSERT ON enrollments FROM caseload_supervisor;
REVOKE SELECT (${OWN_COLUMNS}) ON enrollments FROM caseload_participant;
GRANT SELECT ON enrollments TO caseload_participant;
ALTER TABLE enrollments DROP COLUMN made_by, DROP COLUMN made_at, DROP COLUMN request_hash;`);
  }
}

const FUNCTIONS = `
-- In the order in which those hold them who answer a note: notes, clocks, then the stay. Waits half a second, and gives up
-- before others do.
CREATE FUNCTION hold_to_close(p_participant_id uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public SET lock_timeout = '500ms' AS $$
BEGIN
  PERFORM 1 FROM risk_notes WHERE organization_id = acting_organization() AND participant_id = p_participant_id
     AND resolved_at IS NULL ORDER BY id FOR NO KEY UPDATE;
  PERFORM 1 FROM answering_clocks WHERE organization_id = acting_organization() AND participant_id = p_participant_id
     AND stopped_at IS NULL ORDER BY risk_note_id, step FOR NO KEY UPDATE;
  PERFORM 1 FROM promises WHERE organization_id = acting_organization() AND participant_id = p_participant_id
     AND kept_at IS NULL AND released_at IS NULL ORDER BY id FOR NO KEY UPDATE;
  PERFORM hold_standing(p_participant_id);
END $$;

-- Whether something is open that has to be seen to first: all that an administrator learns of it, and who can.
CREATE FUNCTION open_before_closing(p_participant_id uuid)
RETURNS TABLE (has_risk_notes boolean, has_promises boolean, who_can text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM risk_notes r WHERE r.organization_id = p.organization_id AND r.participant_id = p.id
                    AND r.resolved_at IS NULL AND r.level IN ('urgent', 'concern')),
         EXISTS (SELECT 1 FROM promises m WHERE m.organization_id = p.organization_id AND m.participant_id = p.id
                    AND m.kept_at IS NULL AND m.released_at IS NULL),
         ARRAY(SELECT DISTINCT a.name FROM assignments s
                 JOIN coaches c ON c.organization_id = s.organization_id AND c.id = s.coach_id
                 JOIN accounts a ON a.organization_id = s.organization_id AND a.id IN (c.id, c.supervisor_id)
                WHERE s.organization_id = p.organization_id AND s.participant_id = p.id AND s.until_on IS NULL
                  AND a.disabled_at IS NULL ORDER BY 1)
    FROM participants p WHERE p.organization_id = acting_organization() AND p.id = p_participant_id
     AND p.id IS DISTINCT FROM own_record() $$;

CREATE FUNCTION close_with_closing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE
  here uuid := NEW.organization_id;
  who uuid := NEW.participant_id;
  at timestamptz := NEW.closed_at;
  local_day date := (SELECT (at AT TIME ZONE o.time_zone)::date FROM organizations o WHERE o.id = here);
BEGIN
  UPDATE enrollments SET closed_on = NEW.closed_on, closing_reason = NEW.reason, version = version + 1
   WHERE organization_id = here AND id = NEW.enrollment_id AND closed_on IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'A stay is closed once.' USING ERRCODE = 'check_violation', CONSTRAINT = 'a_stay_is_closed_once';
  END IF;
  DELETE FROM standings WHERE organization_id = here AND enrollment_id = NEW.enrollment_id;
  IF EXISTS (SELECT 1 FROM enrollments WHERE organization_id = here AND participant_id = who AND closed_on IS NULL) THEN
    RETURN NULL;
  END IF;

  -- Notes to keep an eye on; what is urgent or a concern was answered for before.
  WITH done AS (
    UPDATE risk_notes SET resolved_by = NEW.closed_by, resolved_at = at, resolved_on = local_day,
           resolved_words = 'Closed with their stay.', version = version + 1
     WHERE organization_id = here AND participant_id = who AND resolved_at IS NULL AND level = 'watch' RETURNING id)
  INSERT INTO ended_by_closings SELECT here, NEW.id, 'risk note', id FROM done;
  WITH done AS (
    UPDATE answering_clocks c SET stopped_at = at FROM ended_by_closings f
     WHERE f.organization_id = here AND f.closing_id = NEW.id AND f.kind = 'risk note'
       AND c.organization_id = here AND c.risk_note_id = f.row_id AND c.stopped_at IS NULL
    RETURNING c.risk_note_id, c.step)
  INSERT INTO ended_by_closings SELECT here, NEW.id, 'clock', risk_note_id, step::text FROM done;
  WITH done AS (
    UPDATE risk_note_told t SET until_at = at FROM ended_by_closings f
     WHERE f.organization_id = here AND f.closing_id = NEW.id AND f.kind = 'risk note'
       AND t.organization_id = here AND t.risk_note_id = f.row_id AND t.until_at IS NULL
    RETURNING t.risk_note_id, t.account_id, t.step)
  INSERT INTO ended_by_closings SELECT here, NEW.id, 'told', risk_note_id, account_id || ' ' || step FROM done;
  PERFORM withdraw_messages(f.row_id, at) FROM ended_by_closings f
    WHERE f.organization_id = here AND f.closing_id = NEW.id AND f.kind = 'risk note';
  WITH done AS (
    UPDATE planned_contacts SET replaced_at = at, ended_as = 'called off', end_reason = 'Their stay was closed',
           ended_by = NEW.closed_by, version = version + 1
     WHERE organization_id = here AND participant_id = who AND replaced_at IS NULL RETURNING id)
  INSERT INTO ended_by_closings SELECT here, NEW.id, 'planned contact', id FROM done;
  WITH done AS (
    UPDATE put_aways SET undone_at = at
     WHERE organization_id = here AND participant_id = who AND undone_at IS NULL AND until_on > local_day RETURNING id)
  INSERT INTO ended_by_closings SELECT here, NEW.id, 'put-away', id FROM done;
  WITH done AS (
    UPDATE assignments SET until_on = greatest(from_on, local_day), ended_by = NEW.closed_by, ended_at = at
     WHERE organization_id = here AND participant_id = who AND until_on IS NULL RETURNING id)
  INSERT INTO ended_by_closings SELECT here, NEW.id, 'assignment', id FROM done;
  RETURN NULL;
END $$;
CREATE TRIGGER close_with_closing AFTER INSERT ON closings FOR EACH ROW EXECUTE FUNCTION close_with_closing();

-- What became of a promise. One that is handed on stands with the next coach's promises off their caseload.
CREATE FUNCTION settle_with_closing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE
  closing closings;
  promise promises;
BEGIN
  SELECT * INTO STRICT closing FROM closings WHERE organization_id = NEW.organization_id AND id = NEW.closing_id
     AND closed_by = acting_account() AND participant_id = NEW.participant_id;
  SELECT * INTO STRICT promise FROM promises WHERE organization_id = NEW.organization_id AND id = NEW.promise_id
     AND participant_id = NEW.participant_id AND kept_at IS NULL AND released_at IS NULL FOR UPDATE;
  NEW.coach_before := promise.coach_id;
  NEW.was_off_caseload := promise.is_off_caseload;
  UPDATE promises m SET
         kept_at = CASE NEW.became WHEN 'kept' THEN closing.closed_at END,
         kept_on = CASE NEW.became WHEN 'kept' THEN greatest(closing.closed_on, (promise.made_at AT TIME ZONE o.time_zone)::date) END,
         kept_by = CASE WHEN NEW.became <> 'kept' THEN NULL
                        WHEN current_setting('role') = 'caseload_coach' THEN closing.closed_by ELSE promise.coach_id END,
         released_at = CASE NEW.became WHEN 'let go' THEN closing.closed_at END,
         released_by = CASE NEW.became WHEN 'let go' THEN closing.closed_by END,
         release_reason = CASE NEW.became WHEN 'let go' THEN NEW.reason END,
         coach_id = coalesce(NEW.to_id, m.coach_id),
         is_off_caseload = m.is_off_caseload OR NEW.to_id IS NOT NULL,
         version = m.version + 1
    FROM organizations o WHERE o.id = NEW.organization_id AND m.organization_id = NEW.organization_id AND m.id = NEW.promise_id;
  RETURN NEW;
END $$;
CREATE TRIGGER settle_with_closing BEFORE INSERT ON closed_promises FOR EACH ROW EXECUTE FUNCTION settle_with_closing();

-- It was closed too soon: what it ended comes back, unless something took its place since. The caller stores the standing.
CREATE FUNCTION put_back_what_was_closed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public SET lock_timeout = '500ms' AS $$
DECLARE here uuid := NEW.organization_id;
BEGIN
  IF EXISTS (SELECT 1 FROM deaths d WHERE d.organization_id = here AND d.participant_id = NEW.participant_id
                AND d.undone_at IS NULL) THEN
    RAISE EXCEPTION 'Nobody is asked for after a death.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'nobody_is_asked_for_after_a_death';
  END IF;
  UPDATE enrollments SET closed_on = NULL, closing_reason = NULL, version = version + 1
   WHERE organization_id = here AND id = NEW.enrollment_id AND closed_on IS NOT NULL;
  UPDATE risk_notes r SET resolved_by = NULL, resolved_at = NULL, resolved_on = NULL, resolved_words = NULL,
         version = r.version + 1
    FROM ended_by_closings f WHERE f.organization_id = here AND f.closing_id = NEW.id AND f.kind = 'risk note'
     AND r.organization_id = here AND r.id = f.row_id AND r.resolved_at = NEW.closed_at;
  UPDATE answering_clocks c SET stopped_at = NULL
    FROM ended_by_closings f WHERE f.organization_id = here AND f.closing_id = NEW.id AND f.kind = 'clock'
     AND c.organization_id = here AND c.risk_note_id = f.row_id AND c.step = f.part::integer;
  UPDATE risk_note_told t SET until_at = NULL
    FROM ended_by_closings f WHERE f.organization_id = here AND f.closing_id = NEW.id AND f.kind = 'told'
     AND t.organization_id = here AND t.risk_note_id = f.row_id AND t.account_id || ' ' || t.step = f.part;
  UPDATE planned_contacts n SET replaced_at = NULL, ended_as = NULL, ended_by = NULL, end_reason = '', version = n.version + 1
    FROM ended_by_closings f WHERE f.organization_id = here AND f.closing_id = NEW.id AND f.kind = 'planned contact'
     AND n.organization_id = here AND n.id = f.row_id AND n.replaced_at = NEW.closed_at
     AND NOT EXISTS (SELECT 1 FROM planned_contacts o WHERE o.organization_id = here AND o.participant_id = n.participant_id
                        AND o.replaced_at IS NULL);
  UPDATE put_aways a SET undone_at = NULL
    FROM ended_by_closings f WHERE f.organization_id = here AND f.closing_id = NEW.id AND f.kind = 'put-away'
     AND a.organization_id = here AND a.id = f.row_id;
  UPDATE assignments a SET until_on = NULL, ended_by = NULL, ended_at = NULL
    FROM ended_by_closings f WHERE f.organization_id = here AND f.closing_id = NEW.id AND f.kind = 'assignment'
     AND a.organization_id = here AND a.id = f.row_id
     AND NOT EXISTS (SELECT 1 FROM assignments o WHERE o.organization_id = here AND o.participant_id = a.participant_id
                        AND o.until_on IS NULL AND (o.kind = a.kind OR o.coach_id = a.coach_id));
  UPDATE promises m SET kept_at = NULL, kept_on = NULL, kept_by = NULL, released_at = NULL, released_by = NULL,
         release_reason = NULL, coach_id = c.coach_before, is_off_caseload = c.was_off_caseload, version = m.version + 1
    FROM closed_promises c WHERE c.organization_id = here AND c.closing_id = NEW.id
     AND m.organization_id = here AND m.id = c.promise_id AND m.coach_id = coalesce(c.to_id, c.coach_before)
     AND coalesce(m.kept_at, m.released_at, NEW.closed_at) = NEW.closed_at;
  RETURN NULL;
END $$;
CREATE TRIGGER put_back_what_was_closed AFTER UPDATE OF undone_at ON closings
  FOR EACH ROW WHEN (OLD.undone_at IS NULL AND NEW.undone_at IS NOT NULL) EXECUTE FUNCTION put_back_what_was_closed();

-- What another transaction had begun before it could know: a next contact is called off, a promise stands with what its
-- coach promised off their caseload. Whichever of the two commits second sees the first, by the stay they both hold.
CREATE FUNCTION rest_after_a_closing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE closing closings;
BEGIN
  IF acting_organization() IS NULL THEN RETURN NULL; END IF;
  PERFORM 1 FROM enrollments WHERE organization_id = NEW.organization_id AND participant_id = NEW.participant_id
     AND closed_on IS NULL FOR SHARE;
  IF FOUND THEN RETURN NULL; END IF;
  SELECT * INTO closing FROM closings WHERE organization_id = NEW.organization_id AND participant_id = NEW.participant_id
     AND undone_at IS NULL ORDER BY closed_at DESC LIMIT 1;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF TG_TABLE_NAME = 'promises' THEN
    UPDATE promises SET is_off_caseload = true WHERE organization_id = NEW.organization_id AND id = NEW.id;
  ELSE
    UPDATE planned_contacts SET replaced_at = closing.closed_at, ended_as = 'called off', ended_by = closing.closed_by,
           end_reason = 'Their stay was closed', version = version + 1
     WHERE organization_id = NEW.organization_id AND id = NEW.id AND replaced_at IS NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER rest_after_a_closing AFTER INSERT ON planned_contacts DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION rest_after_a_closing();
CREATE CONSTRAINT TRIGGER rest_after_a_closing AFTER INSERT ON promises DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION rest_after_a_closing();

-- The day on which the last stay was closed of the person whom one's own draft is about; null while they are enrolled.
CREATE FUNCTION closed_on_of_draft(p_draft_id uuid) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT CASE WHEN bool_and(e.closed_on IS NOT NULL) THEN max(e.closed_on) END
    FROM drafts d
    JOIN enrollments e ON e.organization_id = d.organization_id AND e.participant_id = d.participant_id
   WHERE d.organization_id = acting_organization() AND d.id = p_draft_id AND d.account_id = acting_account()
     AND d.saved_at >= coalesce((SELECT max(a.made_at) FROM assignments a WHERE a.organization_id = d.organization_id
           AND a.participant_id = d.participant_id AND a.coach_id = d.account_id), d.saved_at) $$;

-- A stay of this id that the acting account began: they may have given the person out of their own reach with it.
CREATE FUNCTION own_stay_begun(p_enrollment_id uuid)
RETURNS TABLE (participant_id uuid, program_id uuid, enrolled_on date, request_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.participant_id, e.program_id, e.enrolled_on, e.request_hash FROM enrollments e
   WHERE e.organization_id = acting_organization() AND e.id = p_enrollment_id AND e.made_by = acting_account() $$;

REVOKE EXECUTE ON FUNCTION close_with_closing(), settle_with_closing(), put_back_what_was_closed(), rest_after_a_closing(),
  hold_to_close(uuid), open_before_closing(uuid), own_stay_begun(uuid), closed_on_of_draft(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hold_to_close(uuid), open_before_closing(uuid) TO ${STAFF};
GRANT EXECUTE ON FUNCTION own_stay_begun(uuid) TO caseload_supervisor, caseload_administrator;
GRANT EXECUTE ON FUNCTION closed_on_of_draft(uuid) TO caseload_coach, caseload_supervisor;
`;

/** The name somebody goes by, for a coach who wrote about them off the caseload, or was handed a promise. */
const nameOffCaseload = (isWithPromises: boolean): string => `
CREATE OR REPLACE FUNCTION name_off_caseload(p_participant_id uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.preferred_name FROM participants p
   WHERE p.organization_id = acting_organization() AND p.id = p_participant_id
     AND (EXISTS (SELECT 1 FROM contacts c WHERE c.organization_id = p.organization_id AND c.participant_id = p.id
                     AND c.coach_id = acting_account() AND c.is_off_caseload)
       OR EXISTS (SELECT 1 FROM risk_notes r WHERE r.organization_id = p.organization_id AND r.participant_id = p.id
                     AND r.raised_by = acting_account() AND r.is_off_caseload)${isWithPromises ? HANDED : ''}
       OR EXISTS (SELECT 1 FROM drafts d WHERE d.organization_id = p.organization_id AND d.participant_id = p.id
                     AND d.account_id = acting_account())) $$;`;
const HANDED = `
       OR EXISTS (SELECT 1 FROM promises m WHERE m.organization_id = p.organization_id AND m.participant_id = p.id
                     AND m.coach_id = acting_account() AND m.is_off_caseload)`;
