import { readFile } from 'node:fs/promises';
import { v7 as newId } from 'uuid';
import { aGoalOf } from '../given/goal.js';
import { anAdministrator, type Person } from '../given/staff.js';
import { aTeam } from '../given/team.js';
import { contactWith, onVersion, riskNoteAbout } from '../given/words.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Every address there is, with each of these ids in it, read and written to as this person. */
async function allThatIsToldTo(person: Person, ids: string[]): Promise<string> {
  const { paths } = JSON.parse(await readFile('dist/openapi.json', 'utf8')) as {
    paths: Record<string, Record<string, object>>;
  };
  const client = await server.as(person);
  let told = '';
  for (const [path, methods] of Object.entries(paths))
    for (const method of Object.keys(methods).filter(() => !path.startsWith('/api/sign-')))
      for (const id of path.includes('{') ? ids : ['']) {
        const body = method === 'get' ? undefined : '{}';
        const answer = await client.send(
          method.toUpperCase(),
          path.replace(/\{\w+\}/g, id),
          body,
          onVersion(1),
        );
        told += `${path} ${JSON.stringify(answer.body)}\n`;
      }
  return told;
}

test('what staff keep to themselves is told to no participant and no administrator, at no address', async () => {
  const { organization, rosa, sam, theo } = await aTeam(server, { theo: { enrolledOn: '2026-02-01' } });
  const ada = await anAdministrator(organization);
  const goal = await aGoalOf(theo);
  const coach = await server.as(rosa);
  const contact = contactWith(theo, {
    teamNote: 'MAGPIE-team',
    sharedNote: 'MAGPIE-shared',
    goalIds: [goal.goalId],
  });
  const note = riskNoteAbout(theo, {
    signals: ['thoughts of suicide', 'other'],
    otherSignal: 'MAGPIE-signal',
    level: 'urgent',
    whatWasDone: 'MAGPIE-done',
  });
  const addendum = { addendumId: newId(), words: 'MAGPIE-addendum', isShared: false };
  const draftId = newId();
  const [logged, raised] = [
    await coach.post('/api/contacts', contact),
    await coach.post('/api/risk-notes', note),
  ];
  const answered = await (
    await server.as(sam)
  ).post(`/api/risk-notes/${note.riskNoteId}/acknowledge`, { words: 'MAGPIE-answer' }, onVersion(1));
  await coach.post(`/api/contacts/${contact.contactId}/addenda`, addendum);
  await coach.put(`/api/drafts/${draftId}`, {
    participantId: theo.participantId,
    body: { note: 'MAGPIE-draft' },
  });
  expect([logged.status, raised.status, answered.status]).toEqual([201, 201, 200]);

  const accounts = [rosa.accountId, theo.accountId];
  const ids = [theo.participantId, contact.contactId, note.riskNoteId, draftId, goal.goalId, ...accounts];
  const toStaff = await allThatIsToldTo(rosa, ids);
  for (const words of ['team', 'shared', 'signal', 'done', 'answer', 'addendum', 'draft'])
    expect(toStaff).toContain(`MAGPIE-${words}`);
  for (const person of [theo, ada]) {
    const told = await allThatIsToldTo(person, ids);
    expect(told.length).toBeGreaterThan(5000);
    // what was written for them to read is told to them, where they read their notes, and to nobody else
    const notes = told.split('\n').filter((line) => line.includes('MAGPIE-shared'));
    const where = notes.map((line) => line.slice(0, line.indexOf(' ')));
    expect([...new Set(where)]).toEqual(person === theo ? ['/api/notes'] : []);
    expect(told.replaceAll('MAGPIE-shared', '')).not.toMatch(/MAGPIE/);
    // a report names standings and levels to say how many there are, and nobody
    const aboutPeople = told.split('\n').filter((line) => !line.startsWith('/api/reports'));
    expect(aboutPeople.join('\n')).not.toMatch(/suicide"|out of touch"|overdue"|"standing"|urgent"/);
  }
});

test('not even the database gives them the tables it is kept in', async () => {
  const { rows } = await server.database.query(
    `SELECT r.role, t.name FROM unnest(ARRAY['caseload_participant', 'caseload_administrator']) r (role),
            unnest(ARRAY['contacts', 'contact_team_notes', 'contact_versions', 'contact_addenda', 'risk_notes',
                         'check_ins', 'drafts', 'coach_days']) t (name)
      WHERE has_any_column_privilege(r.role, t.name, 'SELECT') ORDER BY t.name`,
  );
  // a participant reads what they said themself, and the shared part of a contact: the columns of the next test
  const theirs = ['check_ins', 'contact_addenda', 'contact_versions', 'contacts'];
  expect(rows).toEqual(theirs.map((name) => ({ role: 'caseload_participant', name })));
});

test('of a contact the database gives a participant the shared part, column by column', async () => {
  const { rows } = await server.database.query(
    `SELECT c.relname AS name, string_agg(a.attname, ' ' ORDER BY a.attname) AS columns
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.oid = ANY ('{contacts,contact_versions}'::regclass[])
        AND has_column_privilege('caseload_participant', c.oid, a.attnum, 'SELECT')
      GROUP BY c.relname ORDER BY c.relname`,
  );
  expect(rows).toEqual([
    {
      name: 'contact_versions',
      columns: 'contact_id organization_id participant_id replaced_at shared_note version',
    },
    {
      name: 'contacts',
      columns:
        'coach_id dimensions enrollment_id happened_at id minutes occurred_on occurred_time organization_id outcome ' +
        'participant_id place recorded_at shared_note started_by version way',
    },
  ]);
  // and of what was added to it afterwards no row but the shared ones
  const { rows: policies } = await server.database.query(
    `SELECT pg_get_expr(polqual, polrelid) AS rule FROM pg_policy
      WHERE polrelid = 'contact_addenda'::regclass AND 'caseload_participant'::regrole = ANY (polroles)`,
  );
  expect(policies).toEqual([{ rule: expect.stringContaining('AND is_shared AND') }]);
});
