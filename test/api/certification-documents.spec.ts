import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { v7 as newId } from 'uuid';
import { aDocument, JPEG, PDF, PNG, sendDocument } from '../given/certification.js';
import { aCoach, anAdministrator, aSupervisor } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf, trailOf } from '../support/trail.js';

const MB = 1024 * 1024;

let server: TestServer;
let team: Team;
let rosa: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server);
  rosa = await server.as(team.rosa);
});

const keptCount = async (): Promise<number> =>
  (
    await server.database.query(
      'SELECT count(*)::integer AS count FROM certification_documents WHERE organization_id = $1',
      [team.organization.organizationId],
    )
  ).rows[0].count as number;

test.each([
  ['application/pdf', PDF, 'certificate.html'],
  ['image/png', PNG, 'scan.svg'],
  ['image/jpeg', JPEG, 'Zeugnis "2026" ñ.jpg'],
])(
  'a file is %s by its first bytes, whatever it is called, and comes back to be kept, not run',
  async (type, content, fileName) => {
    const sent = await sendDocument(rosa, team.rosa, content, { fileName });
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(sent).toMatchObject({
      status: 200,
      body: { fileName, mediaType: type, byteCount: content.length, sha256, sentBy: { name: 'Rosa' } },
    });
    const { rows } = await server.database.query('SELECT why FROM trail WHERE subject_id = $1', [
      sent.body.documentId,
    ]);
    expect(rows[0].why).toContain(sha256);
    const { status, headers, body } = await rosa.get(`/api/documents/${sent.body.documentId}`);
    expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type });
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="document\.(pdf|png|jpg)"; filename\*=UTF-8''[\w.%-]+$/,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(Buffer.byteLength(body as string)).toBeGreaterThan(0);
    expect(await lastInTrailOf(team.rosa)).toMatchObject({ action: 'document.downloaded' });
  },
);

test('a whole file comes back byte for byte, also at the very limit', async () => {
  const content = Buffer.alloc(10 * MB, 7);
  PDF.copy(content);
  const sent = await sendDocument(rosa, team.rosa, content);
  expect(sent).toMatchObject({ status: 200, body: { byteCount: 10 * MB } });
  const response = await fetch(`${server.url}/api/documents/${sent.body.documentId}`, {
    headers: { cookie: rosa.cookieNow() },
  });
  expect(Buffer.from(await response.arrayBuffer()).equals(content)).toBe(true);
});

test.each([
  [
    'a web page called certificate.pdf',
    '<!DOCTYPE html><html><script>alert(1)</script></html>',
    'document-is-a-web-page',
  ],
  [
    'a web page behind a comment and spaces',
    '\ufeff  <!-- hello -->\n<HTML><body>x</body>',
    'document-is-a-web-page',
  ],
  [
    'a drawing that can run',
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
    'document-is-an-svg',
  ],
  ['a script', '#!/bin/sh\nrm -rf ~', 'document-is-a-script'],
  ['a script of a page', '<script >alert(1)</script>', 'document-is-a-script'],
  ['a program', 'MZ\x90\0', 'document-is-a-program'],
  ['a spreadsheet', 'PK\x03\x04', 'document-kind-unknown'],
  ['a picture cut off in its first bytes', '\x89PNG', 'document-kind-unknown'],
  ['nothing', '', 'document-empty'],
  ['spaces', '   \n', 'document-empty'],
])('%s is refused with a word of its own', async (_, words, code) => {
  expectProblem(await sendDocument(rosa, team.rosa, Buffer.from(words)), 422, code);
  expect(await keptCount()).toBe(0);
});

test('a hundred megabytes are refused before they are read', async () => {
  const content = Buffer.alloc(100 * MB);
  PDF.copy(content);
  expectProblem(await sendDocument(rosa, team.rosa, content), 413, 'document-too-large');
  expect(await keptCount()).toBe(0);
});

test('a hundred megabytes that do not say how long they are, are refused while they come, and not kept in memory', async () => {
  const part = Buffer.alloc(MB);
  PDF.copy(part);
  let most = 0;
  const before = process.memoryUsage().arrayBuffers;
  function* parts(): Generator<Buffer> {
    for (let sent = 0; sent < 100; sent++) {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      yield part;
    }
  }
  const response = await fetch(
    `${server.url}/api/coaches/${team.rosa.accountId}/documents/${newId()}?fileName=a.pdf`,
    {
      method: 'PUT',
      headers: {
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/octet-stream',
        cookie: rosa.cookieNow(),
      },
      body: Readable.from(parts()) as unknown as BodyInit,
      duplex: 'half',
    } as RequestInit,
  );
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ code: 'document-too-large' });
  expect(most).toBeLessThan(60 * MB);
  expect(await keptCount()).toBe(0);
});

test('sent again it is the same document; another under its id is refused', async () => {
  const documentId = newId();
  for (const _ of ['once', 'again'])
    expect((await sendDocument(rosa, team.rosa, PDF, { documentId })).status).toBe(200);
  expect(await keptCount()).toBe(1);
  expect((await trailOf(team.rosa)).filter(({ action }) => action === 'document.sent')).toHaveLength(1);
  expectProblem(await sendDocument(rosa, team.rosa, PNG, { documentId }), 409, 'document-id-taken');
});

test('only as bytes, from our own pages, with a name', async () => {
  const json = { headers: { 'content-type': 'application/json' } };
  expectProblem(await sendDocument(rosa, team.rosa, Buffer.from('{}'), json), 415, 'bytes-expected');
  const html = { headers: { 'content-type': 'text/html' } };
  expect((await sendDocument(rosa, team.rosa, PDF, html)).status).toBe(415);
  const elsewhere = { headers: { 'sec-fetch-site': 'cross-site' } };
  expectProblem(await sendDocument(rosa, team.rosa, PDF, elsewhere), 403, 'other-site');
  expectFieldProblem(await sendDocument(rosa, team.rosa, PDF, { fileName: '' }), 'fileName', 'empty');
  expectFieldProblem(
    await sendDocument(rosa, team.rosa, PDF, { fileName: 'x'.repeat(201) }),
    'fileName',
    'too-long',
  );
  expectProblem(await sendDocument(rosa, team.rosa, PDF, { documentId: 'x' }), 404, 'document-not-found');
  const bytes = { 'content-type': 'application/octet-stream' };
  expectProblem(await rosa.send('POST', '/api/contacts', PDF, bytes), 415, 'json-expected');
});

test('the coach, their supervisor and administrators reach it; nobody else learns that it is there', async () => {
  const documentId = await aDocument(rosa, team.rosa);
  const path = `/api/documents/${documentId}`;
  for (const person of [team.rosa, team.sam, await anAdministrator(team.organization)])
    expect((await (await server.as(person)).get(path)).status).toBe(200);
  const elsewhere = await aTeam(server);
  for (const person of [
    await aCoach(team.organization, { name: 'Dev', supervisor: team.sam }),
    await aSupervisor(team.organization, { name: 'Inez' }),
    elsewhere.sam,
    await anAdministrator(elsewhere.organization),
  ]) {
    const stranger = await server.as(person);
    expectProblem(await stranger.get(path), 404, 'document-not-found');
    expectProblem(await sendDocument(stranger, team.rosa, PDF), 404, 'coach-not-found');
  }
  expectProblem(await (await server.as(team.theo)).get(path), 403, 'role-not-allowed');
  expectProblem(await server.asNobody().get(path), 401, 'session-missing');
  expectProblem(await sendDocument(server.asNobody(), team.rosa, PDF), 401, 'session-missing');
});
