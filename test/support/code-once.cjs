const { existsSync } = require('node:fs');
const { registerHooks } = require('node:module');
const { join } = require('node:path');
const { fileURLToPath, pathToFileURL } = require('node:url');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const ROOT = pathToFileURL(join(__dirname, '../../')).href;
const OURS = (url) => url?.startsWith(ROOT) && !url.startsWith(`${ROOT}node_modules/`);

/** Reads TypeScript as jest is told to, and keeps what it read on the disk for the next run. */
let transformer;
/** Where the source map of each module is: stacks are told in our lines. */
const sourceMaps = new Map();
let fileCount = 0;

registerHooks({
  resolve(specifier, context, next) {
    const parent = context.parentURL;
    if (!OURS(parent)) return next(specifier, context);
    const found = next(specifier.startsWith('.') ? sourceOf(new URL(specifier, parent)) : specifier, context);
    // what belongs to the tests is each test file's own
    return found.url.startsWith(`${ROOT}test/`)
      ? { ...found, url: found.url + new URL(parent).search }
      : found;
  },
  load(url, context, next) {
    if (!OURS(url) || !new URL(url).pathname.endsWith('.ts')) return next(url, context);
    const { code, sourceMapPath } = transformer.transform(fileURLToPath(url), {
      instrument: false,
      supportsDynamicImport: true,
      supportsExportNamespaceFrom: true,
      supportsStaticESM: true,
      supportsTopLevelAwait: true,
    });
    sourceMaps.set(url, sourceMapPath);
    return { format: 'module', source: code, shortCircuit: true };
  },
});

/** Sources name each other by what they become, `./contact.js`; tests read what they are, `./contact.ts`. */
function sourceOf({ href }) {
  const source = href.replace(/\.js$/, '.ts');
  return existsSync(new URL(source)) ? source : href;
}

/**
 * Test files as Node itself loads modules. What they test, and the packages that needs, is loaded once by the process
 * that runs them; jest alone would read, link and run those two and a half thousand files for each test file anew, and
 * that took longer than the tests.
 */
class CodeOnce extends Runtime {
  constructor(config, environment, resolver, scripts, cache, options, path, ...rest) {
    super(config, environment, resolver, scripts, cache, options, path, ...rest);
    transformer = scripts;
    // jest's own parts among the same globals as what they test
    this.executor.compile = (source, filename) =>
      environment.getVmContext() &&
      compileFunction(source, this.executor.injectedModuleParameters, { filename });
    environment.global.jest = this.jestGlobals.jestObjectFor(path);
  }

  unstable_importModule(path) {
    fileCount += 1;
    return import(`${pathToFileURL(path).href}?${fileCount}`);
  }

  getSourceMaps() {
    return sourceMaps;
  }
}

module.exports = CodeOnce;
