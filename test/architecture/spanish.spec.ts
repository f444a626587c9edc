import { es, problemsInSpanish } from '../../frontend/locale/es.js';
import { codesForParticipants } from '../support/problems-of-routes.js';
import { allPages, pagesOfParticipants, textsOf, titlesForParticipants } from '../support/texts-of-pages.js';

const pages = pagesOfParticipants();
const texts = pages.map(textsOf);
const marked = [...titlesForParticipants(), ...texts.flatMap((each) => each.marked)];

/** The same in both languages: names, and what a language calls itself. */
const SAME_IN_EVERY_LANGUAGE = ['Alongside', 'English', 'Español', 'OK'];

test('the pages that a participant can come to are found', () => {
  expect(pages).toEqual(
    expect.arrayContaining(['frontend/app/home/home.ts', 'frontend/app/sign-in/sign-in.ts']),
  );
  expect(pages).not.toContain('frontend/app/team/team.ts');
  expect(marked.length).toBeGreaterThan(50);
});

test('every text that a participant can read has an id, so that it can have words in another language', () => {
  const bare = texts
    .flatMap((each) => each.bare)
    .filter((text) => !SAME_IN_EVERY_LANGUAGE.some((name) => text.endsWith(`: ${name}`)));
  expect(bare).toEqual([]);
  expect(marked.filter(({ id }) => id === '').map(({ file }) => file)).toEqual([]);
});

test('every one of them is there in Spanish, with the same places to fill in', () => {
  const faults = marked.flatMap(({ id, file, places }) => {
    const spanish = es[id];
    if (!spanish?.trim()) return [`${id} of ${file} has no Spanish`];
    const filled = [...spanish.matchAll(/\{\$(\w+)\}/g)].map((match) => match[1]!);
    const isSame = new Set(filled).symmetricDifference(new Set(places)).size === 0;
    return isSame ? [] : [`${id} fills in ${places.join(', ')}, its Spanish ${filled.join(', ')}`];
  });
  expect(faults).toEqual([]);
});

test('nothing is in Spanish that no page says', () => {
  const ids = new Set(allPages().flatMap((page) => textsOf(page).marked.map(({ id }) => id)));
  expect(Object.keys(es).filter((id) => !ids.has(id))).toEqual([]);
});

test('whatever the server refuses, it can be said in Spanish', () => {
  const { problems, fields } = codesForParticipants();
  expect(problems).toEqual(expect.arrayContaining(['sign-in-refused', 'step-not-found', 'version-stale']));
  expect({
    problems: problems.filter((code) => !(code in problemsInSpanish.problems)),
    fields: fields.filter((code) => !(code in problemsInSpanish.fields)),
  }).toEqual({ problems: [], fields: [] });
});
