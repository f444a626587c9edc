import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

export interface Browser {
  executablePath: string;
  /** Where it finds its fonts and, where the system has none, its libraries. */
  env: Record<string, string>;
}

const PACKAGE = 'node_modules/@sparticuz/chromium';
const run = promisify(execFile);

/**
 * The Chromium that comes in an npm package, unpacked once beside it. The package itself would unpack to /tmp, where
 * another user's copy, or a half-written one, may already lie.
 */
export async function packagedChromium(): Promise<Browser> {
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = resolve('node_modules/.cache', `chromium-${version}`);
  if (!existsSync(folder)) await unpackTo(folder);
  const executablePath = join(folder, 'chromium');
  const env = { FONTCONFIG_PATH: join(folder, 'fonts'), FONTCONFIG_FILE: join(folder, 'fonts/fonts.conf') };
  if (await runs(executablePath, env)) return { executablePath, env };
  return { executablePath, env: { ...env, LD_LIBRARY_PATH: join(folder, 'al2023/lib') } };
}

async function unpackTo(folder: string): Promise<void> {
  await mkdir(resolve('node_modules/.cache'), { recursive: true });
  const half = await mkdtemp(`${folder}.`);
  await run(process.execPath, ['test/support/unpack-chromium.mjs'], {
    env: { ...process.env, TMPDIR: half },
  });
  await writeFile(
    join(half, 'fonts/fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`,
  );
  // a worker that was quicker has put the same there
  await rename(half, folder).catch(() => rm(half, { recursive: true, force: true }));
}

async function runs(executablePath: string, env: Record<string, string>): Promise<boolean> {
  return run(executablePath, ['--version'], { env: { ...process.env, ...env } }).then(
    () => true,
    () => false,
  );
}
