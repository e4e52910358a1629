import ts from 'typescript';
import { codeFiles, parse, walk } from '../../rules/sources.ts';

/**
 * The names of all icons that the pages' sources can ask for: written out, put together from parts
 * (`codicon-chevron-${side}`), or given as an `icon`.
 */
export function iconNames(): ReadonlySet<string> {
  const names = new Set<string>();
  for (const path of codeFiles.filter((file) => file.startsWith('src/webview/')))
    walk(parse(path), (node) => {
      if (ts.isTemplateExpression(node)) namesIn(node).forEach((name) => names.add(name));
      else if (ts.isStringLiteralLike(node)) whole(node.text).forEach((name) => names.add(name));
      else if (ts.isPropertyAssignment(node) && node.name.getText() === 'icon')
        literals(node.initializer).forEach((name) => names.add(name));
    });
  return names;
}

/** Names in a template, its parts joined with every text that may stand between them. */
function namesIn({ head, templateSpans }: ts.TemplateExpression): readonly string[] {
  const pieces = [head.text, ...templateSpans.map(({ literal }) => literal.text)];
  return templateSpans.flatMap(({ expression }, index) => {
    const before = pieces[index] ?? '';
    const stem = /codicon-([a-z0-9-]*)$/.exec(before)?.[1];
    const open = stem === undefined ? [] : literals(expression).map((text) => `${stem}${text}`);
    return [...whole(before), ...open, ...whole(pieces[index + 1] ?? '')];
  });
}

function whole(text: string): readonly string[] {
  return [...text.matchAll(/\bcodicon-([a-z0-9-]+)(?![a-z0-9-]|$)|\bcodicon-([a-z0-9-]*[a-z0-9])$/g)].map(
    ([, inside = '', last = '']) => inside || last,
  );
}

function literals(node: ts.Node): readonly string[] {
  const found: string[] = [];
  walk(node, (below) => {
    // What a choice is made by is no name.
    if (ts.isStringLiteralLike(below) && !isCompared(below)) found.push(below.text);
  });
  return found;
}

function isCompared({ parent }: ts.Node): boolean {
  return ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken;
}
