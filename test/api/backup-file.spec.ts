import { createHash, randomBytes } from 'node:crypto';
import { copyFile, mkdir, open, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Decrypter } from 'age-encryption';
import { ABOUT, type BackupAbout, type Member } from '../../backend/backup/backup-about.js';
import { decrypterWith, encrypterFor, keepKey, newKeyPair, type KeyPair } from '../../backend/backup/keys.js';
import { readBackup } from '../../backend/backup/read-backup.js';
import { restoreCluster } from '../../backend/backup/restore-cluster.js';
import { CannotBackUp, UnusableBackup } from '../../backend/backup/unusable-backup.js';
import { whole } from '../../backend/backup/whole.js';
import { writeBackup } from '../../backend/backup/write-backup.js';
import { openDataFolder } from '../../backend/database/data-folder.js';
import { HeldMemory } from '../support/held-memory.js';
import { ownFolder } from '../support/own-cluster.js';

const MADE_AT = new Date('2026-03-10T20:00:00Z');
const MEGABYTE = 1024 * 1024;

let folder: string;
let removeFolder: () => Promise<void>;
let pair: KeyPair;
let key: Decrypter;
/** A good one; its content stands in for a cluster's and compresses to nothing less. */
let file: string;
const content = randomBytes(3 * MEGABYTE);

beforeAll(async () => {
  ({ path: folder, remove: removeFolder } = await ownFolder());
  pair = await newKeyPair();
  await keepKey(join(folder, 'key.txt'), pair, MADE_AT);
  key = await decrypterWith(join(folder, 'key.txt'), process.stdin);
  file = await written('good', [member('postgres/base', content), manifest([['base', content]])]);
});
afterAll(() => removeFolder());

function about(more: Partial<BackupAbout> = {}): Member {
  const holds = { organizations: 1, participants: 2, newestContactAt: null };
  const all = {
    ...{ format: 1, kind: 'cluster', madeAt: MADE_AT.toISOString(), postgres: '18.4' },
    ...{ migrationCount: 44, newestMigration: '1763700000046', holds, ...more },
  };
  return whole(ABOUT, Buffer.from(JSON.stringify(all)));
}

const member = (name: string, bytes: Buffer): Member => whole(name, bytes);

function manifest(files: [name: string, bytes: Buffer][]): Member {
  const Files = files.map(([Path, bytes]) => ({
    Path,
    Size: bytes.length,
    Checksum: createHash('sha256').update(bytes).digest('hex'),
  }));
  return member('postgres/backup_manifest', Buffer.from(JSON.stringify({ Files })));
}

const cluster: Member = { ...whole('postgres', Buffer.alloc(0)), isFolder: true };

const inTurn = (members: Iterable<Member>): AsyncIterable<Member> => Readable.from(members);

async function written(name: string, members: Iterable<Member>, first = about()): Promise<string> {
  await writeBackup(folder, name, encrypterFor(pair.recipient), inTurn([first, cluster, ...members]));
  return join(folder, name);
}

/** A copy of the good file with something done to it. */
async function spoiled(name: string, spoil: (path: string, size: number) => Promise<void>): Promise<string> {
  const path = join(folder, name);
  await copyFile(file, path);
  await spoil(path, (await readFile(path)).length);
  return path;
}

async function changeByte(path: string, at: number): Promise<void> {
  const handle = await open(path, 'r+');
  const byte = Buffer.alloc(1);
  await handle.read(byte, 0, 1, at);
  byte[0]! ^= 1;
  await handle.write(byte, 0, 1, at);
  await handle.close();
}

/** What restoring says, and that it left no trace of itself. */
async function refusal(path: string, decrypter = key): Promise<Error> {
  const target = join(folder, 'nowhere-yet');
  const error = await restoreCluster(path, decrypter, target, false, MADE_AT).catch((each: Error) => each);
  expect(error).toBeInstanceOf(Error);
  expect(await readdir(join(target, 'postgres')).catch(() => 'none')).toBe('none');
  expect(await readdir(target).catch(() => [])).toEqual([]);
  return error as Error;
}

test('a whole one is read to its end and says what it holds', async () => {
  expect(await readBackup(file, key)).toMatchObject({ postgres: '18.4', holds: { participants: 2 } });
});

test('nothing of what is in it can be read from the file', async () => {
  const bytes = await readFile(file);
  for (const word of ['postgres', 'participants', 'cluster', 'alongside'])
    expect(bytes.includes(word)).toBe(false);
});

test.each<[string, (path: string, size: number) => Promise<void>, RegExp]>([
  ['cut in half', (path, size) => truncate(path, Math.floor(size / 2)), /not whole: it was cut/],
  ['cut by its last byte', (path, size) => truncate(path, size - 1), /not whole: it was cut/],
  ['cut between two chunks', (path) => truncate(path, 184 + 16 + 20 * 65552), /not whole: it was cut/],
  ['cut in its first lines', (path) => truncate(path, 60), /first lines .* are cut or were changed/],
  [
    'with one byte changed in the middle',
    (path, size) => changeByte(path, size >> 1),
    /was changed after.* [45]\d % into/,
  ],
  ['with one byte changed at its end', (path, size) => changeByte(path, size - 1), /its end was changed/],
  ['with a byte changed in its first lines', (path) => changeByte(path, 150), /first lines .* were changed/],
  ['empty', (path) => truncate(path, 0), /is empty/],
  ['that is something else', (path) => writeFile(path, 'Dear Ada,\n'), /is something else/],
])('a file %s is told apart, and nothing is touched', async (name, spoil, words) => {
  const error = await refusal(await spoiled(name, spoil));
  expect(error).toBeInstanceOf(UnusableBackup);
  expect(error.message).toMatch(words);
});

test("another's key does not open it, and says so", async () => {
  const other = join(folder, 'other-key.txt');
  await keepKey(other, await newKeyPair(), MADE_AT);
  const error = await refusal(file, await decrypterWith(other, process.stdin));
  expect(error).toBeInstanceOf(UnusableBackup);
  expect(error.message).toMatch(/key does not open/);
});

test('a file that is not there, and a folder', async () => {
  expect((await refusal(join(folder, 'gone'))).message).toMatch(/There is no file/);
  expect((await refusal(folder)).message).toMatch(/is a folder/);
});

test.each<[string, Member[], Partial<BackupAbout>, RegExp]>([
  [
    'PostgreSQL is another',
    [],
    { postgres: '17.2' },
    /PostgreSQL 17\.2.*brings PostgreSQL 18.*can't read it/s,
  ],
  ['Alongside was newer', [], { newestMigration: '9763700000000' }, /newer version of Alongside/],
  ['layout is a later one', [], { format: 2 as 1 }, /newer version of Alongside/],
  ['database was no embedded one', [], { kind: 'dump' }, /DATABASE_URL/],
  ['list of files is missing', [member('postgres/base', content)], {}, /list of files is missing/],
  ['file is missing', [manifest([['base', content]])], {}, /base is missing/],
  [
    'file is another than its list says',
    [member('postgres/base', randomBytes(9)), manifest([['base', content]])],
    {},
    /base is not as it was/,
  ],
  ['file would land elsewhere', [member('postgres/../../passwd', content)], {}, /where none belongs/],
])('one whose %s is refused', async (name, members, more, words) => {
  expect((await refusal(await written(name, members, about(more)))).message).toMatch(words);
});

test('an encrypted file of somebody else is no backup', async () => {
  const path = join(folder, 'letter');
  await writeFile(path, await encrypterFor(pair.recipient).encrypt('Dear Ada,\n'));
  expect((await refusal(path)).message).toMatch(/no backup of Alongside/);
});

test('a copy that breaks off leaves nothing', async () => {
  function* breaking(): Generator<Member> {
    yield about();
    yield member('postgres/base', content);
    throw new Error('PostgreSQL went away');
  }
  const writing = writeBackup(folder, 'broken', encrypterFor(pair.recipient), inTurn(breaking()));
  await expect(writing).rejects.toThrow('PostgreSQL went away');
  expect((await readdir(folder)).filter((name) => name.startsWith('broken'))).toEqual([]);
});

test('a start refuses where bringing back was interrupted, and says what to do', async () => {
  const half = join(folder, 'half');
  await mkdir(join(half, 'restoring'), { recursive: true });
  await expect(openDataFolder(half)).rejects.toThrow(/interrupted.*npm run restore again/s);
});

test('a key for closing is asked for, and a secret one is not taken for it', () => {
  expect(() => encrypterFor(undefined)).toThrow(/--new-key/);
  expect(() => encrypterFor(pair.secret)).toThrow(/holds a secret key/);
  expect(() => encrypterFor('age1nonsense')).toThrow(/no public key/);
});

test('a key is never written over another', async () => {
  await expect(keepKey(join(folder, 'key.txt'), pair, MADE_AT)).rejects.toThrow(CannotBackUp);
});

test('any of several keys opens it', async () => {
  const second = await newKeyPair();
  await keepKey(join(folder, 'second.txt'), second, MADE_AT);
  const both = encrypterFor(`${pair.recipient}, ${second.recipient}`);
  await writeBackup(folder, 'for-two', both, inTurn([about(), manifest([])]));
  for (const name of ['key.txt', 'second.txt'])
    await readBackup(join(folder, 'for-two'), await decrypterWith(join(folder, name), process.stdin));
});

test('memory stays flat, however much passes through', async () => {
  const block = randomBytes(MEGABYTE);
  const COUNT = 64;
  const memory = new HeldMemory();
  function* blocks(): Generator<Uint8Array> {
    for (let made = 1; made <= COUNT; made += 1) {
      yield block;
      memory.look(made * block.length);
    }
  }
  const big = { name: 'postgres/big', size: COUNT * block.length, content: Readable.from(blocks()) };
  const path = await written('big', [big, manifest([])]);
  const back = new HeldMemory();
  let read = 0;
  await readBackup(path, key, {
    member: async ({ content: passing }) => {
      for await (const chunk of passing) back.look((read += chunk.length));
    },
  });
  expect(read).toBeGreaterThan(COUNT * block.length);
  expect(memory.highest).toBeLessThan(32 * MEGABYTE);
  expect(back.highest).toBeLessThan(32 * MEGABYTE);
});
