import { createRequire } from 'node:module';
import { swcOptions } from './test/support/swc-options.mjs';

const { createEsmPreset } = createRequire(import.meta.url)('jest-preset-angular/presets');

/** Tests that run in Node: ECMAScript modules, as the server itself, which is loaded once (decision 31). */
const inNode = {
  rootDir: import.meta.dirname,
  testEnvironment: '<rootDir>/test/support/same-globals.cjs',
  runtime: '<rootDir>/test/support/code-once.cjs',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': ['@swc/jest', swcOptions] },
};

/** Tests that need a PostgreSQL: one for the whole run, a clone of the migrated template for each worker. */
const onPostgres = {
  ...inNode,
  globalSetup: '<rootDir>/test/support/start-postgres.mjs',
  globalTeardown: '<rootDir>/test/support/stop-postgres.mjs',
};

/** Tests of pages and what they are made of, in a document without a browser. */
const inDocument = {
  ...createEsmPreset({
    tsconfig: '<rootDir>/tsconfig.web-test.json',
    testEnvironment: 'jest-preset-angular/environments/jest-jsdom-env',
  }),
  rootDir: import.meta.dirname,
  setupFilesAfterEnv: ['<rootDir>/test/support/web-setup.ts'],
};

export default {
  projects: [
    { ...inNode, displayName: 'rules', testMatch: ['<rootDir>/test/rules/**/*.spec.ts'] },
    { ...inDocument, displayName: 'web', testMatch: ['<rootDir>/frontend/**/*.spec.ts'] },
    { ...onPostgres, displayName: 'architecture', testMatch: ['<rootDir>/test/architecture/**/*.spec.ts'] },
    { ...onPostgres, displayName: 'api', testMatch: ['<rootDir>/test/api/**/*.spec.ts'] },
    { ...onPostgres, displayName: 'journeys', testMatch: ['<rootDir>/test/journeys/**/*.spec.ts'] },
  ],
  // two: a browser, a server and a PostgreSQL work beside each of them; three were no faster
  maxWorkers: 2,
  // modules of ECMAScript are never let go of, so a worker grows with each file
  workerIdleMemoryLimit: '1GB',
  // a journey through a real browser, on a machine that does other things too
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/test/support/count-reporter.mjs'],
};
