import { open, readFile } from 'node:fs/promises';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { CannotBackUp } from './unusable-backup.js';

export interface KeyPair {
  /** Opens every backup; never on the server. */
  secret: string;
  /** Only closes them; for BACKUP_RECIPIENT. */
  recipient: string;
}

export async function newKeyPair(): Promise<KeyPair> {
  const secret = await generateX25519Identity();
  return { secret, recipient: await identityToRecipient(secret) };
}

/** A key file as `age-keygen` writes it. An existing file stays: it may hold the only key to older backups. */
export async function keepKey(path: string, { secret, recipient }: KeyPair, at: Date): Promise<void> {
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new CannotBackUp(
      error.code === 'EEXIST'
        ? `${path} exists already and was not touched: it may hold the only key to older backups. Name another file.`
        : `The key can't be written to ${path} (${error.code}).`,
    );
  });
  try {
    await file.writeFile(`# created: ${at.toISOString()}\n# public key: ${recipient}\n${secret}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** @param recipients one or more public keys with spaces or commas between; each of their secrets opens the backup */
export function encrypterFor(recipients: string | undefined): Encrypter {
  const each = (recipients ?? '').split(/[\s,]+/).filter(Boolean);
  if (each.length === 0)
    throw new CannotBackUp(
      'A backup is encrypted, and BACKUP_RECIPIENT does not say for whom. Make a pair of keys once:\n\n' +
        '  npm run backup -- --new-key alongside-key.txt\n\n' +
        'then keep that file away from this machine, and give the server the public key it prints.',
    );
  const encrypter = new Encrypter();
  for (const recipient of each) {
    if (/^AGE-SECRET-KEY-/i.test(recipient))
      throw new CannotBackUp(
        'BACKUP_RECIPIENT holds a secret key. The server needs the public one, which begins with age1; ' +
          'whoever reads its settings could open every backup otherwise.',
      );
    try {
      encrypter.addRecipient(recipient);
    } catch {
      throw new CannotBackUp(
        `BACKUP_RECIPIENT holds "${recipient}", which is no public key: they begin with age1.`,
      );
    }
  }
  return encrypter;
}

/** @param path a key file of ours or of age-keygen, or `-` for the standard input */
export async function decrypterWith(
  path: string | undefined,
  input: AsyncIterable<Buffer>,
): Promise<Decrypter> {
  if (!path)
    throw new CannotBackUp(
      'A backup opens with its secret key: say where that is with --key alongside-key.txt, or --key - to type or pipe it in.',
    );
  const secrets = (path === '-' ? await all(input) : await textOf(path)).match(/AGE-SECRET-KEY-\S+/g);
  if (!secrets)
    throw new CannotBackUp(
      `${path === '-' ? 'What was typed' : path} holds no secret key: there is a line that begins with AGE-SECRET-KEY- in one.`,
    );
  const decrypter = new Decrypter();
  for (const secret of secrets)
    try {
      decrypter.addIdentity(secret);
    } catch {
      throw new CannotBackUp('That secret key is not whole: a letter of it is missing or wrong.');
    }
  return decrypter;
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CannotBackUp(`The key file ${path} can't be read (${error.code}).`);
  });
}

async function all(input: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) {
    chunks.push(chunk);
    // typed by hand: the line is enough, nobody has to know of Ctrl-D
    if (chunk.includes('\n')) break;
  }
  return Buffer.concat(chunks).toString();
}
