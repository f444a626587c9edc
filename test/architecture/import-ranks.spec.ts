import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { ranks } from '../../.dependency-cruiser.js';

const folders = ['backend', 'migrations', 'build', 'frontend'];

test('a folder imports strictly lower ranks, and nothing imports in rings', async () => {
  const cruise = [
    'node_modules/.bin/depcruise',
    ...folders,
    '--config',
    '.dependency-cruiser.js',
    '-T',
    'json',
  ];
  const { stdout } = await promisify(execFile)(process.execPath, cruise, { maxBuffer: 1e9 }).catch(
    // it exits with the number of violations
    (error: { stdout: string }) => error,
  );
  const { summary } = JSON.parse(stdout);
  expect(summary.totalCruised).toBeGreaterThan(100);
  expect(summary.violations.map((each: Violation) => `${each.rule.name}: ${each.from} → ${each.to}`)).toEqual(
    [],
  );
});

test('every folder of the server has its rank', async () => {
  const entries = await readdir('backend', { withFileTypes: true });
  const inUse = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  expect(inUse.filter((folder) => !ranks.flat().includes(folder))).toEqual([]);
});

interface Violation {
  rule: { name: string };
  from: string;
  to: string;
}
