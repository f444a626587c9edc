import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'organization_id = (SELECT acting_organization())';

/** Contacts a supervisor meets in the stream though they were logged before there was one, in days. */
const DAYS_BACK = 14;

/**
 * Feedback: what a supervisor says to a coach about a contact, and which contacts they have seen (decision 28).
 *
 * It belongs to the contact: it is reached as the contact is, and granted to neither participants nor administrators.
 * `contact_reviews` holds one row for each contact, kept by triggers, so that the stream of a team and the count of
 * what is asked of its supervisor are reads of an index, whatever lies behind them.
 */
export class Feedback1763700000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE review_settings (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  sample_percent integer NOT NULL DEFAULT 10
    CONSTRAINT a_share_is_a_percentage CHECK (sample_percent BETWEEN 0 AND 100),
  salt uuid NOT NULL DEFAULT gen_random_uuid(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id)
);
COMMENT ON COLUMN review_settings.salt IS
  'Hashed with a contact''s id, which the coach''s device makes: nobody can choose an id that is not asked for.';
INSERT INTO review_settings (organization_id) SELECT id FROM organizations;

CREATE TABLE contact_reviews (
  organization_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  coach_id uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  contact_version integer NOT NULL,
  asked_because text CHECK (asked_because IN ('training', 'held', 'risk note', 'drifting', 'sample', 'answered')),
  is_to_read boolean NOT NULL DEFAULT true,
  seen_at timestamptz,
  seen_by uuid,
  seen_version integer,
  PRIMARY KEY (organization_id, contact_id),
  FOREIGN KEY (organization_id, contact_id, participant_id) REFERENCES contacts (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, coach_id) REFERENCES coaches (organization_id, id),
  FOREIGN KEY (organization_id, seen_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT seeing_takes_who_and_what CHECK (num_nulls(seen_at, seen_by, seen_version) IN (0, 3))
);
COMMENT ON COLUMN contact_reviews.asked_because IS
  'Why the supervisor is asked to read it, decided when it was logged; null where they are not.';
COMMENT ON COLUMN contact_reviews.is_to_read IS
  'Not seen yet, or changed, voided or answered since: it stands in the stream.';
CREATE INDEX reviews_to_read ON contact_reviews (organization_id, coach_id, recorded_at DESC, contact_id DESC)
  WHERE is_to_read;
CREATE INDEX reviews_asked ON contact_reviews (organization_id, coach_id, recorded_at DESC, contact_id DESC)
  WHERE is_to_read AND asked_because IS NOT NULL;
CREATE INDEX reviews_seen ON contact_reviews (organization_id, coach_id, recorded_at DESC, contact_id DESC)
  WHERE NOT is_to_read;
INSERT INTO contact_reviews (organization_id, contact_id, participant_id, coach_id, recorded_at, contact_version,
  is_to_read)
SELECT c.organization_id, c.id, c.participant_id, c.coach_id, c.recorded_at, c.version,
       c.recorded_at > now() - interval '${DAYS_BACK} days'
  FROM contacts c;

CREATE TABLE feedback (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  contact_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  coach_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('thanks', 'comment', 'change')),
  words text NOT NULL CHECK (length(words) <= 1000),
  contact_version integer NOT NULL,
  given_by uuid NOT NULL,
  given_at timestamptz NOT NULL,
  request_hash bytea NOT NULL,
  read_at timestamptz,
  answered_at timestamptz,
  answered_as text CHECK (answered_as IN ('changed', 'added', 'voided', 'declined')),
  answer_words text NOT NULL DEFAULT '' CHECK (length(answer_words) <= 1000),
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, contact_id) REFERENCES contact_reviews (organization_id, contact_id),
  FOREIGN KEY (organization_id, contact_id, participant_id) REFERENCES contacts (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, coach_id) REFERENCES coaches (organization_id, id),
  FOREIGN KEY (organization_id, given_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT only_thanks_need_no_words CHECK (kind = 'thanks' OR btrim(words) <> ''),
  CONSTRAINT nobody_gives_feedback_to_themself CHECK (given_by <> coach_id),
  CONSTRAINT only_a_change_is_answered CHECK (kind = 'change' OR answered_at IS NULL),
  CONSTRAINT answering_takes_how CHECK ((answered_at IS NULL) = (answered_as IS NULL)),
  CONSTRAINT declining_takes_words CHECK ((answered_as IS NOT DISTINCT FROM 'declined') = (btrim(answer_words) <> ''))
);
CREATE UNIQUE INDEX one_asked_change_at_a_time ON feedback (organization_id, contact_id)
  WHERE kind = 'change' AND answered_at IS NULL;
CREATE UNIQUE INDEX thanked_once ON feedback (organization_id, contact_id, given_by) WHERE kind = 'thanks';
CREATE INDEX feedback_of_contact ON feedback (organization_id, contact_id, given_at);
CREATE INDEX feedback_of_coach ON feedback (organization_id, coach_id, given_at DESC, id DESC);
CREATE INDEX feedback_unread ON feedback (organization_id, coach_id) WHERE read_at IS NULL;
CREATE INDEX feedback_of_participant ON feedback (organization_id, participant_id, given_at DESC);

CREATE TABLE stream_looks (
  organization_id uuid NOT NULL,
  account_id uuid NOT NULL,
  looked_at timestamptz NOT NULL,
  before_at timestamptz,
  PRIMARY KEY (organization_id, account_id),
  FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id)
);
COMMENT ON TABLE stream_looks IS 'When a supervisor last looked at their stream, and when they had before that.';
`);
    for (const table of ['review_settings', 'contact_reviews', 'feedback', 'stream_looks'])
      await runner.query(`
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON ${table} TO caseload_owner USING (true) WITH CHECK (true);`);
    await runner.query(`
-- The coaches of the acting supervisor, and of those they cover for; never they themselves.
CREATE FUNCTION coaches_of_acting_supervisor() RETURNS uuid[] LANGUAGE sql STABLE
AS $$ SELECT ARRAY(SELECT c.id FROM coaches c WHERE c.organization_id = acting_organization()
                      AND c.supervisor_id = ANY (acting_for()) AND c.id <> acting_account()) $$;
GRANT EXECUTE ON FUNCTION coaches_of_acting_supervisor() TO caseload_supervisor;

CREATE POLICY administrators_keep ON review_settings TO caseload_administrator USING (${HERE}) WITH CHECK (${HERE});
CREATE POLICY supervisors_read ON review_settings FOR SELECT TO caseload_supervisor USING (${HERE});
GRANT SELECT (organization_id, sample_percent, version), UPDATE (sample_percent, version) ON review_settings
  TO caseload_administrator;
GRANT SELECT (organization_id, sample_percent) ON review_settings TO caseload_supervisor;

-- As the contact itself is reached, asked without reading it: a count looks at thousands.
CREATE POLICY supervisors_their_team ON contact_reviews TO caseload_supervisor
  USING (${HERE} AND (coach_id = ANY ((SELECT coaches_of_acting_supervisor())::uuid[])
    OR (SELECT true FROM participants p WHERE p.organization_id = contact_reviews.organization_id
                  AND p.id = contact_reviews.participant_id)));
CREATE POLICY locked_records_stay_locked ON contact_reviews AS RESTRICTIVE TO caseload_supervisor
  USING (participant_id <> ALL ((SELECT records_locked_to_me())::uuid[]));
GRANT SELECT, UPDATE (is_to_read, seen_at, seen_by, seen_version) ON contact_reviews TO caseload_supervisor;

CREATE POLICY supervisors_of_reachable ON feedback TO caseload_supervisor
  USING (${HERE} AND (SELECT true FROM contacts c WHERE c.organization_id = feedback.organization_id
                         AND c.id = feedback.contact_id));
CREATE POLICY in_ones_own_name ON feedback AS RESTRICTIVE FOR INSERT TO caseload_supervisor
  WITH CHECK (given_by = (SELECT acting_account()));
CREATE POLICY one_takes_back_ones_own ON feedback AS RESTRICTIVE FOR DELETE TO caseload_supervisor
  USING (given_by = (SELECT acting_account()));
CREATE POLICY coaches_about_their_own ON feedback TO caseload_coach
  USING (${HERE} AND coach_id = (SELECT acting_account())
    AND (SELECT true FROM contacts c WHERE c.organization_id = feedback.organization_id
            AND c.id = feedback.contact_id));
GRANT SELECT, INSERT, DELETE ON feedback TO caseload_supervisor;
GRANT SELECT, UPDATE (read_at, answered_at, answered_as, answer_words) ON feedback TO caseload_coach;
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON feedback
  FOR EACH ROW EXECUTE FUNCTION announce_participant();

CREATE POLICY of_oneself ON stream_looks TO caseload_supervisor
  USING (${HERE} AND account_id = (SELECT acting_account()))
  WITH CHECK (${HERE} AND account_id = (SELECT acting_account()));
GRANT SELECT, INSERT, UPDATE ON stream_looks TO caseload_supervisor;
`);
    await runner.query(`
CREATE FUNCTION keep_review_settings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO review_settings (organization_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER keep_review_settings AFTER INSERT ON organizations
  FOR EACH ROW EXECUTE FUNCTION keep_review_settings();

-- Which contacts are asked of the supervisor. Before the standing is worked out anew: how it stood when it was logged.
CREATE FUNCTION keep_contact_review() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    UPDATE contact_reviews r SET contact_version = NEW.version, is_to_read = true
     WHERE r.organization_id = NEW.organization_id AND r.contact_id = NEW.id;
    RETURN NULL;
  END IF;
  INSERT INTO contact_reviews (organization_id, contact_id, participant_id, coach_id, recorded_at, contact_version,
    asked_because)
  SELECT NEW.organization_id, NEW.id, NEW.participant_id, NEW.coach_id, NEW.recorded_at, NEW.version,
         CASE WHEN NEW.is_held THEN 'held'
              WHEN NEW.training_supervisor_id IS NOT NULL THEN 'training'
              WHEN EXISTS (
                SELECT 1 FROM standings t WHERE t.organization_id = NEW.organization_id
                   AND t.participant_id = NEW.participant_id
                   AND t.standings[width_bucket((NEW.recorded_at AT TIME ZONE o.time_zone)::date, t.changes_on)]
                       IN ('overdue', 'out of touch')) THEN 'drifting'
              WHEN ('x' || substr(md5(s.salt::text || NEW.id::text), 1, 7))::bit(28)::integer % 100 < s.sample_percent
                THEN 'sample' END
    FROM organizations o JOIN review_settings s ON s.organization_id = o.id
   WHERE o.id = NEW.organization_id;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_contact_review AFTER INSERT ON contacts FOR EACH ROW EXECUTE FUNCTION keep_contact_review();
CREATE TRIGGER follow_contact_review AFTER UPDATE OF version ON contacts
  FOR EACH ROW EXECUTE FUNCTION keep_contact_review();

CREATE FUNCTION ask_to_review_risk() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE contact_reviews r SET asked_because = 'risk note'
   WHERE r.organization_id = NEW.organization_id AND r.contact_id = NEW.contact_id;
  RETURN NULL;
END $$;
CREATE TRIGGER ask_to_review_risk AFTER INSERT ON risk_notes FOR EACH ROW WHEN (NEW.contact_id IS NOT NULL)
  EXECUTE FUNCTION ask_to_review_risk();

-- An asked change is answered by what the coach does: amends, adds, voids. It then stands in the stream again.
CREATE FUNCTION answer_asked_change(p_organization_id uuid, p_contact_id uuid, p_as text, p_at timestamptz)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE feedback f SET answered_at = p_at, answered_as = p_as, read_at = coalesce(f.read_at, p_at)
   WHERE f.organization_id = p_organization_id AND f.contact_id = p_contact_id AND f.kind = 'change'
     AND f.answered_at IS NULL $$;
CREATE FUNCTION follow_answer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE contact_reviews r SET is_to_read = true, asked_because = coalesce(r.asked_because, 'answered')
   WHERE r.organization_id = NEW.organization_id AND r.contact_id = NEW.contact_id;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_answer AFTER UPDATE OF answered_at ON feedback FOR EACH ROW
  WHEN (OLD.answered_at IS NULL AND NEW.answered_at IS NOT NULL) EXECUTE FUNCTION follow_answer();

CREATE FUNCTION answer_by_amending() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM answer_asked_change(NEW.organization_id, NEW.contact_id, 'changed', NEW.replaced_at);
  RETURN NULL;
END $$;
CREATE TRIGGER answer_by_amending AFTER INSERT ON contact_versions
  FOR EACH ROW EXECUTE FUNCTION answer_by_amending();

CREATE FUNCTION answer_by_adding() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM contacts c WHERE c.organization_id = NEW.organization_id AND c.id = NEW.contact_id
                AND c.coach_id = NEW.author_id) THEN
    PERFORM answer_asked_change(NEW.organization_id, NEW.contact_id, 'added', NEW.added_at);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER answer_by_adding AFTER INSERT ON contact_addenda FOR EACH ROW EXECUTE FUNCTION answer_by_adding();

CREATE FUNCTION answer_by_voiding() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM answer_asked_change(NEW.organization_id, NEW.id, 'voided', NEW.voided_at);
  RETURN NULL;
END $$;
CREATE TRIGGER answer_by_voiding AFTER UPDATE OF voided_at ON contacts FOR EACH ROW
  WHEN (OLD.voided_at IS NULL AND NEW.voided_at IS NOT NULL) EXECUTE FUNCTION answer_by_voiding();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER answer_by_voiding ON contacts;
DROP TRIGGER answer_by_adding ON contact_addenda;
DROP TRIGGER answer_by_amending ON contact_versions;
DROP TRIGGER ask_to_review_risk ON risk_notes;
DROP TRIGGER follow_contact_review ON contacts;
DROP TRIGGER keep_contact_review ON contacts;
DROP TRIGGER keep_review_settings ON organizations;
DROP TABLE stream_looks, feedback, contact_reviews, review_settings;
DROP FUNCTION answer_by_voiding(), answer_by_adding(), answer_by_amending(), follow_answer(),
  answer_asked_change(uuid, uuid, text, timestamptz), ask_to_review_risk(), keep_contact_review(),
  keep_review_settings(), coaches_of_acting_supervisor();`);
  }
}
