// Sources name each other by what they become, `./contact.js`; tests read what they are, `./contact.ts`.
const { existsSync } = require('node:fs');
const { resolve } = require('node:path');

module.exports = (path, options) => {
  if (path.startsWith('.') && path.endsWith('.js') && !options.basedir.includes('node_modules')) {
    const source = resolve(options.basedir, path.replace(/\.js$/, '.ts'));
    if (existsSync(source)) return source;
  }
  return options.defaultResolver(path, options);
};
