import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { oneBuildAtATime } from './build-lock.ts';
import { fingerprintOf } from './fingerprint.ts';
import { run } from './run.ts';
import { stages, type Stage } from './stages.ts';

const stampOf = (stage: Stage): string => `dist/.${stage.name}-built-from`;

function isFresh(stage: Stage, fingerprint: string): boolean {
  const stamp = stampOf(stage);
  return (
    stage.makes.every((made) => existsSync(made)) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprint
  );
}

async function build(stage: Stage): Promise<boolean> {
  if (!existsSync(stage.needs)) return true;
  const fingerprint = fingerprintOf(stage.sources);
  if (isFresh(stage, fingerprint)) return true;
  rmSync(stampOf(stage), { force: true });
  for (const path of stage.clears) rmSync(path, { recursive: true, force: true });
  for (const step of stage.steps) if (!(await run([step].flat()))) return false;
  // a source that changed while it was being built leaves a stamp that no longer fits: built again next time
  writeFileSync(stampOf(stage), fingerprint);
  return true;
}

/**
 * Builds each stage whose sources changed since it was last built, up to and including `last`.
 *
 * @returns whether everything asked for is now up to date
 */
export function buildWhatIsStale(last: Stage['name'] = 'pages'): Promise<boolean> {
  return oneBuildAtATime(async () => {
    for (const stage of stages) {
      if (!(await build(stage))) return false;
      if (stage.name === last) break;
    }
    return true;
  });
}

/** For whoever builds into dist/ in another way: the next start builds everything anew. */
export function forgetBuilds(): void {
  for (const stage of stages) rmSync(stampOf(stage), { force: true });
}
