import { get } from 'node:http';
import { v7 as newId } from 'uuid';
import type { BenchCoach, Filled } from './fill.js';
import type { ServerProcess } from './processes.js';

/** Open pages on one process, half of them the supervisor's, so that each note concerns half and a few. */
export const STREAMS = 1_000;
const NOTES = 20;
/** Code that runs for the first time takes memory of its own, which is not the streams'. */
const WARM_UP = 50;
const PATIENCE_MS = 20_000;

export interface StreamsMeasured {
  /** What the open streams added to the process, in MB. */
  megabytes: number;
  /** From sending a note until the last page concerned was told, in milliseconds: the middle and the slowest. */
  middleMs: number;
  slowestMs: number;
  /** How many pages one note concerned. */
  concerned: number;
}

interface OpenPage {
  token: string;
  close(): void;
}

/** A thousand pages listening to a process that has served nothing else: what they cost, and how soon they know. */
export async function measureStreams(server: ServerProcess, filled: Filled): Promise<StreamsMeasured> {
  const { coaches, supervisorToken } = filled;
  const told = new Map<string, { left: number; done: () => void }>();
  const open = (index: number): Promise<OpenPage> => {
    const token = index % 2 === 0 ? supervisorToken : coaches[((index - 1) / 2) % coaches.length]!.token;
    return aPage(server.url, token, (participantId) => {
      const note = told.get(participantId);
      if (note && (note.left -= 1) === 0) note.done();
    });
  };
  for (const page of await pages(WARM_UP, open)) page.close();
  const before = (await server.memory()).now;
  const listening = await pages(STREAMS, open);
  const after = (await server.memory()).now;
  const concerned = (coach: BenchCoach) =>
    listening.filter(({ token }) => token === coach.token || token === supervisorToken).length;
  const times: number[] = [];
  for (const coach of coaches.slice(0, NOTES)) {
    const participantId = coach.participantIds[0]!;
    const everyone = new Promise<void>((resolve, reject) => {
      const tooLong = setTimeout(() => reject(new Error('Not every page was told.')), PATIENCE_MS);
      const done = () => (clearTimeout(tooLong), resolve());
      told.set(participantId, { left: concerned(coach), done });
    });
    const began = performance.now();
    await Promise.all([everyone, raise(server.url, coach.token, participantId)]);
    times.push(performance.now() - began);
  }
  const atEnd = (await server.memory()).now;
  for (const page of listening) page.close();
  times.sort((one, other) => one - other);
  return {
    megabytes: Math.max(after, atEnd) - before,
    middleMs: times[Math.floor(times.length / 2)]!,
    slowestMs: times.at(-1)!,
    concerned: concerned(coaches[0]!),
  };
}

/** So many pages, fifty at a time, as they come when people arrive at work. */
async function pages(count: number, open: (index: number) => Promise<OpenPage>): Promise<OpenPage[]> {
  const opened: OpenPage[] = [];
  while (opened.length < count)
    opened.push(
      ...(await Promise.all(Array.from({ length: 50 }, (_, index) => open(opened.length + index)))),
    );
  return opened;
}

/** Open once everything missed has been told. */
function aPage(url: string, token: string, heard: (participantId: string) => void): Promise<OpenPage> {
  return new Promise((resolve, reject) => {
    const headers = { cookie: `session=${token}` };
    const request = get(`${url}/api/live`, { agent: false, headers }, (response) => {
      if (response.statusCode !== 200)
        reject(new Error(`A stream was answered with ${response.statusCode}.`));
      response.setEncoding('utf8');
      response.on('error', () => undefined);
      response.on('data', (text: string) => {
        if (text.includes('event: ready')) resolve({ token, close: () => void request.destroy() });
        for (const [, id] of text.matchAll(/"participantId":"([^"]+)"/g)) heard(id!);
      });
    });
    request.once('error', reject);
  });
}

async function raise(url: string, token: string, participantId: string): Promise<void> {
  const answer = await fetch(`${url}/api/risk-notes`, {
    method: 'POST',
    headers: {
      cookie: `session=${token}`,
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
    },
    body: JSON.stringify({ riskNoteId: newId(), participantId, signals: ['housing lost'], level: 'concern' }),
  });
  if (answer.status !== 201)
    throw new Error(`A risk note was answered with ${answer.status}: ${await answer.text()}`);
}
