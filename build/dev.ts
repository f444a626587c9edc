/**
 * `npm run dev`: like `npm start`, and every change of a source shows: the server starts again, the pages are built
 * anew for the next reload. Types of a changed API come with `npm run build`.
 */
import { existsSync } from 'node:fs';
import concurrently from 'concurrently';
import { buildWhatIsStale, forgetBuilds } from './build-what-is-stale.ts';

const watchers = [
  { name: 'server', command: 'nest build --watch --preserveWatchOutput' },
  { name: 'run', command: 'node --watch --watch-preserve-output dist/backend/start.js' },
];
const pages = [
  { name: 'pages', command: 'ng build alongside --configuration development --watch' },
  { name: 'own', command: 'ng build own --configuration development --watch' },
];

if (await buildWhatIsStale('server')) {
  forgetBuilds();
  await concurrently(existsSync('frontend/main.ts') ? [...watchers, ...pages] : watchers, {
    killOthersOn: ['failure'],
    prefixColors: 'auto',
  }).result.catch(() => (process.exitCode = 1));
} else process.exitCode = 1;
