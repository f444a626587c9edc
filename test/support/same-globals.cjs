const { TestEnvironment } = require('jest-environment-node');

/** What a test file may ask jest for; it holds for that file. */
const OF_ONE_FILE = ['RETRY_TIMES', 'LOG_ERRORS_BEFORE_RETRY', 'TEST_TIMEOUT_SYMBOL'];

/**
 * A test file among the globals of the process that runs it, as our server is in production, and not in a context of
 * its own: what code-once.cjs loads for all of them knows no other.
 */
class SameGlobals extends TestEnvironment {
  constructor(...given) {
    super(...given);
    this.global = globalThis;
    this.before = { console: globalThis.console, exit: process.exit, settings: { ...process.env } };
  }

  async teardown() {
    const { console, exit, settings } = this.before;
    for (const name of OF_ONE_FILE) Reflect.deleteProperty(globalThis, Symbol.for(name));
    globalThis.console = console;
    process.exit = exit;
    for (const name of Object.keys(process.env)) if (!(name in settings)) delete process.env[name];
    Object.assign(process.env, settings);
    await super.teardown();
  }
}

module.exports = SameGlobals;
