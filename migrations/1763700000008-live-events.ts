import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What tells open pages that something about a participant changed: rows with a cursor, which NOTIFY only wakes
 * somebody to read. An event names the participant and whom it concerns; what changed, a page asks for as ever.
 *
 * A table whose change should show on open pages says so in one line:
 *   CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON t FOR EACH ROW EXECUTE FUNCTION announce_participant();
 * with the argument 'and the participant' where it shows on their own pages too.
 */
export class LiveEvents1763700000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE live_events (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id bigint NOT NULL,
  at timestamptz NOT NULL,
  participant_id uuid NOT NULL,
  account_ids uuid[] NOT NULL,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  CONSTRAINT an_event_concerns_somebody CHECK (cardinality(account_ids) > 0)
);
COMMENT ON COLUMN live_events.id IS
  'The cursor: 1, 2, 3 … in each organization, in the order of commit. The newest is always kept.';
COMMENT ON COLUMN live_events.at IS 'By the clock of the database, as it only says when the row may go.';

-- What a transaction has to announce when it commits, one row a participant. No row of it is ever seen by another.
CREATE TABLE announcements (
  organization_id uuid NOT NULL,
  transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
  participant_id uuid NOT NULL,
  account_ids uuid[] NOT NULL,
  is_for_staff boolean NOT NULL,
  is_for_participant boolean NOT NULL,
  PRIMARY KEY (organization_id, transaction_id, participant_id)
);

ALTER TABLE live_events ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE announcements ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON live_events TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY the_owner_keeps ON announcements TO caseload_owner USING (true) WITH CHECK (true);

CREATE FUNCTION announce_at_commit(p_organization_id uuid, p_participant_id uuid, p_account_ids uuid[],
  p_is_for_staff boolean, p_is_for_participant boolean)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  INSERT INTO announcements AS a (organization_id, participant_id, account_ids, is_for_staff, is_for_participant)
  VALUES (p_organization_id, p_participant_id, p_account_ids, p_is_for_staff, p_is_for_participant)
  ON CONFLICT (organization_id, transaction_id, participant_id) DO UPDATE
    SET account_ids = a.account_ids || excluded.account_ids,
        is_for_staff = a.is_for_staff OR excluded.is_for_staff,
        is_for_participant = a.is_for_participant OR excluded.is_for_participant $$;

-- Tells exactly these accounts that something about the participant changed, for what no trigger can tell.
CREATE FUNCTION announce(p_participant_id uuid, p_account_ids uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT announce_at_commit(acting_organization(), p_participant_id, p_account_ids, false, false) $$;
GRANT EXECUTE ON FUNCTION announce(uuid, uuid[])
  TO caseload_coach, caseload_supervisor, caseload_administrator, caseload_participant, caseload_jobs;

-- For a table with organization_id and participant_id. What is done past the door (the sample, a migration, an
-- import) announces nothing: it comes by the thousand, and no page is open on it.
CREATE FUNCTION announce_participant() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE changed record;
BEGIN
  IF acting_organization() IS NULL OR (TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD) THEN RETURN NULL; END IF;
  IF TG_OP = 'DELETE' THEN changed := OLD; ELSE changed := NEW; END IF;
  PERFORM announce_at_commit(changed.organization_id, changed.participant_id, '{}', true,
                             TG_NARGS > 0 AND TG_ARGV[0] = 'and the participant');
  RETURN NULL;
END $$;

-- Whoever has the participant after it is told as with any change; here are added those who had them before.
CREATE FUNCTION announce_assignment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE before uuid[];
BEGIN
  IF acting_organization() IS NULL OR (TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD) THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' THEN
    SELECT array_remove(ARRAY[c.id, CASE OLD.kind WHEN 'primary' THEN c.supervisor_id END], NULL) INTO before
      FROM coaches c WHERE c.organization_id = OLD.organization_id AND c.id = OLD.coach_id;
  ELSIF NEW.kind = 'primary' THEN
    -- They had no coach, so every supervisor had them. Not so when this same transaction added the participant, or
    -- took them from another coach: it then wrote their row, and xmin names it.
    SELECT array_agg(s.id) INTO before
      FROM participants p JOIN accounts s ON s.organization_id = p.organization_id AND s.role = 'supervisor'
     WHERE p.organization_id = NEW.organization_id AND p.id = NEW.participant_id
       AND p.primary_coach_id IS NULL AND p.xmin <> pg_current_xact_id()::xid;
  END IF;
  PERFORM announce_at_commit(NEW.organization_id, NEW.participant_id, coalesce(before, '{}'), true, true);
  RETURN NULL;
END $$;

-- Runs when everything else of the transaction is done, just before it commits.
--
-- The lock makes the order of ids the order of commits: who has read up to 7 will never find a 6 that came later.
-- It is held until the commit, so those who announce in one organization commit one after the other. It is the last
-- lock a transaction takes, after every row it holds, and there is one for an organization, so nobody who has it
-- waits for anybody: that is why nothing is announced at once, in the middle, where a standing may yet have to be held.
--
-- Whom it concerns is asked with the lock in hand: a reassignment that commits just before is seen, and one that comes
-- after makes the new coach's page ask anew in any case.
CREATE FUNCTION publish_announcement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE
  told announcements;
  concerned uuid[];
BEGIN
  DELETE FROM announcements a
   WHERE a.organization_id = NEW.organization_id AND a.transaction_id = NEW.transaction_id
     AND a.participant_id = NEW.participant_id
  RETURNING * INTO told;
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(told.organization_id::text, 4206990));
  concerned := ARRAY(
    SELECT unnest(told.account_ids)
    UNION SELECT a.coach_id FROM assignments a
     WHERE told.is_for_staff AND a.organization_id = told.organization_id
       AND a.participant_id = told.participant_id AND a.until_on IS NULL
    UNION SELECT c.supervisor_id FROM participants p
      JOIN coaches c ON c.organization_id = p.organization_id AND c.id = p.primary_coach_id
     WHERE told.is_for_staff AND p.organization_id = told.organization_id AND p.id = told.participant_id
       AND c.supervisor_id IS NOT NULL
    UNION SELECT s.id FROM participants p
      JOIN accounts s ON s.organization_id = p.organization_id AND s.role = 'supervisor'
     WHERE told.is_for_staff AND p.organization_id = told.organization_id AND p.id = told.participant_id
       AND p.primary_coach_id IS NULL
    UNION SELECT p.account_id FROM participants p
     WHERE told.is_for_participant AND p.organization_id = told.organization_id AND p.id = told.participant_id
       AND p.account_id IS NOT NULL);
  IF cardinality(concerned) = 0 THEN RETURN NULL; END IF;
  INSERT INTO live_events (organization_id, id, at, participant_id, account_ids)
  SELECT told.organization_id, coalesce(max(e.id), 0) + 1, clock_timestamp(), told.participant_id, concerned
    FROM live_events e WHERE e.organization_id = told.organization_id;
  -- Each new event takes a few old ones with it, the oldest first. A day is enough for coming back to.
  DELETE FROM live_events e
   USING (SELECT o.id, o.at FROM live_events o WHERE o.organization_id = told.organization_id ORDER BY o.id LIMIT 8) oldest
   WHERE e.organization_id = told.organization_id AND e.id = oldest.id
     AND oldest.at < clock_timestamp() - interval '1 day';
  PERFORM pg_notify('live_events', told.organization_id::text);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER publish_announcement AFTER INSERT ON announcements DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION publish_announcement();

CREATE TRIGGER announce AFTER INSERT OR UPDATE ON assignments
  FOR EACH ROW EXECUTE FUNCTION announce_assignment();
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON risk_notes
  FOR EACH ROW EXECUTE FUNCTION announce_participant();
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON ways_to_reach
  FOR EACH ROW EXECUTE FUNCTION announce_participant();
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON planned_contacts
  FOR EACH ROW EXECUTE FUNCTION announce_participant('and the participant');
`);
    await runner.query(`
-- Where an organization's events now end: a page that knows this before it asks for anything has missed nothing.
CREATE FUNCTION live_cursor() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT coalesce(max(e.id), 0) FROM live_events e WHERE e.organization_id = acting_organization() $$;
GRANT EXECUTE ON FUNCTION live_cursor()
  TO caseload_coach, caseload_supervisor, caseload_administrator, caseload_participant;

-- For the bare login, which tells open streams: what came after a cursor in each of these organizations, and the first
-- and the last that are kept, to know a cursor from before the one or after the other.
CREATE FUNCTION live_events_after(p_organization_ids uuid[], p_cursors bigint[], p_most integer)
RETURNS TABLE (organization_id uuid, first_id bigint, last_id bigint, events jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT asked.organization_id, kept.first_id, coalesce(kept.last_id, 0), coalesce(news.events, '[]')
    FROM unnest(p_organization_ids, p_cursors) asked (organization_id, cursor)
    CROSS JOIN LATERAL (
      SELECT min(e.id) AS first_id, max(e.id) AS last_id
        FROM live_events e WHERE e.organization_id = asked.organization_id) kept
    CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('id', n.id, 'participantId', n.participant_id, 'accountIds', n.account_ids)
                       ORDER BY n.id) AS events
        FROM (SELECT e.id, e.participant_id, e.account_ids FROM live_events e
               WHERE e.organization_id = asked.organization_id AND e.id > asked.cursor
               ORDER BY e.id LIMIT p_most) n) news $$;

-- Which of these sessions still hold, by the rules of open_session; asking is no activity.
CREATE FUNCTION sessions_still_open(p_token_hashes bytea[], p_now timestamptz) RETURNS SETOF bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT s.token_hash FROM sessions s
    JOIN accounts a ON a.organization_id = s.organization_id AND a.id = s.account_id
   WHERE s.token_hash = ANY (p_token_hashes) AND a.disabled_at IS NULL
     AND s.started_at > p_now - interval '12 hours'
     AND s.last_seen_at > p_now - CASE a.role WHEN 'participant' THEN interval '30 minutes' ELSE interval '15 minutes' END $$;
GRANT EXECUTE ON FUNCTION live_events_after(uuid[], bigint[], integer), sessions_still_open(bytea[], timestamptz)
  TO caseload_login;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER announce ON planned_contacts;
DROP TRIGGER announce ON ways_to_reach;
DROP TRIGGER announce ON risk_notes;
DROP TRIGGER announce ON assignments;
DROP TABLE announcements, live_events;
DROP FUNCTION live_events_after(uuid[], bigint[], integer), sessions_still_open(bytea[], timestamptz), live_cursor(),
  announce(uuid, uuid[]), announce_at_commit(uuid, uuid, uuid[], boolean, boolean), announce_participant(),
  announce_assignment(), publish_announcement();`);
  }
}
