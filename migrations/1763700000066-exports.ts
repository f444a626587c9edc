import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'organization_id = (SELECT acting_organization())';
const ASKERS = ['administrator', 'supervisor'];

/**
 * Files that a job writes for whoever asked, until they expire. The files lie in parts of their own, so that no list ever
 * reads one and none is ever held whole.
 */
export class Exports1763700000066 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE exports (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('administrator', 'supervisor')),
  kind text NOT NULL CHECK (kind IN ('contacts', 'people', 'report')),
  format text NOT NULL CHECK (format IN ('csv', 'xlsx')),
  from_on date,
  through_on date,
  program_id uuid,
  is_for_outside boolean NOT NULL DEFAULT false,
  request_hash bytea NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'working', 'ready', 'failed')),
  run_id uuid,
  try_count integer NOT NULL DEFAULT 0,
  done_count integer NOT NULL DEFAULT 0,
  row_count integer,
  byte_count bigint,
  participant_ids uuid[] NOT NULL DEFAULT '{}',
  asked_at timestamptz NOT NULL,
  made_at timestamptz,
  taken_at timestamptz,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, program_id) REFERENCES programs (organization_id, id),
  CONSTRAINT what_is_ready_says_how_much CHECK ((state = 'ready') = (num_nulls(made_at, byte_count) = 0))
);
COMMENT ON COLUMN exports.role IS 'In which they asked: the file is theirs while they act in it.';
COMMENT ON COLUMN exports.run_id IS 'The pass that works on it: one that was taken over writes nothing more.';
COMMENT ON COLUMN exports.participant_ids IS 'Whom the file tells of, for the trail of whoever takes it.';
CREATE UNIQUE INDEX the_same_export_once_at_a_time ON exports (organization_id, account_id, role, request_hash)
  WHERE state IN ('waiting', 'working');
CREATE INDEX exports_of_account ON exports (organization_id, account_id, asked_at DESC);
CREATE INDEX exports_to_make ON exports (organization_id) WHERE state IN ('waiting', 'working');
CREATE INDEX exports_that_end ON exports (expires_at);

CREATE TABLE export_parts (
  organization_id uuid NOT NULL,
  export_id uuid NOT NULL,
  part integer NOT NULL,
  body bytea NOT NULL,
  PRIMARY KEY (organization_id, export_id, part),
  FOREIGN KEY (organization_id, export_id) REFERENCES exports (organization_id, id) ON DELETE CASCADE
);
COMMENT ON COLUMN export_parts.body IS 'Gzipped where the format is not packed by itself.';
ALTER TABLE export_parts ALTER COLUMN body SET STORAGE EXTERNAL;

-- For the bare login: where there is an export to make, or one to forget.
CREATE FUNCTION organizations_with_exports_to_see_to(p_now timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT organization_id FROM exports WHERE state IN ('waiting', 'working')
  UNION SELECT organization_id FROM exports WHERE expires_at <= p_now
  UNION SELECT e.organization_id FROM exports e
         WHERE NOT EXISTS (SELECT 1 FROM accounts a JOIN account_roles r
                              ON r.organization_id = a.organization_id AND r.account_id = a.id AND r.role = e.role
                            WHERE a.organization_id = e.organization_id AND a.id = e.account_id AND a.disabled_at IS NULL) $$;
GRANT EXECUTE ON FUNCTION organizations_with_exports_to_see_to(timestamptz) TO caseload_login;

-- Those whose time is over, and those of somebody who holds the role no more or was disabled: the files go with them.
CREATE FUNCTION forget_exports(p_now timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM exports e
   WHERE e.organization_id = acting_organization() AND (e.expires_at <= p_now
      OR NOT EXISTS (SELECT 1 FROM accounts a JOIN account_roles r
                        ON r.organization_id = a.organization_id AND r.account_id = a.id AND r.role = e.role
                      WHERE a.organization_id = e.organization_id AND a.id = e.account_id AND a.disabled_at IS NULL)) $$;
GRANT EXECUTE ON FUNCTION forget_exports(timestamptz) TO caseload_jobs;

-- Whom a file of one's own tells of, also those out of reach since; a record that was merged by the one it went into.
CREATE FUNCTION people_in_export(p_id uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(array_agg(DISTINCT p.id), '{}')
    FROM exports e CROSS JOIN LATERAL unnest(e.participant_ids) told (id)
    JOIN participants p ON p.organization_id = e.organization_id AND p.id = coalesce(merged_into(told.id), told.id)
   WHERE e.organization_id = acting_organization() AND e.account_id = acting_account() AND e.id = p_id $$;
`);
    for (const table of ['exports', 'export_parts'])
      await runner.query(`
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON ${table} TO caseload_owner USING (true) WITH CHECK (true);`);
    for (const role of ASKERS)
      await runner.query(`
CREATE POLICY ${role}s_their_own ON exports TO caseload_${role}
  USING (${HERE} AND account_id = (SELECT acting_account()) AND role = '${role}')
  WITH CHECK (${HERE} AND account_id = (SELECT acting_account()) AND role = '${role}');
CREATE POLICY ${role}s_their_own ON export_parts TO caseload_${role}
  USING (${HERE} AND (SELECT true FROM exports e
    WHERE e.organization_id = export_parts.organization_id AND e.id = export_parts.export_id));
GRANT SELECT, INSERT, UPDATE (state, done_count, row_count, byte_count, participant_ids, made_at, taken_at, expires_at),
  DELETE ON exports TO caseload_${role};
GRANT SELECT, INSERT, DELETE ON export_parts TO caseload_${role};
GRANT EXECUTE ON FUNCTION people_in_export(uuid) TO caseload_${role};`);
    await runner.query(`
CREATE POLICY jobs_of_one_organization ON exports TO caseload_jobs USING (${HERE});
GRANT SELECT (organization_id, id, account_id, role, kind, format, from_on, through_on, program_id, is_for_outside, state,
  run_id, try_count, asked_at), UPDATE (state, run_id, try_count, done_count) ON exports TO caseload_jobs;

-- What stands, without a word of what was said: an administrator is granted no contacts. The first first, by the clock
-- of the world, so that an hour that comes twice stays in its order.
CREATE FUNCTION contacts_to_export(p_from date, p_through date) RETURNS TABLE (participant_id uuid, contact_id uuid,
  name text, number text, occurred_on date, occurred_time text, way text, outcome text, minutes integer, coach text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.participant_id, c.id, p.preferred_name, o.number, c.occurred_on, to_char(c.occurred_time, 'HH24:MI'), c.way,
         c.outcome, c.minutes, a.sign_in_name
    FROM contacts c
    JOIN participants p ON p.organization_id = c.organization_id AND p.id = c.participant_id
    JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.coach_id
    LEFT JOIN (SELECT n.participant_id, min(n.number) AS number FROM old_numbers n
                WHERE n.organization_id = acting_organization() GROUP BY 1) o ON o.participant_id = p.id
   WHERE c.organization_id = acting_organization() AND c.occurred_on BETWEEN p_from AND p_through
     AND c.voided_at IS NULL AND c.participant_id IS DISTINCT FROM own_record()
   ORDER BY c.happened_at, c.id $$;
GRANT EXECUTE ON FUNCTION contacts_to_export(date, date) TO caseload_administrator;
DROP FUNCTION contacts_to_take_out(uuid, integer);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE FUNCTION contacts_to_take_out(p_after uuid, p_most integer) RETURNS TABLE (contact_id uuid, participant_id uuid,
  name text, number text, occurred_on date, occurred_time text, way text, outcome text, minutes integer, coach text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.id, c.participant_id, p.preferred_name,
         (SELECT o.number FROM old_numbers o
           WHERE o.organization_id = p.organization_id AND o.participant_id = p.id ORDER BY o.number LIMIT 1),
         c.occurred_on, to_char(c.occurred_time, 'HH24:MI'), c.way, c.outcome, c.minutes, a.sign_in_name
    FROM contacts c
    JOIN participants p ON p.organization_id = c.organization_id AND p.id = c.participant_id
    JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.coach_id
   WHERE c.organization_id = acting_organization() AND c.id > p_after AND c.voided_at IS NULL
     AND c.participant_id IS DISTINCT FROM own_record()
   ORDER BY c.id LIMIT p_most $$;
GRANT EXECUTE ON FUNCTION contacts_to_take_out(uuid, integer) TO caseload_administrator;
DROP FUNCTION contacts_to_export(date, date), people_in_export(uuid), forget_exports(timestamptz),
  organizations_with_exports_to_see_to(timestamptz);
DROP TABLE export_parts, exports;`);
  }
}
