import type { Level } from '../../backend/risk/risk.rules.js';
import type { TestServer } from '../support/server.js';
import type { Person } from './staff.js';
import type { Team } from './team.js';
import { riskNoteAbout } from './words.js';

/** One pass of the job that rings the clocks. */
export const ring = (server: TestServer): Promise<void> => server.jobs.run('answering');

/** Who is on call, as the administrator would set it. */
export async function onCall(person: Person): Promise<void> {
  await person.organization.server.database.query(
    `INSERT INTO answering_settings (organization_id, on_call_id) VALUES ($1, $2)
     ON CONFLICT (organization_id) DO UPDATE SET on_call_id = $2, version = answering_settings.version + 1`,
    [person.organizationId, person.accountId],
  );
}

/** A note that the team's coach raises now about their participant. @returns its id */
export async function aNote(team: Team, level: Level = 'urgent', by: Person = team.rosa): Promise<string> {
  const note = riskNoteAbout(team.theo, { level });
  const client = await team.organization.server.as(by);
  const { status, body } = await client.post('/api/risk-notes', note);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return note.riskNoteId;
}

/** Who was told of a note, `name, as what` in the order of the steps; and that each has exactly one message of it. */
export async function toldOf(team: Team, riskNoteId: string): Promise<string[]> {
  const { database } = team.organization.server;
  const { rows } = await database.query<{ line: string; account_id: string }>(
    `SELECT a.name || ', ' || t.told_as AS line, t.account_id
       FROM risk_note_told t JOIN accounts a ON a.organization_id = t.organization_id AND a.id = t.account_id
      WHERE t.risk_note_id = $1 ORDER BY t.step, a.name`,
    [riskNoteId],
  );
  const { rows: queued } = await database.query<{ account_id: string }>(
    'SELECT account_id FROM messages WHERE subject_id = $1',
    [riskNoteId],
  );
  expect(queued.map(({ account_id }) => account_id).sort()).toEqual(rows.map((row) => row.account_id).sort());
  return rows.map(({ line }) => line);
}
