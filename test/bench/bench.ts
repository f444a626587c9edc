/**
 * `npm run bench`: how fast the server is beside one without a framework and without row-level security, in the same
 * run and in turns, on a database of its own with a million contacts; and whether a longer history makes it slower.
 *
 * BENCH_CONTACTS=100000 is a quick look. BENCH_SECONDS is the length of a round. BENCH_ONLY=Today measures only the
 * requests with that in their name.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseUrls, type DatabaseUrls } from '../../backend/database/database-urls.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../backend/database/embedded-postgres.js';
import { migrate } from '../../backend/database/migrate.js';
import { COACHES, fill, type Filled, PARTICIPANTS_EACH } from './fill.js';
import { measureStreams } from './live-streams.js';
import { aTaker, measureExport } from './exports.js';
import { measureMovingIn } from './moving-in.js';
import { load, type Round, together } from './load.js';
import { bareServer, ourServer, type ServerProcess } from './processes.js';
import { type Line, report } from './report.js';
import { curveAlone, measureRetention } from './retention.js';
import { refuseDifferentAnswers } from './same-answers.js';
import { scenariosOn } from './scenarios.js';

const MANY = Number(process.env['BENCH_CONTACTS'] ?? 1_000_000);
const FEW = MANY / 10;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 4);
const ONLY = process.env['BENCH_ONLY'] ?? '';
const ROUNDS = 3;
const WARM_UP_SECONDS = 2;

// what else runs on this machine is measured along with us, and shows first in the slowest answers
const [busy = 0] = loadavg();
if (busy > 1)
  console.log(`This machine is busy (load ${busy.toFixed(1)}): ratios hold, p99 will be worse than it is.`);

const folder = await mkdtemp(join(tmpdir(), 'alongside-bench-'));
await chmod(folder, 0o755);
// with the settings it is shipped with: every commit waits for the disk
const postgres = await startEmbeddedPostgres(join(folder, 'data'));
const running: ServerProcess[] = [];
try {
  const many = await filledDatabase(postgres, 'many', MANY);
  const few = await filledDatabase(postgres, 'few', FEW);
  const ours = await kept(ourServer(many.urls));
  const oursOnFew = await kept(ourServer(few.urls));
  const bare = await kept(bareServer(many.urls.migration));
  const fewScenarios = scenariosOn(few.filled);
  const lines: Line[] = [];
  for (const [index, scenario] of scenariosOn(many.filled).entries()) {
    if (!scenario.name.includes(ONLY)) continue;
    await refuseDifferentAnswers(ours.url, bare.url, scenario);
    const rounds: Record<'ours' | 'bare' | 'few', Round[]> = { ours: [], bare: [], few: [] };
    for (let round = 0; round <= ROUNDS; round += 1) {
      const seconds = round === 0 ? WARM_UP_SECONDS : SECONDS;
      const turn = {
        ours: await load(ours.url, scenario, seconds),
        bare: await load(bare.url, scenario, seconds),
        few: await load(oursOnFew.url, fewScenarios[index]!, seconds),
      };
      if (round > 0) for (const who of ['ours', 'bare', 'few'] as const) rounds[who].push(turn[who]);
    }
    lines.push({
      scenario,
      ours: together(rounds.ours),
      bare: together(rounds.bare),
      few: together(rounds.few),
    });
    console.log(`measured: ${scenario.name}`);
  }
  // on a process of its own, whose memory nothing else has filled
  const streams = await measureStreams(await kept(ourServer(many.urls)), many.filled);
  console.log('measured: open streams');
  const reports = { curve: curveAlone(10_000), whole: await measureRetention(ours.url, many.filled) };
  console.log('measured: reports');
  const taker = await aTaker(many.urls.migration);
  const exports = [
    await measureExport(await kept(ourServer(many.urls)), taker, 'csv'),
    await measureExport(await kept(ourServer(many.urls)), taker, 'xlsx'),
  ];
  console.log('measured: exports');
  // last, for the rows it leaves behind
  const movingIn = await measureMovingIn(await kept(ourServer(few.urls)), few.urls.migration);
  console.log('measured: moving in');
  const memory = { ours: await ours.memory(), bare: await bare.memory() };
  report(lines, { many: MANY, few: FEW, ...memory, streams, movingIn, exports, reports });
} finally {
  for (const server of running) await server.stop();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

async function kept(starting: Promise<ServerProcess>): Promise<ServerProcess> {
  const server = await starting;
  running.push(server);
  return server;
}

async function filledDatabase(
  { port, folder: { secrets }, superuser }: EmbeddedPostgres,
  name: string,
  contactCount: number,
): Promise<{ urls: DatabaseUrls; filled: Filled }> {
  const began = performance.now();
  const client = await superuser();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const urls = databaseUrls(`postgres://postgres:${secrets.superuserPassword}@127.0.0.1:${port}/${name}`);
  await migrate(urls);
  const filled = await fill(urls.migration, contactCount);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(
    `filled in ${seconds} s: ${COACHES} coaches, ${COACHES * PARTICIPANTS_EACH} participants, ${contactCount} contacts`,
  );
  return { urls, filled };
}
