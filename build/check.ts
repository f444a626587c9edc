/** `npm run check`: everything that can be found wrong without running the product. All of it, then the verdict. */
import { existsSync } from 'node:fs';
import { buildWhatIsStale } from './build-what-is-stale.ts';
import { run } from './run.ts';
import type { Step } from './stages.ts';

const bin = (doing: string, name: string, ...args: string[]): Step => ({
  doing,
  command: `node_modules/.bin/${name}`,
  args,
});
const folders = ['backend', 'migrations', 'build', 'test', 'frontend'].filter((folder) => existsSync(folder));

const checks = [
  bin('Format', 'prettier', '--check', '.'),
  bin('Lint', 'eslint', '.'),
  bin('Types of server and tests', 'tsc', '-p', 'tsconfig.test.json'),
  bin('Types of the build', 'tsc', '-p', 'tsconfig.build.json'),
  bin('Types of the pages and their templates', 'ngc', '-p', 'tsconfig.frontend.json', '--noEmit'),
  bin('Types of the tests of pages', 'tsc', '-p', 'tsconfig.web-test.json', '--noEmit'),
  bin('Import ranks', 'depcruise', ...folders, '--config', '.dependency-cruiser.js'),
];

// the pages stand on the types that come out of the API's document
let isFine = await buildWhatIsStale('server');
for (const check of checks) isFine = (await run([check])) && isFine;
process.exitCode = isFine ? 0 : 1;
