import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'organization_id = (SELECT acting_organization())';

/** How the reach of a coach and of a supervisor was written in the policies, and how it is from here on. */
const IN_POLICIES = ['a.coach_id', 'c.supervisor_id'].map((who) => [
  `(${who} = ( SELECT acting_account() AS acting_account))`,
  `(${who} = ANY (( SELECT acting_for() AS acting_for)::uuid[]))`,
]);

/** A coach's participant, or one of somebody they cover for; a colleague's locked record does not follow a cover. */
const ON_CASELOAD = `(a.coach_id = acting_account() OR a.coach_id = ANY (acting_for())
        AND NOT is_locked_record(a.organization_id, a.participant_id))`;

/** The same in the functions that look past the policies. */
const IN_FUNCTIONS = [
  ['is_of_the_team', 'c.supervisor_id = acting_account()', 'c.supervisor_id = ANY (acting_for())'],
  ['mark_off_caseload', 'a.coach_id = acting_account()', ON_CASELOAD],
  ['names_in_program', 'a.coach_id = acting_account()', ON_CASELOAD],
  // what was begun while one covered is finished within a week, as with an assignment that ended
  [
    'logging_right',
    'a.coach_id = acting_account() AND a.until_on >= p_today - 7)',
    `(${ON_CASELOAD} AND a.until_on >= p_today - 7
             OR has_covered_of_late(a.coach_id, p_today) AND NOT is_locked_record(a.organization_id, a.participant_id)
                AND (a.until_on IS NULL OR a.until_on >= p_today - 7)))`,
  ],
  [
    'logging_right',
    'a.coach_id = acting_account() AND a.until_on IS NULL',
    `${ON_CASELOAD} AND a.until_on IS NULL`,
  ],
  ['may_invite', 's.coach_id = me.id', 's.coach_id = ANY (acting_for())'],
  ['may_invite', 'c.supervisor_id = me.id', 'c.supervisor_id = ANY (acting_for())'],
  // whoever was told as cover reaches the note by covering, and no longer than that
  [
    'participants_told_of',
    't.account_id = acting_account()',
    `t.account_id = ANY (acting_for()) AND t.told_as <> 'covers'`,
  ],
  ['announce_to_told', `t.told_as <> 'administrator'`, `t.told_as NOT IN ('administrator', 'covers')`],
  [
    'publish_announcement',
    '  IF cardinality(concerned) = 0 THEN RETURN NULL; END IF;',
    `  concerned := concerned || covering_of_concerned(told.organization_id, told.participant_id, concerned);
  IF cardinality(concerned) = 0 THEN RETURN NULL; END IF;`,
  ],
  [
    'queue_message',
    `  PERFORM pg_notify('alongside_jobs', 'messages');`,
    `  PERFORM queue_message(who, p_kind, p_subject_id, p_step, p_now) FROM unnest(covering_of_message(p_account_id, p_kind)) who;
  PERFORM pg_notify('alongside_jobs', 'messages');`,
  ],
  // whose Today really shows it: whoever stands for a coach who is away, in their place
  [
    'coaches_who_see',
    `JOIN accounts c ON c.organization_id = a.organization_id AND c.id = a.coach_id`,
    `JOIN accounts c ON c.organization_id = a.organization_id AND c.id = CASE
        WHEN is_locked_record(a.organization_id, a.participant_id) THEN a.coach_id
        ELSE answering_for(a.organization_id, a.coach_id, 'coach') END`,
  ],
  [
    'coaches_who_see',
    `ORDER BY a.kind <> 'primary', lower(c.name), c.id`,
    `GROUP BY c.id, c.name ORDER BY bool_and(a.kind <> 'primary'), lower(c.name), c.id`,
  ],
];

/**
 * Who covers for somebody away, from a day to a day: reach, queues, clocks, messages and live events follow, and come
 * back by themselves at the organization's midnight (decision 24). The door sets for each transaction the day and whom
 * the caller stands for on it; `acting_for()` is asked wherever reach was asked by `acting_account()` before.
 */
export class Covers1763700000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE covers (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('coach', 'supervisor')),
  away_id uuid NOT NULL,
  covering_id uuid NOT NULL,
  from_on date NOT NULL,
  through_on date NOT NULL,
  ended_on date,
  until_on date NOT NULL GENERATED ALWAYS AS (coalesce(ended_on, through_on + 1)) STORED,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  ended_by uuid,
  ended_at timestamptz,
  told_at timestamptz,
  given_back_at timestamptz,
  request_hash bytea NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, away_id) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, covering_id) REFERENCES accounts (organization_id, id),
  CONSTRAINT nobody_covers_for_themself CHECK (covering_id <> away_id),
  CONSTRAINT cover_ends_after_it_begins CHECK (through_on >= from_on),
  CONSTRAINT cover_is_ended_within_its_days CHECK (ended_on BETWEEN from_on AND through_on),
  CONSTRAINT ending_a_cover_names_who CHECK ((ended_on IS NULL) = (ended_by IS NULL) AND (ended_on IS NULL) = (ended_at IS NULL)),
  -- [from, until): ended and begun anew on one day leaves no overlap
  CONSTRAINT one_cover_of_a_person_at_a_time EXCLUDE USING gist (
    organization_id WITH =, away_id WITH =, role WITH =, daterange(from_on, until_on) WITH &&)
);
COMMENT ON COLUMN covers.role IS 'What they are away as: somebody who is coach and supervisor may be covered by two.';
COMMENT ON COLUMN covers.ended_on IS 'The first day on which it held no longer, when it was ended before its last day.';
COMMENT ON COLUMN covers.told_at IS 'When the covering one was told that it began, once; given_back_at when both were that it was over.';
CREATE INDEX covers_by_who_covers ON covers (organization_id, covering_id, until_on);
CREATE INDEX covers_by_who_is_away ON covers (organization_id, away_id, until_on);
CREATE INDEX covers_to_tell_of ON covers (until_on) WHERE given_back_at IS NULL;

-- Whether, on any day of it, following who covers for whom leads back to who is away.
CREATE FUNCTION closes_a_circle(p_organization_id uuid, p_id uuid, p_away_id uuid, p_covering_id uuid, p_role text,
  p_from_on date, p_until_on date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  WITH RECURSIVE chain (who, from_on, until_on) AS (
    SELECT p_covering_id, p_from_on, p_until_on
    UNION
    SELECT c.covering_id, greatest(c.from_on, chain.from_on), least(c.until_on, chain.until_on)
      FROM chain JOIN covers c ON c.organization_id = p_organization_id AND c.away_id = chain.who
       AND c.role = p_role AND c.id IS DISTINCT FROM p_id AND c.from_on < chain.until_on AND c.until_on > chain.from_on
       AND c.from_on < c.until_on
     WHERE chain.who <> p_away_id AND chain.from_on < chain.until_on)
  SELECT EXISTS (SELECT 1 FROM chain WHERE who = p_away_id) $$;

-- Two that would close a circle only together are looked at one after the other: each sees what was committed before.
CREATE FUNCTION refuse_cover_in_a_circle() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.organization_id::text, 4206993));
  IF NEW.covering_id <> NEW.away_id AND closes_a_circle(NEW.organization_id, NEW.id, NEW.away_id, NEW.covering_id, NEW.role,
                                                        NEW.from_on, coalesce(NEW.ended_on, NEW.through_on + 1))
  THEN RAISE check_violation USING CONSTRAINT = 'nobody_covers_in_a_circle', TABLE = 'covers',
       MESSAGE = 'who covers would be covered by whom they cover for';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_cover_in_a_circle BEFORE INSERT OR UPDATE OF away_id, covering_id, role, from_on, through_on, ended_on
  ON covers FOR EACH ROW EXECUTE FUNCTION refuse_cover_in_a_circle();

ALTER TABLE covers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON covers TO caseload_owner USING (true) WITH CHECK (true);

-- The calendar day by the door's clock. Where nobody acts (an account being opened), by the database's.
CREATE FUNCTION day_in(p_organization_id uuid) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT coalesce(nullif(current_setting('app.today', true), '')::date, (
        SELECT (clock_timestamp() AT TIME ZONE o.time_zone)::date FROM organizations o WHERE o.id = p_organization_id)) $$;
CREATE FUNCTION acting_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, clock_timestamp()) $$;
CREATE FUNCTION organization_day(p_organization_id uuid, p_now timestamptz) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT (p_now AT TIME ZONE o.time_zone)::date FROM organizations o WHERE o.id = p_organization_id $$;

-- Of somebody who is a colleague too.
CREATE FUNCTION is_locked_record(p_organization_id uuid, p_participant_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT coalesce((SELECT p.is_locked FROM participants p
                        WHERE p.organization_id = p_organization_id AND p.id = p_participant_id), false) $$;
CREATE FUNCTION locked_records() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT ARRAY(SELECT p.id FROM participants p WHERE p.organization_id = acting_organization() AND p.is_locked) $$;

-- Who can act in a role at all, whether they can sign in or not.
CREATE FUNCTION holds_role(p_account_id uuid, p_role text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT EXISTS (SELECT 1 FROM account_roles r
        WHERE r.organization_id = acting_organization() AND r.account_id = p_account_id AND r.role = p_role) $$;

-- Covers that hold on a day. One by somebody who can't act in the role (any more) is as if there were none.
CREATE FUNCTION may_cover_as(p_organization_id uuid, p_account_id uuid, p_role text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT EXISTS (SELECT 1 FROM accounts a
        JOIN account_roles r ON r.organization_id = a.organization_id AND r.account_id = a.id AND r.role = p_role
       WHERE a.organization_id = p_organization_id AND a.id = p_account_id
         AND a.disabled_at IS NULL AND a.activated_at IS NOT NULL) $$;
CREATE FUNCTION covers_on(p_organization_id uuid, p_role text, p_day date) RETURNS TABLE (away_id uuid, covering_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT c.away_id, c.covering_id FROM covers c
       WHERE c.organization_id = p_organization_id AND c.role = p_role AND c.from_on <= p_day AND c.until_on > p_day
         AND may_cover_as(c.organization_id, c.covering_id, p_role) $$;

-- Whom an account stands for on a day: themself, whom they cover, and whom those would have covered.
CREATE FUNCTION stands_for(p_organization_id uuid, p_account_id uuid, p_role text, p_day date) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM covers c WHERE c.organization_id = p_organization_id AND c.covering_id = p_account_id
                    AND c.until_on > p_day) THEN RETURN ARRAY[p_account_id]; END IF;
  RETURN ARRAY(
    WITH RECURSIVE held AS MATERIALIZED (SELECT * FROM covers_on(p_organization_id, p_role, p_day)),
    people (id) AS (
      SELECT p_account_id UNION SELECT held.away_id FROM people JOIN held ON held.covering_id = people.id)
    SELECT id FROM people);
END $$;

-- Who stands for an account on a day, the nearest first; the last of them is who answers. Empty when nobody does.
CREATE FUNCTION covering_of(p_organization_id uuid, p_account_id uuid, p_role text, p_day date) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM covers c WHERE c.organization_id = p_organization_id AND c.away_id = p_account_id
                    AND c.until_on > p_day) THEN RETURN '{}'; END IF;
  RETURN ARRAY(
    WITH RECURSIVE held AS MATERIALIZED (SELECT * FROM covers_on(p_organization_id, p_role, p_day)),
    chain (id, place) AS (
      SELECT covering_id, 1 FROM held WHERE away_id = p_account_id
      UNION SELECT held.covering_id, chain.place + 1 FROM chain JOIN held ON held.away_id = chain.id WHERE chain.place < 50)
    SELECT id FROM chain ORDER BY place);
END $$;

-- Of everybody the caller stands for in this transaction, set by the door; elsewhere of the caller alone.
CREATE FUNCTION acting_for() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT coalesce(nullif(current_setting('app.acting_for', true), '')::uuid[], ARRAY[acting_account()]) $$;

CREATE FUNCTION answering_for(p_organization_id uuid, p_account_id uuid, p_role text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT coalesce((covering_of(p_organization_id, p_account_id, p_role, day_in(p_organization_id)))[
               cardinality(covering_of(p_organization_id, p_account_id, p_role, day_in(p_organization_id)))],
             p_account_id) $$;

CREATE FUNCTION has_covered_of_late(p_coach_id uuid, p_today date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT EXISTS (SELECT 1 FROM covers c WHERE c.organization_id = acting_organization() AND c.away_id = p_coach_id
         AND c.covering_id = acting_account() AND c.role = 'coach' AND c.from_on <= day_in(c.organization_id)
         AND c.until_on >= p_today - 7 AND c.from_on < c.until_on) $$;

-- Open pages of whoever stands for those a change concerns.
CREATE FUNCTION covering_of_concerned(p_organization_id uuid, p_participant_id uuid, p_account_ids uuid[]) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE
  today date := day_in(p_organization_id);
  coach_ids uuid[];
  assigned uuid[];
BEGIN
  IF NOT EXISTS (SELECT 1 FROM covers c WHERE c.organization_id = p_organization_id AND c.away_id = ANY (p_account_ids)
                    AND c.until_on > today) THEN RETURN '{}'; END IF;
  coach_ids := ARRAY(SELECT c.id FROM coaches c WHERE c.organization_id = p_organization_id AND c.id = ANY (p_account_ids)
                        AND NOT is_locked_record(p_organization_id, p_participant_id));
  assigned := ARRAY(SELECT a.coach_id FROM assignments a WHERE a.organization_id = p_organization_id
                       AND a.participant_id = p_participant_id AND a.until_on IS NULL);
  RETURN ARRAY(
    SELECT DISTINCT who FROM (
      SELECT unnest(covering_of(p_organization_id, id, 'coach', today)) AS who FROM unnest(coach_ids) id
      UNION ALL
      SELECT unnest(covering_of(p_organization_id, id, 'supervisor', today)) FROM unnest(p_account_ids) id
       WHERE id <> ALL (assigned)) covering
     WHERE who <> ALL (p_account_ids));
END $$;

-- What waits for a supervisor waits for whoever covers for them; what is for them alone does not.
CREATE FUNCTION covering_of_message(p_account_id uuid, p_kind text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT CASE WHEN p_kind IN ('risk-note', 'call')
        THEN covering_of(acting_organization(), p_account_id, 'supervisor', day_in(acting_organization())) ELSE '{}' END $$;

-- Who covers today for the supervisor of somebody's primary coach; who answers first.
CREATE FUNCTION covering_supervisors(p_participant_id uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT ARRAY(
        SELECT covering.id FROM participants p
          JOIN coaches c ON c.organization_id = p.organization_id AND c.id = p.primary_coach_id,
          unnest(covering_of(p.organization_id, c.supervisor_id, 'supervisor', day_in(p.organization_id)))
            WITH ORDINALITY covering (id, place)
         WHERE p.organization_id = acting_organization() AND p.id = p_participant_id ORDER BY covering.place DESC) $$;

-- For the acting participant's own pages: that their coach is away, through which day, and who is there meanwhile.
CREATE FUNCTION own_coach_meanwhile() RETURNS TABLE (covering_name text, through_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT a.name, c.until_on - 1 FROM participants p
        JOIN covers c ON c.organization_id = p.organization_id AND c.away_id = p.primary_coach_id AND c.role = 'coach'
         AND c.from_on <= day_in(c.organization_id) AND c.until_on > day_in(c.organization_id)
         AND may_cover_as(c.organization_id, c.covering_id, 'coach')
        JOIN accounts a ON a.organization_id = p.organization_id
         AND a.id = answering_for(p.organization_id, p.primary_coach_id, 'coach')
       WHERE p.organization_id = acting_organization() AND p.account_id = acting_account() $$;

-- Whom a supervisor or an administrator may write a cover for, and everybody for themself.
CREATE POLICY staff_read ON covers FOR SELECT TO caseload_coach, caseload_supervisor, caseload_administrator USING (${HERE});
CREATE POLICY coaches_for_themself ON covers TO caseload_coach
  USING (${HERE} AND away_id = (SELECT acting_account()) AND role = 'coach');
CREATE POLICY supervisors_for_themself_and_their_team ON covers TO caseload_supervisor
  USING (${HERE} AND CASE role WHEN 'supervisor' THEN away_id = (SELECT acting_account()) ELSE away_id IN (
    SELECT c.id FROM coaches c WHERE c.organization_id = (SELECT acting_organization())
       AND c.supervisor_id = ANY ((SELECT acting_for())::uuid[])) END);
CREATE POLICY administrators_keep ON covers TO caseload_administrator USING (${HERE}) WITH CHECK (${HERE});
GRANT SELECT, INSERT, UPDATE (ended_on, ended_by, ended_at, given_back_at, version)
  ON covers TO caseload_coach, caseload_supervisor, caseload_administrator;

ALTER TABLE risk_note_told DROP CONSTRAINT risk_note_told_told_as_check;
ALTER TABLE risk_note_told ADD CONSTRAINT risk_note_told_told_as_check
  CHECK (told_as IN ('own supervisor', 'covers', 'on call', 'every supervisor', 'administrator', 'named'));
-- Who covered and does no more is told again as one of the supervisors.
DROP INDEX each_is_told_once;
CREATE UNIQUE INDEX each_is_told_once ON risk_note_told (organization_id, risk_note_id, account_id)
  WHERE step < 4 AND told_as <> 'covers';
`);
    await runner.query(TELLING);
    await rewritePolicies(runner, IN_POLICIES);
    await runner.query(`
ALTER POLICY coaches_their_own ON assignments
  USING (${HERE} AND coach_id = ANY ((SELECT acting_for())::uuid[]))`);
    await rewriteFunctions(runner, IN_FUNCTIONS);
    await runner.query(`
CREATE POLICY a_cover_opens_no_locked_record ON assignments AS RESTRICTIVE FOR SELECT TO caseload_coach
  USING (coach_id = (SELECT acting_account()) OR participant_id <> ALL ((SELECT locked_records())::uuid[]));
GRANT EXECUTE ON FUNCTION locked_records() TO caseload_coach;
GRANT EXECUTE ON FUNCTION acting_for() TO caseload_coach, caseload_supervisor, caseload_administrator,
  caseload_participant, caseload_keeper, caseload_jobs, caseload_login;
GRANT EXECUTE ON FUNCTION stands_for(uuid, uuid, text, date), organization_day(uuid, timestamptz),
  organizations_with_covers_to_tell(timestamptz) TO caseload_login;
GRANT EXECUTE ON FUNCTION covering_of(uuid, uuid, text, date)
  TO caseload_coach, caseload_supervisor, caseload_administrator;
GRANT EXECUTE ON FUNCTION covering_supervisors(uuid) TO caseload_coach, caseload_supervisor, caseload_jobs, caseload_keeper;
GRANT EXECUTE ON FUNCTION own_coach_meanwhile() TO caseload_participant;
GRANT EXECUTE ON FUNCTION cover_begins(uuid, timestamptz), cover_is_over(uuid, timestamptz), announce_cover(uuid),
  may_log_through(uuid, date, date), caseload_count_of(uuid), holds_role(uuid, text),
  closes_a_circle(uuid, uuid, uuid, uuid, text, date, date)
  TO caseload_coach, caseload_supervisor, caseload_administrator;
GRANT EXECUTE ON FUNCTION settle_next_cover(timestamptz) TO caseload_jobs;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const back = (pairs: string[][]): string[][] => pairs.map(([one, other]) => [other!, one!]);
    await rewriteFunctions(runner, IN_FUNCTIONS.map(([name, one, other]) => [name!, other!, one!]).reverse());
    await runner.query(`
ALTER POLICY coaches_their_own ON assignments USING (${HERE} AND coach_id = (SELECT acting_account()));
DROP POLICY a_cover_opens_no_locked_record ON assignments;
DROP TRIGGER tell_of_lost_cover ON account_roles;
DROP TRIGGER tell_of_lost_cover ON accounts;
DROP TABLE covers CASCADE;`);
    await rewritePolicies(runner, back(IN_POLICIES));
    await runner.query(`
DROP INDEX each_is_told_once;
DELETE FROM risk_note_told WHERE told_as = 'covers';
CREATE UNIQUE INDEX each_is_told_once ON risk_note_told (organization_id, risk_note_id, account_id) WHERE step < 4;
ALTER TABLE risk_note_told DROP CONSTRAINT risk_note_told_told_as_check;
ALTER TABLE risk_note_told ADD CONSTRAINT risk_note_told_told_as_check
  CHECK (told_as IN ('own supervisor', 'on call', 'every supervisor', 'administrator', 'named'));
DROP FUNCTION tell_of_lost_cover(), tell_of_lost_covers(uuid, uuid, text), settle_next_cover(timestamptz), organizations_with_covers_to_tell(timestamptz),
  cover_is_over(uuid, timestamptz), cover_begins(uuid, timestamptz), announce_cover(uuid),
  may_log_through(uuid, date, date), caseload_count_of(uuid), own_coach_meanwhile(), covering_supervisors(uuid), covering_of_message(uuid, text),
  covering_of_concerned(uuid, uuid, uuid[]), has_covered_of_late(uuid, date), answering_for(uuid, uuid, text),
  acting_for(), covering_of(uuid, uuid, text, date), stands_for(uuid, uuid, text, date), covers_on(uuid, text, date),
  may_cover_as(uuid, uuid, text), organization_day(uuid, timestamptz), day_in(uuid), acting_now(), locked_records(),
  is_locked_record(uuid, uuid), holds_role(uuid, text),
  refuse_cover_in_a_circle(), closes_a_circle(uuid, uuid, uuid, uuid, text, date, date);`);
  }
}

/** What follows when a cover begins, is over, or is lost because the account of who covers was closed. */
const TELLING = `
-- Every page that may show it otherwise is told to ask anew. Of a team those whose notes wait, and a few besides: a
-- page that lists people asks for all of them whoever it was about.
CREATE FUNCTION announce_cover(p_cover_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE
  cover covers;
  concerned uuid[];
BEGIN
  SELECT * INTO cover FROM covers WHERE organization_id = acting_organization() AND id = p_cover_id;
  concerned := ARRAY[cover.away_id, cover.covering_id]
    || covering_of(cover.organization_id, cover.covering_id, cover.role, day_in(cover.organization_id));
  IF cover.role = 'coach' THEN
    PERFORM announce_at_commit(a.organization_id, a.participant_id, concerned, false, true) FROM assignments a
      WHERE a.organization_id = cover.organization_id AND a.coach_id = cover.away_id AND a.until_on IS NULL;
  ELSE
    PERFORM announce_at_commit(cover.organization_id, one.id, concerned, false, false) FROM (
      SELECT p.id FROM coaches c
        JOIN participants p ON p.organization_id = c.organization_id AND p.primary_coach_id = c.id
        LEFT JOIN risk_notes r ON r.organization_id = p.organization_id AND r.participant_id = p.id AND r.resolved_at IS NULL
       WHERE c.organization_id = cover.organization_id AND c.supervisor_id = cover.away_id
       GROUP BY p.id ORDER BY bool_or(r.id IS NOT NULL) DESC NULLS LAST, p.id LIMIT 30) one;
  END IF;
END $$;

-- Tells whoever stands for them, once, from the first day on: that it begins, and of each note of the team that nobody
-- has answered. False when there is nothing to tell (any more).
CREATE FUNCTION cover_begins(p_cover_id uuid, p_now timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE
  the_organization uuid := acting_organization();
  today date := day_in(acting_organization());
  cover covers;
  standing uuid[];
  away uuid[];
  note record;
BEGIN
  UPDATE covers c SET told_at = p_now
   WHERE c.organization_id = the_organization AND c.id = p_cover_id AND c.told_at IS NULL
     AND c.from_on <= today AND c.until_on > today
  RETURNING * INTO cover;
  IF NOT FOUND THEN RETURN false; END IF;
  IF NOT may_cover_as(the_organization, cover.covering_id, cover.role) THEN RETURN true; END IF;
  standing := ARRAY[cover.covering_id] || covering_of(the_organization, cover.covering_id, cover.role, today);
  away := stands_for(the_organization, cover.away_id, cover.role, today);
  PERFORM queue_message(who, 'cover', cover.id, 'begins', p_now) FROM unnest(standing) who;
  IF cover.role = 'supervisor' THEN
    FOR note IN
      WITH told AS (
        INSERT INTO risk_note_told (organization_id, risk_note_id, account_id, step, participant_id, told_as, told_at)
        SELECT the_organization, r.id, who, 1, r.participant_id, 'covers', p_now FROM risk_notes r
          JOIN participants p ON p.organization_id = r.organization_id AND p.id = r.participant_id
          JOIN coaches c ON c.organization_id = p.organization_id AND c.id = p.primary_coach_id,
          unnest(standing) who
         WHERE r.organization_id = the_organization AND r.acknowledged_at IS NULL AND r.resolved_at IS NULL
           AND c.supervisor_id = ANY (away) AND r.raised_by <> who
           AND NOT EXISTS (SELECT 1 FROM risk_note_told t WHERE t.organization_id = r.organization_id
                              AND t.risk_note_id = r.id AND t.account_id = who)
        ON CONFLICT DO NOTHING RETURNING risk_note_id, account_id)
      SELECT risk_note_id, account_id FROM told
    LOOP
      PERFORM queue_message(note.account_id, 'risk-note', note.risk_note_id, '1', p_now);
    END LOOP;
  END IF;
  PERFORM announce_cover(cover.id);
  RETURN true;
END $$;

-- What came back by itself at midnight, or was ended early, open pages are told of.
CREATE FUNCTION cover_is_over(p_cover_id uuid, p_now timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
BEGIN
  UPDATE covers c SET given_back_at = p_now
   WHERE c.organization_id = acting_organization() AND c.id = p_cover_id AND c.given_back_at IS NULL
     AND c.until_on <= day_in(c.organization_id);
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM announce_cover(p_cover_id);
  RETURN true;
END $$;

CREATE FUNCTION organizations_with_covers_to_tell(p_now timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT DISTINCT o.id FROM organizations o JOIN covers c ON c.organization_id = o.id
       WHERE c.given_back_at IS NULL AND ((p_now AT TIME ZONE o.time_zone)::date >= c.until_on
          OR c.told_at IS NULL AND (p_now AT TIME ZONE o.time_zone)::date >= c.from_on) $$;

-- One of the acting organization that has begun or is over and was not told of yet; false when there is none.
CREATE FUNCTION settle_next_cover(p_now timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE
  today date := day_in(acting_organization());
  cover covers;
BEGIN
  SELECT * INTO cover FROM covers c
   WHERE c.organization_id = acting_organization() AND c.given_back_at IS NULL
     AND (c.until_on <= today OR c.told_at IS NULL AND c.from_on <= today)
   ORDER BY c.until_on > today, c.from_on, c.id LIMIT 1 FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN RETURN false; END IF;
  IF cover.until_on <= today THEN RETURN cover_is_over(cover.id, p_now); END IF;
  RETURN cover_begins(cover.id, p_now);
END $$;

-- Who covers has to be able to log: a certification for each of the days, or training, where the organization asks it.
CREATE FUNCTION may_log_through(p_coach_id uuid, p_from_on date, p_through_on date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT EXISTS (SELECT 1 FROM organizations o WHERE o.id = acting_organization() AND o.uncertified_logging = 'hold')
      OR coalesce((
        SELECT datemultirange(daterange(p_from_on, p_through_on, '[]'))
               <@ (coalesce(range_agg(daterange(k.first_on, k.last_on, '[]')) FILTER (WHERE k.id IS NOT NULL), '{}') + datemultirange(
                     CASE WHEN c.training_supervisor_id IS NULL THEN 'empty' ELSE daterange(NULL, c.training_through_on, '[]') END))
          FROM coaches c
          LEFT JOIN certifications k ON k.organization_id = c.organization_id AND k.coach_id = c.id
         WHERE c.organization_id = acting_organization() AND c.id = p_coach_id
         GROUP BY c.organization_id, c.id), false) $$;

CREATE FUNCTION caseload_count_of(p_coach_id uuid) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT count(*)::integer FROM assignments a
       WHERE a.organization_id = acting_organization() AND a.coach_id = p_coach_id AND a.until_on IS NULL
         AND EXISTS (SELECT 1 FROM enrollments e WHERE e.organization_id = a.organization_id
                        AND e.participant_id = a.participant_id AND e.closed_on IS NULL) $$;

-- As if there were no cover: those who relied on it are told, and name somebody else.
CREATE FUNCTION tell_of_lost_covers(p_organization_id uuid, p_account_id uuid, p_role text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
BEGIN
  PERFORM queue_message(who, 'cover', c.id, 'lost', acting_now())
     FROM covers c
     LEFT JOIN coaches k ON k.organization_id = c.organization_id AND k.id = c.away_id AND c.role = 'coach',
     LATERAL (SELECT c.away_id AS who
              UNION SELECT k.supervisor_id WHERE k.supervisor_id IS NOT NULL
              UNION SELECT r.account_id FROM account_roles r
                     WHERE r.organization_id = c.organization_id AND r.role = 'administrator') concerned
    WHERE c.organization_id = p_organization_id AND c.covering_id = p_account_id AND c.until_on > day_in(c.organization_id)
      AND (p_role IS NULL OR c.role = p_role);
  PERFORM announce_cover(c.id) FROM covers c
    WHERE c.organization_id = p_organization_id AND c.covering_id = p_account_id
      AND c.from_on <= day_in(c.organization_id) AND c.until_on > day_in(c.organization_id)
      AND (p_role IS NULL OR c.role = p_role);
END $$;
CREATE FUNCTION tell_of_lost_cover() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  IF acting_organization() IS NULL THEN RETURN NULL; END IF;
  IF TG_TABLE_NAME = 'accounts' THEN PERFORM tell_of_lost_covers(NEW.organization_id, NEW.id, NULL);
  ELSE PERFORM tell_of_lost_covers(OLD.organization_id, OLD.account_id, OLD.role);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_of_lost_cover AFTER UPDATE OF disabled_at ON accounts
  FOR EACH ROW WHEN (OLD.disabled_at IS NULL AND NEW.disabled_at IS NOT NULL AND NEW.role <> 'participant')
  EXECUTE FUNCTION tell_of_lost_cover();
CREATE TRIGGER tell_of_lost_cover AFTER DELETE ON account_roles
  FOR EACH ROW WHEN (OLD.role IN ('coach', 'supervisor')) EXECUTE FUNCTION tell_of_lost_cover();
`;

/** Puts one phrase in the place of another in every policy that has it, as PostgreSQL itself writes them out. */
async function rewritePolicies(runner: QueryRunner, phrases: string[][]): Promise<void> {
  for (const [from, to] of phrases) {
    const having = (await runner.query(
      `SELECT policyname, tablename, replace(qual, $1, $2) AS qual, replace(with_check, $1, $2) AS with_check
         FROM pg_policies WHERE schemaname = 'public' AND (strpos(qual, $1) > 0 OR strpos(with_check, $1) > 0)`,
      [from, to],
    )) as { policyname: string; tablename: string; qual: string | null; with_check: string | null }[];
    if (having.length === 0) throw new Error(`No policy says ${from}`);
    for (const { policyname, tablename, qual, with_check } of having)
      await runner.query(
        `ALTER POLICY ${policyname} ON ${tablename} ${qual === null ? '' : `USING (${qual})`} ${
          with_check === null ? '' : `WITH CHECK (${with_check})`
        }`,
      );
  }
}

/** The same in functions, each of which must have it. */
async function rewriteFunctions(runner: QueryRunner, phrases: string[][]): Promise<void> {
  for (const [name, from, to] of phrases) {
    const [{ definition }] = (await runner.query('SELECT pg_get_functiondef($1::regproc) AS definition', [
      name,
    ])) as [{ definition: string }];
    if (!definition.includes(from!)) throw new Error(`${name} does not say ${from}`);
    await runner.query(definition.replaceAll(from!, () => to!));
  }
}
