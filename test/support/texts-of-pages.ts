import { parseTemplate, TmplAstBoundText, TmplAstElement, TmplAstText } from '@angular/compiler';
import type { TmplAstNode } from '@angular/compiler';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { nodesOf, parsed, sourceOf, withImportsOf } from './imports-of.js';

/** A text of a page with the id under which other languages have it, and the places in it that are filled in. */
export interface Text {
  id: string;
  file: string;
  places: string[];
}

/** What a source says to people: texts with an id, and words that no other language could have. */
export interface Texts {
  marked: Text[];
  bare: string[];
}

const ROUTES = 'frontend/app/routes.ts';
const OWN_ROUTES = 'frontend/app/home/own-routes.ts';

/** Every source of every page. */
export function allPages(): string[] {
  return globSync('frontend/app/**/*.ts').filter((file) => !isTest(file));
}

/** Every source of the pages that a participant can come to, and what is around them. */
export function pagesOfParticipants(): string[] {
  const around = withImportsOf(['frontend/app/start.ts'], (file) => file !== ROUTES && !isTest(file));
  return withImportsOf([...around, OWN_ROUTES, ...lazyPages()], (file) => file !== ROUTES);
}

const isTest = (file: string): boolean => file.endsWith('.spec.ts');

/** Routes say for whom they are; those that say nothing and ask for no session are for anyone. */
function lazyPages(): string[] {
  return [...nodesOf(parsed(ROUTES))].flatMap((node) => {
    if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return [];
    return isForParticipants(node) ? sourceOf(ROUTES, node.arguments[0]!) : [];
  });
}

function isForParticipants(node: ts.Node): boolean {
  const around: ts.ObjectLiteralExpression[] = [];
  for (let each: ts.Node | undefined = node; each; each = each.parent)
    if (ts.isObjectLiteralExpression(each)) around.push(each);
  if (around.length === 0) return false;
  const said = around.flatMap((route) => ['canMatch', 'canActivate'].map((name) => propertyOf(route, name)));
  const roles = said.filter((text) => text.includes('onlyFor'));
  return roles.length > 0
    ? roles.every((text) => text.includes("'participant'"))
    : said.every((text) => text === '');
}

function propertyOf(route: ts.ObjectLiteralExpression, name: string): string {
  const property = route.properties.find((each) => each.name?.getText() === name);
  return property && ts.isPropertyAssignment(property) ? property.initializer.getText() : '';
}

/** The titles that the tab of such a page shows. */
export function titlesForParticipants(): Text[] {
  return [...nodesOf(parsed(ROUTES))].flatMap((node) =>
    isLocalized(node) && isForParticipants(node) ? [ofCode(node, ROUTES)] : [],
  );
}

function isLocalized(node: ts.Node): node is ts.TaggedTemplateExpression {
  return ts.isTaggedTemplateExpression(node) && node.tag.getText() === '$localize';
}

/** The texts of one source and of its template. */
export function textsOf(file: string): Texts {
  const texts: Texts = { marked: [], bare: [] };
  for (const node of nodesOf(parsed(file))) {
    if (isLocalized(node)) texts.marked.push(ofCode(node, file));
    if (ts.isStringLiteralLike(node) && isSentence(node)) texts.bare.push(`${file}: ${node.text}`);
    if (!ts.isPropertyAssignment(node)) continue;
    const { initializer } = node;
    if (node.name.getText() === 'template' && ts.isStringLiteralLike(initializer))
      add(texts, ofTemplate(initializer.text, file));
    if (node.name.getText() === 'templateUrl' && ts.isStringLiteralLike(initializer)) {
      const template = join(dirname(file), initializer.text);
      add(texts, ofTemplate(readFileSync(template, 'utf8'), template));
    }
  }
  return texts;
}

function add(texts: Texts, { marked, bare }: Texts): void {
  texts.marked.push(...marked);
  texts.bare.push(...bare);
}

/** `:@@home.hello:Hello ${name}:name:!` has the id home.hello and the place `name`. */
function ofCode(node: ts.TaggedTemplateExpression, file: string): Text {
  const { template } = node;
  const [head, rest] = ts.isNoSubstitutionTemplateLiteral(template)
    ? [template.text, []]
    : [template.head.text, template.templateSpans.map((span) => span.literal.text)];
  const id = /^:[^:]*@@([\w.-]+):/.exec(head)?.[1] ?? '';
  return {
    id,
    file,
    places: rest.map((text, index) => /^:(\w+):/.exec(text)?.[1] ?? `PH${index ? `_${index}` : ''}`),
  };
}

interface Message {
  customId: string;
  placeholders: Record<string, unknown>;
}

/** Attributes that are read, by eyes or ears. */
const READ = ['alt', 'aria-description', 'aria-label', 'label', 'placeholder', 'title'];
const HAS_WORDS = /\p{L}{2}/u;

function ofTemplate(template: string, file: string): Texts {
  const texts: Texts = { marked: [], bare: [] };
  const { nodes, errors } = parseTemplate(template, file);
  if (errors?.length) throw new Error(`${file}: ${errors.join('\n')}`);
  const mark = (i18n: unknown): boolean => {
    const message = i18n as Message | undefined;
    if (!message || !('customId' in message)) return false;
    texts.marked.push({ id: message.customId, file, places: Object.keys(message.placeholders) });
    return true;
  };
  const bare = (words: string): void => {
    // what is named in a language's own words is the same in every language
    if (HAS_WORDS.test(words)) texts.bare.push(`${file}: ${words.trim()}`);
  };
  const look = (node: TmplAstNode, isMarked: boolean): void => {
    if (node instanceof TmplAstText && !isMarked) bare(node.value);
    if (node instanceof TmplAstBoundText && !isMarked) bare(literalsOf(node));
    if (node instanceof TmplAstBoundText) sentencesIn(node.sourceSpan.toString()).forEach(bare);
    let within = isMarked;
    if (node instanceof TmplAstElement) {
      within ||= mark(node.i18n);
      for (const { name, value, i18n } of node.attributes)
        if (!mark(i18n) && READ.includes(name)) bare(value);
    }
    for (const child of childrenOf(node)) look(child, within);
  };
  nodes.forEach((node) => look(node, false));
  return texts;
}

/** Whatever a node holds: the branches of an `@if`, the rows of an `@for`, what an element is around. */
function childrenOf(node: TmplAstNode): TmplAstNode[] {
  const held: TmplAstNode[] = [];
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect);
    else if (value && typeof value === 'object' && 'visit' in value && 'sourceSpan' in value)
      held.push(value as TmplAstNode);
  };
  for (const name of ['children', 'branches', 'cases', 'groups', 'empty', 'placeholder', 'loading', 'error'])
    collect((node as unknown as Record<string, unknown>)[name]);
  return held;
}

/** Words with a capital and a space, written between quotes in code, are said to somebody. */
const SENTENCE = /^\p{Lu}\p{L}*['’]?\p{L}*,? \p{L}/u;

function isSentence(node: ts.StringLiteralLike): boolean {
  const isTold = ts.isNewExpression(node.parent) && node.parent.expression.getText() === 'Error';
  return SENTENCE.test(node.text) && !isTold && !ts.isTaggedTemplateExpression(node.parent);
}

function sentencesIn(expression: string): string[] {
  return [...expression.matchAll(/'([^']*)'/g)]
    .map((match) => match[1]!)
    .filter((text) => SENTENCE.test(text));
}

function literalsOf(node: TmplAstBoundText): string {
  const { ast } = node.value as unknown as { ast?: { strings?: string[] } };
  return (ast?.strings ?? []).join(' ');
}
