import { createHash } from 'node:crypto';
import type { Decrypter } from 'age-encryption';
import { ABOUT, type BackupAbout, type BackupManifest, type Member } from './backup-about.js';
import { membersOfFile } from './open-backup.js';
import type { Progress } from './progress.js';
import { CannotBackUp, UnusableBackup } from './unusable-backup.js';

export const MANIFEST = 'backup_manifest';

/** What becomes of a backup while it is read. Nothing of it may take its place before `readBackup` has returned. */
export interface Receiver {
  /** Before anything else; throws for what can't be brought back here. */
  about?(about: BackupAbout): void | Promise<void>;
  /** Must read the content to its end. */
  member?(member: Member): Promise<void>;
}

/**
 * Reads a whole backup: every byte of it is proven by age before it is passed on, the end is really the end, and each
 * file has the size and the SHA-256 that the manifest says.
 *
 * @throws UnusableBackup for a file that is cut, changed, empty, something else, or another key's
 */
export async function readBackup(
  path: string,
  decrypter: Decrypter,
  receiver: Receiver = {},
  progress: Progress = () => undefined,
): Promise<BackupAbout> {
  let about: BackupAbout | undefined;
  let manifest: Buffer | undefined;
  const sums = new Map<string, string>();
  for await (const member of membersOfFile(path, decrypter, progress)) {
    if (!about) {
      about = aboutIn(member.name === ABOUT ? await textOf(member) : '');
      await receiver.about?.(about);
      continue;
    }
    if (member.isFolder) {
      await receiver.member?.(member);
      continue;
    }
    const hash = createHash('sha256');
    const kept: Uint8Array[] = [];
    const isManifest = member.name.endsWith(`/${MANIFEST}`);
    const content = (async function* () {
      for await (const chunk of member.content) {
        hash.update(chunk);
        if (isManifest) kept.push(chunk);
        yield chunk;
      }
    })();
    if (receiver.member) await receiver.member({ ...member, content });
    else for await (const _ of content);
    sums.set(member.name, `${member.size} ${hash.digest('hex')}`);
    if (isManifest) manifest = Buffer.concat(kept);
  }
  if (!about || !manifest) throw new UnusableBackup(`${path} is not whole: its list of files is missing.`);
  refuseOtherSums(manifest, sums);
  return about;
}

function aboutIn(text: string): BackupAbout {
  let about: BackupAbout | undefined;
  try {
    about = JSON.parse(text) as BackupAbout;
  } catch {
    // said below
  }
  if (typeof about?.format !== 'number')
    throw new UnusableBackup('The key opens this file, but it is no backup of Alongside.');
  if (about.format !== 1)
    throw new CannotBackUp('This backup was made by a newer version of Alongside: restore it with that one.');
  return about;
}

async function textOf({ content }: Member): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** PostgreSQL leaves its WAL out of the list: starting on it is the proof of that. */
function refuseOtherSums(manifest: Buffer, sums: Map<string, string>): void {
  const { Files } = JSON.parse(manifest.toString()) as BackupManifest;
  for (const file of Files) {
    const name = file.Path ?? Buffer.from(file['Encoded-Path'] ?? '', 'hex').toString();
    const found = sums.get(`postgres/${name}`) ?? sums.get(`dump/${name}`);
    if (found !== `${file.Size} ${file.Checksum}`)
      throw new UnusableBackup(`The backup is not whole: ${name} is ${found ? 'not as it was' : 'missing'}.`);
  }
}
