import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { v7 as newId } from 'uuid';
import { hashOf, newToken } from '../../backend/access/session-cookie.js';
import type { ServerProcess } from './processes.js';

/** As many as one file may have. */
export const MOVED = 50_000;
const LOOK_AGAIN_MS = 100;
/** Days in two years, so that many contacts of a coach fall on one. */
const DAYS = 730;

export interface MovingInMeasured {
  /** Rows a second, from the word to go until all of them are there; and while they are tried. */
  movedPerSecond: number;
  triedPerSecond: number;
  /** From the last byte sent until the file is read and staged, in seconds. */
  sentSeconds: number;
  /** What a file on its way adds to the process at most, in MB. */
  megabytes: number;
}

/** 50,000 past contacts of everybody there is, on a process that has served nothing else. */
export async function measureMovingIn(
  server: ServerProcess,
  superuserUrl: string,
): Promise<MovingInMeasured> {
  const token = await anAdministrator(superuserUrl);
  const ask = async (method: string, path: string, body?: string, type = 'application/json', version = 0) => {
    const answer = await fetch(server.url + path, {
      method,
      body,
      headers: {
        ...{ cookie: `session=${token}`, 'sec-fetch-site': 'same-origin', 'if-match': String(version) },
        ...(body === undefined ? {} : { 'content-type': type }),
      },
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return (await answer.json()) as Moved;
  };
  const at = `/api/moving-in/${newId()}`;
  const before = (await server.memory()).now;
  const began = performance.now();
  const sent = await ask(
    'PUT',
    `${at}?kind=contacts&fileName=contacts.csv`,
    contactsFile(),
    'application/octet-stream',
  );
  const sentSeconds = (performance.now() - began) / 1000;
  const until = async (state: string): Promise<Moved> => {
    for (;;) {
      const move = await ask('GET', at);
      if (move.state === state) return move;
      if (move.state === 'stopped') throw new Error(JSON.stringify(move));
      await pause(LOOK_AGAIN_MS);
    }
  };
  const columns = sent.columns.map(({ index, guess }) => ({ index, field: guess }));
  const matching = JSON.stringify({ columns, dayOrder: 'month first' });
  const trying = performance.now();
  await ask('PUT', `${at}/matching`, matching, undefined, sent.version);
  const tried = await until('tried');
  const moving = performance.now();
  await ask('POST', `${at}/go`, '{"leaveOutRefused":false}', undefined, tried.version);
  const moved = await until('moved');
  const ended = performance.now();
  if (moved.moved?.makes.contacts !== MOVED)
    throw new Error(`Not all came in: ${JSON.stringify(moved.moved)}`);
  return {
    movedPerSecond: (MOVED / (ended - moving)) * 1000,
    triedPerSecond: (MOVED / (moving - trying)) * 1000,
    sentSeconds,
    megabytes: (await server.memory()).peak - before,
  };
}

interface Moved {
  state: string;
  version: number;
  columns: { index: number; guess: string | null }[];
  moved: { makes: { contacts: number } } | null;
}

/** Somebody who may bring it in; and everybody gets the number they have in the file. */
async function anAdministrator(superuserUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const token = newToken();
    await client.query(
      `INSERT INTO accounts (organization_id, id, role, sign_in_name, name, activated_at, created_at)
       SELECT id, uuidv7(), 'administrator', 'desk', 'Desk', now(), now() FROM organizations`,
    );
    await client.query(
      `SELECT start_session(organization_id, id, $1, now()) FROM accounts WHERE role = 'administrator'`,
      [hashOf(token)],
    );
    await client.query(
      `INSERT INTO old_numbers (organization_id, number, participant_id)
       SELECT organization_id, (row_number() OVER (ORDER BY id))::text, id FROM participants`,
    );
    return token;
  } finally {
    await client.end();
  }
}

function contactsFile(): string {
  const lines = ['Client ID,Date of contact,Time,Type,Outcome,Minutes,Notes,Staff'];
  const ways = ['call', 'text', 'visit', 'video'];
  const outcomes = ['reached', 'no answer', 'left message', 'reached'];
  const last = Date.parse(new Date().toISOString().slice(0, 10)) - 2 * 86_400_000;
  for (let row = 0; row < MOVED; row++) {
    const day = new Date(last - ((row * 7) % DAYS) * 86_400_000);
    const said =
      row % 2 ? `"Talked about the list of meetings near the bus line, and what helps; number ${row}."` : '';
    lines.push(
      [
        ...[(row % 10_000) + 1, `${day.getUTCMonth() + 1}/${day.getUTCDate()}/${day.getUTCFullYear()}`],
        ...[`${9 + (row % 8)}:${10 + (row % 50)}`, ways[row % 4], outcomes[(row >> 2) % 4], 5 + (row % 40)],
        ...[said, `person${1 + (row % 200)}`],
      ].join(','),
    );
  }
  return lines.join('\r\n');
}
