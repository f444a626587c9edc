import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { kinderWords } from './kinder-words';

/** Every source below a folder whose words a person may come to read. */
function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|html)$/.test(file) && !/\.spec\.ts$|generated/.test(file))
    .map((file) => join(folder, file));
}

/** The texts written in a source: those of code between quotes, and of a template what is no tag. */
function textsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  if (file.endsWith('.html')) return textsOfTemplate(source);
  const texts: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node)) {
      // what goes on after a value is said of that value
      const isAfterValue = ts.isTemplateMiddleOrTemplateTail(node);
      const text = isAfterValue ? `it ${node.text}` : node.text;
      texts.push(...(text.includes('</') ? textsOfTemplate(text) : [text]));
    }
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(file, source, ts.ScriptTarget.Latest));
  return texts;
}

/** Text between tags runs on where only a piece of it is bold; what stands in attributes is read by itself. */
function textsOfTemplate(template: string): string[] {
  const attributes = [...template.matchAll(/[\w-]="([^"]*)"/g)].map((match) => match[1]!);
  return [...attributes, template.replace(/<\/?(?:b|u|span|i)\b[^>]*>/g, '').replace(/<[^>]*>/g, '\n')];
}

const SCREENS = sourcesIn('frontend/app').filter((file) => !/app\/words\//.test(file));
// those who run the server read of databases, not of people
const ANSWERS = sourcesIn('backend').filter((file) => !/backend\/(?:sample|database)\//.test(file));

describe('our own words pass the list that notes do', () => {
  it('finds the words of our screens at all', () => {
    const texts = SCREENS.flatMap(textsOf);
    expect(texts.length).toBeGreaterThan(1_000);
    expect(texts.some((text) => text.includes('Note for the team only'))).toBe(true);
  });

  it.each([
    ['pages', SCREENS],
    ['what the server answers', ANSWERS],
    ['what the offers themselves say', ['frontend/app/words/whys.ts', 'frontend/app/words/offers-below.ts']],
  ])('%s', (_, files) => {
    const unkind = files.flatMap((file) =>
      textsOf(file).flatMap((text) =>
        kinderWords(text).map(({ typed, offers }) => `${file}: "${typed}", better "${offers[0]}"`),
      ),
    );
    expect(unkind).toEqual([]);
  });
});

/** Where a participant types, or somebody with them: their own words are theirs, nobody offers others. */
const WORDS_OF_THEIR_OWN =
  /app\/(?:(?:assessments|check-ins|goals|home|invitations|looks|notes|plans|recovery-days)\/|wishes\/own-)/;

it('every field of staff for more than a line of words has the offers', () => {
  const bare = SCREENS.filter(
    (file) =>
      !WORDS_OF_THEIR_OWN.test(file) && /<textarea(?![^>]*appSuggestsWords)/.test(readFileSync(file, 'utf8')),
  );
  expect(bare).toEqual([]);
});
