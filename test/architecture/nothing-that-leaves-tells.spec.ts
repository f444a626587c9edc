import { globSync, readFileSync } from 'node:fs';
import { isTelling } from '../../backend/messages/words.rules.js';

/** Every quoted name of a file that somebody may keep, in a source of ours. */
const FILE_NAME = /['"`]([^'"`\s/]*\.(?:csv|xlsx|json|html|pdf|ics|vcf|zip))['"`]/g;
/** A page's title: its id, under which other languages have it, and its words. */
const TITLE = /title: \$localize`:@@([\w.]+):([^`]+)`/g;

const read = (file: string): string => readFileSync(file, 'utf8');
const sources = (...patterns: string[]): string[] =>
  patterns.flatMap((pattern) => globSync(pattern)).filter((file) => !/\.spec\.ts$|generated/.test(file));

test('no file that can be taken away has a name that tells', () => {
  // what stays on the machine of the server
  const kept = sources('backend/**/*.ts', 'frontend/app/**/*.{ts,html}').filter(
    (file) => !/^backend.(backup|database)\b/.test(file),
  );
  const names = kept.flatMap((file) => [...read(file).matchAll(FILE_NAME)].map(([, name]) => name!));
  expect(names).toEqual(expect.arrayContaining(['refused-rows.csv']));
  expect(names.filter(isTelling)).toEqual([]);
});

test('no title of a participant’s page, or of one before the door, tells in any language', () => {
  const beforeTheDoor = read('frontend/app/routes.ts').split(
    "loadComponent: () => import('./shell/shell')",
  )[0]!;
  const titles = [beforeTheDoor, read('frontend/app/home/own-routes.ts')].flatMap((text) => [
    ...text.matchAll(TITLE),
  ]);
  expect(titles.length).toBeGreaterThan(20);
  const inSpanish = Object.assign(
    {},
    ...globSync('frontend/locale/es/*.json').map((file) => JSON.parse(read(file)) as object),
  ) as Record<string, string>;
  const said = titles.flatMap(([, id, words]) => [words!, inSpanish[id!] ?? words!]);
  expect(said.filter(isTelling)).toEqual([]);
});

test('what a browser keeps of these pages tells nothing: title, icon, notice', () => {
  const title = /<title>(.*)<\/title>/.exec(read('frontend/index.html'))?.[1];
  expect(title).toBe('Home');
  for (const file of ['frontend/index.html', ...globSync('frontend/public/*')])
    expect([file, isTelling(read(file))]).toEqual([file, false]);
});

test('nothing is put into anybody’s calendar', () => {
  const withCalendar = sources('backend/**/*.ts', 'frontend/app/**/*.{ts,html}').filter((file) =>
    /text\/calendar|VCALENDAR/.test(read(file)),
  );
  expect(withCalendar).toEqual([]);
});
