import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { esFirst } from '../../frontend/locale/es-first.js';

/** Too heavy for a cheap phone, also when a page asks for them late: what they use of Angular comes with every page. */
const TOO_HEAVY = /^@angular\/(material|cdk|forms)\b/;

/** Every source that is built from this one, with what each imports, now or later; for the first page only now. */
function sourcesFrom(entry: string, isFirstPage = false): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const take = (file: string): void => {
    if (found.has(file) || !file.endsWith('.ts')) return;
    const source = readFileSync(file, 'utf8');
    const names = [
      ...source.matchAll(/(?:^|\n)(?:import|export)\s(?!type\b)[^;]*?from '([^']+)'/g),
      ...(isFirstPage ? [] : source.matchAll(/\bimport\('([^']+)'\)/g)),
    ].map(([, name]) => name!);
    found.set(file, names);
    for (const name of names) {
      const path = name.startsWith('.') ? join(dirname(file), `${name}.ts`) : null;
      if (path && existsSync(path)) take(path);
    }
  };
  take(entry);
  return found;
}

const sources = sourcesFrom('frontend/own-main.ts');

test('the participants’ app goes without what is too heavy for a cheap phone', () => {
  expect(sources.size).toBeGreaterThan(40);
  const heavy = [...sources].flatMap(([file, names]) =>
    names.filter((name) => TOO_HEAVY.test(name)).map((name) => `${file} imports ${name}`),
  );
  expect(heavy).toEqual([]);
});

test('no page of theirs is deferred piece by piece: the way Angular does that comes with every page', () => {
  const deferring = [...sources.keys()].filter((file) =>
    [file, file.replace(/\.ts$/, '.html')].some(
      (each) => existsSync(each) && /@defer\b/.test(readFileSync(each, 'utf8')),
    ),
  );
  expect(deferring).toEqual([]);
});

test('the Spanish of the first page, and the names of all pages, come with the first page', () => {
  const late = [...sourcesFrom('frontend/app/home/own-start.ts', true).keys()]
    .flatMap((file) => [file, file.replace(/\.ts$/, '.html')].filter((each) => existsSync(each)))
    .flatMap((file) => {
      const words = readFileSync(file, 'utf8').matchAll(/@@([\w.]+)/g);
      return [...words].filter(([, id]) => !(id! in esFirst)).map(([, id]) => `${id} of ${file}`);
    });
  expect(late).toEqual([]);
});
