import { type DataSource, EntitySchema } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Door } from '../../backend/access/door.js';
import type { Caller } from '../../backend/access/caller.js';
import { hashOf, newToken } from '../../backend/access/session-cookie.js';
import { dataSourceFor } from '../../backend/database/data-source.js';
import { notFound, Problem } from '../../backend/http/problem.js';
import { aTeam, type Team } from '../given/team.js';
import { workerDatabase } from '../support/database.js';
import { startTestServer, type TestServer } from '../support/server.js';

const DRAFT = new EntitySchema<{
  organizationId: string;
  id: string;
  accountId: string;
  body: string;
  savedAt: Date;
}>({
  name: 'Draft',
  tableName: 'drafts',
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    accountId: { type: 'uuid' },
    body: { type: 'text' },
    savedAt: { type: 'timestamptz' },
  },
});

let server: TestServer;
let team: Team;
let source: DataSource;
let door: Door;
let rosa: Caller;

beforeAll(async () => {
  server = await startTestServer();
  team = await aTeam(server);
  const { runtime } = await workerDatabase();
  // one connection: what one request left behind, the next would meet
  source = await dataSourceFor(runtime, [DRAFT], 1).initialize();
  door = new Door(source, server.clock);
  const token = newToken();
  const { organizationId, accountId } = team.rosa;
  const session = [organizationId, accountId, hashOf(token), server.clock.now()];
  await server.database.query('SELECT start_session($1, $2, $3, $4)', session);
  rosa = {
    sessionHash: hashOf(token),
    roles: ['coach'],
    asked: 'drafts.save',
    subjectId: null,
    requestId: 'of this test',
    isActivity: true,
  };
});
afterAll(async () => {
  await source.destroy();
  await server.close();
});
beforeEach(async () => {
  await server.database.query('DELETE FROM drafts WHERE account_id = $1', [team.rosa.accountId]);
});

const aDraft = () => {
  const { organizationId, accountId } = team.rosa;
  return { organizationId, id: newId(), accountId, body: '{}', savedAt: server.clock.now() };
};

async function draftCount(): Promise<number> {
  const { rowCount } = await server.database.query('SELECT 1 FROM drafts WHERE account_id = $1', [
    team.rosa.accountId,
  ]);
  return rowCount ?? 0;
}

async function expectNobodyActs(): Promise<void> {
  const [row] = await source.query<object[]>(
    `SELECT current_user = session_user AS is_bare, acting_account() AS account, acting_organization() AS organization`,
  );
  expect(row).toEqual({ is_bare: true, account: null, organization: null });
  await expect(source.query('SELECT 1 FROM drafts')).rejects.toMatchObject({ code: '42501' });
}

test('what goes in through the door stands once it is through, and the connection forgets who acted', async () => {
  await door.asActor(rosa, (tx) => tx.insert(DRAFT, aDraft()));
  expect(await draftCount()).toBe(1);
  await expectNobodyActs();
});

test.each(['insert', 'save'] as const)(
  'an %s stays within, as the coach: rolled back it leaves nothing',
  async (how) => {
    const whoActs: unknown[] = [];
    const refused = door.asActor(rosa, async (tx) => {
      await (how === 'insert' ? tx.insert(DRAFT, aDraft()) : tx.save(DRAFT, aDraft()));
      whoActs.push(...(await tx.query<object[]>('SELECT current_user, acting_account() AS account')));
      expect(await tx.query('SELECT 1 FROM drafts')).toHaveLength(1);
      throw notFound('draft');
    });
    await expect(refused).rejects.toMatchObject({ status: 404 });
    expect(whoActs).toEqual([{ current_user: 'caseload_coach', account: team.rosa.accountId }]);
    expect(await draftCount()).toBe(0);
    await expectNobodyActs();
  },
);

test('a database error swallowed inside is not committed as if nothing had been', async () => {
  const swallowed = door.asActor(rosa, async (tx) => {
    await tx.insert(DRAFT, aDraft());
    await tx.query('SELECT 1 / 0').catch(() => undefined);
  });
  await expect(swallowed).rejects.toThrow();
  expect(await draftCount()).toBe(0);
  await expectNobodyActs();
});

test('queries still on their way when another was refused land in nobody’s transaction', async () => {
  for (let time = 0; time < 20; time += 1) {
    const refused = door.asActor(rosa, (tx) =>
      Promise.all([
        Promise.reject(notFound('goal')),
        tx.insert(DRAFT, aDraft()),
        tx.query('SELECT 1').then(() => tx.insert(DRAFT, aDraft())),
        tx.query('SELECT pg_sleep(0.001)').then(() => tx.query('SELECT 1 / 0')),
      ]),
    );
    const meanwhile = door.asActor(rosa, async (tx) => (await tx.query<object[]>('SELECT 1 AS one')).length);
    await expect(refused).rejects.toMatchObject({ code: 'goal-not-found' });
    expect(await meanwhile).toBe(1);
  }
  expect(await draftCount()).toBe(0);
  await expectNobodyActs();
});

test('the trail’s line goes with the commit: where it cannot be written, nothing stands', async () => {
  const unwritable = door.asActor(rosa, async (tx, actor) => {
    await tx.insert(DRAFT, aDraft());
    actor.record({ action: 'draft.saved', subjectId: 'not an id' });
  });
  await expect(unwritable).rejects.toThrow();
  expect(await draftCount()).toBe(0);
});

test('what is left for the end stands with the rest, and takes the rest along where it fails', async () => {
  const move = 'UPDATE drafts SET body = $1 WHERE organization_id = $2';
  const leaving = (body: unknown) =>
    door.asActor(rosa, async (tx, actor) => {
      await tx.insert(DRAFT, aDraft());
      actor.last(move, [body, actor.organizationId]);
    });
  await expect(leaving(null)).rejects.toThrow();
  expect(await draftCount()).toBe(0);
  await leaving(JSON.stringify({ words: 'left for the end' }));
  const { rows } = await server.database.query('SELECT body::text FROM drafts');
  expect(JSON.stringify(rows)).toContain('left for the end');
  await expectNobodyActs();
});

test('who may not, or whose session is over, does not get as far as the use case', async () => {
  const use = (): Promise<never> => Promise.reject(new Error('It was asked all the same.'));
  const asSupervisor = door.asActor({ ...rosa, roles: ['supervisor'] }, use);
  await expect(asSupervisor).rejects.toMatchObject({ status: 403, code: 'role-not-allowed' });
  const over = door.asActor({ ...rosa, sessionHash: hashOf('another') }, use);
  await expect(over).rejects.toMatchObject({ status: 401, code: 'session-ended' });
  await expect(over).rejects.toBeInstanceOf(Problem);
  await expectNobodyActs();
});
