/** `npm start`: builds what is stale, then becomes the server. */
import { pathToFileURL } from 'node:url';
import { buildWhatIsStale } from './build-what-is-stale.ts';

if (await buildWhatIsStale()) await import(pathToFileURL('dist/backend/start.js').href);
else process.exitCode = 1;
