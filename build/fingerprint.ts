import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Made by a build out of other sources, so no source itself. */
const generated = new Set(['frontend/api/generated']);

function filesUnder(path: string): string[] {
  if (generated.has(path) || !existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** One hash over the names and the content of all files in the given files and folders. */
export function fingerprintOf(sources: string[]): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesUnder)) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.update(process.version).digest('hex');
}
