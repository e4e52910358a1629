import { posix } from 'node:path';
import ts from 'typescript';
import { codeFiles, parse, walk } from './sources.ts';

/** One import, of any kind: static, type-only, re-exporting, dynamic, or of a type in place. */
export interface Import {
  readonly from: string;
  /** 1-based. */
  readonly line: number;
  /** As written. */
  readonly specifier: string;
  /** The path from the root that a relative specifier means, else `null`. */
  readonly path: string | null;
}

/** Every import of the project's code. */
export const imports: readonly Import[] = codeFiles.flatMap(importsOf);

function importsOf(from: string): readonly Import[] {
  const file = parse(from);
  const found: Import[] = [];
  walk(file, (node) => {
    const text = specifierOf(node);
    if (text === undefined) return;
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    const path = text.startsWith('.') ? posix.join(posix.dirname(from), text) : null;
    found.push({ from, line: line + 1, specifier: text, path });
  });
  return found;
}

function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier);
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? literal(node.argument.literal) : undefined;
  if (ts.isExternalModuleReference(node)) return literal(node.expression);
  if (!ts.isCallExpression(node)) return undefined;
  const { expression } = node;
  const loads =
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(expression) && expression.text === 'require');
  return loads ? literal(node.arguments[0]) : undefined;
}

function literal(node: ts.Node | undefined): string | undefined {
  return node && ts.isStringLiteralLike(node) ? node.text : undefined;
}
