/**
 * `node build/first-pages.ts <folder>`: notes what the server should know of the participants' app: the addresses that
 * are its own, and which parts its first pages are made of, so that they are all asked for at once and not one after
 * the other. Reads what the build says of itself.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Output {
  entryPoint?: string;
  imports: { path: string; kind: string }[];
}

const folder = process.argv[2] ?? '.';
const stats = join(folder, 'browser-stats.json');
const { outputs } = JSON.parse(readFileSync(stats, 'utf8')) as { outputs: Record<string, Output> };

/** The part that begins with this source, and everything that must be there before it runs. */
function partsOf(source: string): string[] {
  const found = Object.entries(outputs).find(
    ([name, { entryPoint }]) => entryPoint === source && name.endsWith('.js'),
  );
  if (!found) throw new Error(`The build has no part that begins with ${source}.`);
  const parts = new Set<string>();
  const take = (name: string): void => {
    if (parts.has(name) || !outputs[name]) return;
    parts.add(name);
    for (const { path, kind } of outputs[name].imports) if (kind === 'import-statement') take(path);
  };
  take(found[0]);
  return [...parts];
}

const app = [...partsOf('frontend/own-main.ts'), ...partsOf('frontend/app/home/own-start.ts')];
const inSpanish = partsOf('frontend/locale/es-first.ts');
const routes = readFileSync('frontend/app/home/own-routes.ts', 'utf8');
const paths = [...routes.matchAll(/path: '([\w-]+)/g)].map(([, path]) => path!);

writeFileSync(
  join(folder, 'first-pages.json'),
  JSON.stringify({
    paths: [...new Set(paths)],
    app: [...new Set(app)],
    inSpanish: inSpanish.filter((part) => !app.includes(part)),
  }),
);
if (existsSync(stats)) rmSync(stats);
