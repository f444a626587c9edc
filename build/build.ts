/** `npm run build`, or `node build/build.ts server` for the server and its API description alone. */
import { buildWhatIsStale } from './build-what-is-stale.ts';

process.exitCode = (await buildWhatIsStale(process.argv[2] === 'server' ? 'server' : 'pages')) ? 0 : 1;
