import type pg from 'pg';

/** In the order in which rows may point at one another. */
const TABLES = [
  'organizations',
  'programs',
  'accounts',
  'account_roles',
  'passwords',
  'coaches',
  'load_settings',
  'certification_documents',
  'certifications',
  'certification_renewals',
  'education_entries',
  'education_needs',
  'covers',
  'coach_abouts',
  'wellbeing_settings',
  'pulses',
  'participants',
  'coach_wishes',
  'ways_to_reach',
  'supporters',
  'invitations',
  'recovery_plans',
  'recovery_plan_versions',
  'recovery_plan_people',
  'enrollments',
  'assignments',
  'pauses',
  'vulnerability_windows',
  'window_checks',
  'goals',
  'steps',
  'recovery_day_settings',
  'recovery_periods',
  'congratulations',
  'birthdays',
  'check_ins',
  'contacts',
  'contact_team_notes',
  'contact_goals',
  'goal_versions',
  'goal_progress',
  'contact_versions',
  'contact_addenda',
  'contact_own_words',
  'feedback',
  'assessments',
  'risk_notes',
  'answering_settings',
  'opening_hours',
  'holidays',
  'answering_clocks',
  'risk_note_told',
  'mail_addresses',
  'messages',
  'message_deliveries',
  'planned_contacts',
  'promises',
  'supervision_sessions',
  'supervision_session_coaches',
  'supervision_lines',
  'supervision_line_words',
  'supervision_decisions',
  'supervision_signatures',
  'supervision_addenda',
  'handovers',
  'drafts',
  'deaths',
  'setting_changes',
  'trail',
] as const;
export type SampleTable = (typeof TABLES)[number];

/** Columns by their names in the database; days and instants as text, bytes as '\x…'. */
export type SampleRow = Record<string, unknown>;

/** The rows of a sample organization before they are written. Every row of a table names the same columns. */
export class SampleRows {
  private readonly rows = new Map<SampleTable, SampleRow[]>();

  constructor(private readonly organizationId: string) {}

  add(table: SampleTable, row: SampleRow): void {
    const rows = this.rows.get(table) ?? [];
    rows.push(table === 'organizations' ? row : { organization_id: this.organizationId, ...row });
    this.rows.set(table, rows);
  }

  of(table: SampleTable): readonly SampleRow[] {
    return this.rows.get(table) ?? [];
  }

  /**
   * Writes everything, one statement for each table, and has each counted before others point at it: PostgreSQL would
   * go on looking for every contact in the whole of a table that was empty when it was first asked.
   */
  async insert(owner: pg.ClientBase): Promise<void> {
    for (const table of TABLES) {
      const rows = this.of(table);
      const columns = Object.keys(rows[0] ?? {}).join(', ');
      if (rows.length === 0) continue;
      await owner.query(
        `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
        [JSON.stringify(rows)],
      );
      await owner.query(`ANALYZE ${table}`);
    }
  }
}
