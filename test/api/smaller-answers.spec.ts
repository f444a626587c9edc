import { gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { aParticipantOf } from '../given/participant.js';
import { aTeam } from '../given/team.js';
import type { Client } from '../support/client.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let rosa: Client;

beforeAll(async () => {
  server = await startTestServer();
  const team = await aTeam(server);
  for (let more = 0; more < 8; more += 1) await aParticipantOf(team.rosa);
  rosa = await server.as(team.rosa);
});
afterAll(() => server.close());

interface Raw {
  encoding: string | undefined;
  vary: string | undefined;
  bytes: Buffer;
}

/** The answer as it came over the wire: `fetch` would have unpacked it. */
function asSent(path: string, acceptEncoding: string): Promise<Raw> {
  const headers = { cookie: rosa.cookieNow(), 'accept-encoding': acceptEncoding };
  return new Promise((resolve, reject) => {
    request(new URL(path, server.url), { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          encoding: response.headers['content-encoding'],
          vary: response.headers.vary,
          bytes: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

test('a long answer comes packed to a browser that takes it so, and says the same', async () => {
  const packed = await asSent('/api/caseload', 'gzip, deflate, br');
  const plain = await asSent('/api/caseload', 'identity');
  expect(packed.encoding).toBe('gzip');
  expect(plain.encoding).toBeUndefined();
  expect([packed.vary, plain.vary]).toEqual(['Accept-Encoding', 'Accept-Encoding']);
  expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2);
  expect(JSON.parse(gunzipSync(packed.bytes).toString())).toEqual(JSON.parse(plain.bytes.toString()));
});

test('a short one comes as it is', async () => {
  expect(await asSent('/api/me', 'gzip')).toMatchObject({ encoding: undefined, vary: undefined });
});
