import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';

/** What the build notes of the participants' app; names of parts are those of their files. */
interface FirstPages {
  /** The first words of the addresses that are theirs. */
  paths: string[];
  app: string[];
  inSpanish: string[];
}

/** The participants' app: its page, cut where a response's nonce goes, with the parts it needs asked for at once. */
export interface OwnPages {
  isTheirs(path: string): boolean;
  pageFor(request: FastifyRequest): string[];
}

/** @returns undefined when it was not built, as in a test of the API alone */
export function ownPages(folder: string): OwnPages | undefined {
  const [index, noted] = [join(folder, 'index.html'), join(folder, 'first-pages.json')];
  if (!existsSync(index) || !existsSync(noted)) return undefined;
  // the build's file of polyfills is empty here: the language's is part of the app's main part
  const html = readFileSync(index, 'utf8').replace(/<script src="polyfills[^>]*><\/script>/, '');
  const { paths, app, inSpanish } = JSON.parse(readFileSync(noted, 'utf8')) as FirstPages;
  const theirs = new Set(paths);
  const made = (parts: string[]): string[] => {
    const links = parts.map((part) => `<link rel="modulepreload" href="${part}">`).join('');
    return html.replace('</head>', `${links}</head>`).split('CSP_NONCE');
  };
  const page = { en: made(app), es: made([...app, ...inSpanish]) };
  return {
    isTheirs: (path) => theirs.has(path.split('/')[1] ?? ''),
    pageFor: (request) => page[languageOf(request)],
  };
}

/** As the page itself will choose: what was chosen on this device, else what the browser asks for. */
function languageOf({
  headers: { cookie = '', 'accept-language': asked = '' },
}: FastifyRequest): 'en' | 'es' {
  const chosen = /(?:^|;\s*)language=(en|es)\b/.exec(cookie)?.[1];
  return (chosen ?? (asked.startsWith('es') ? 'es' : 'en')) as 'en' | 'es';
}
