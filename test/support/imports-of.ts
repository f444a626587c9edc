import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** A source as TypeScript reads it. */
export function parsed(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}

/** Every node below this one, itself included. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** Our own sources that these files bring along, themselves included; types alone bring nothing. */
export function withImportsOf(files: string[], isFollowed: (file: string) => boolean = () => true): string[] {
  const found = new Set<string>();
  const left = [...files];
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    if (found.has(file) || !isFollowed(file)) continue;
    found.add(file);
    left.push(...importsOf(file));
  }
  return [...found].sort();
}

function importsOf(file: string): string[] {
  return [...nodesOf(parsed(file))].flatMap((node) => {
    if (ts.isImportDeclaration(node) && !node.importClause?.isTypeOnly)
      return sourceOf(file, node.moduleSpecifier);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      return sourceOf(file, node.arguments[0]!);
    return [];
  });
}

/** The source that an import in a file names; nothing for a package. */
export function sourceOf(file: string, named: ts.Node): string[] {
  if (!ts.isStringLiteral(named) || !named.text.startsWith('.')) return [];
  const path = join(dirname(file), named.text.replace(/\.js$/, ''));
  return [`${path}.ts`].filter((each) => existsSync(each));
}
