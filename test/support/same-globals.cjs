const { TestEnvironment } = require('jest-environment-node');

/** What jest keeps there of a test file: how far it is, who is told, what it asked for. */
const OF_ONE_FILE =
  /^(?:JEST_STATE_SYMBOL|EVENT_HANDLERS|TEST_TIMEOUT_SYMBOL|(?:LOG_ERRORS_BEFORE|WAIT_BEFORE)_RETRY|RETRY_\w+)$/;

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
    for (const symbol of Object.getOwnPropertySymbols(globalThis))
      if (OF_ONE_FILE.test(symbol.description)) Reflect.deleteProperty(globalThis, symbol);
    globalThis.console = console;
    process.exit = exit;
    for (const name of Object.keys(process.env)) if (!(name in settings)) delete process.env[name];
    Object.assign(process.env, settings);
    await super.teardown();
  }
}

module.exports = SameGlobals;
