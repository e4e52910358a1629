import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { commentsOf } from './comments.ts';
import { codeFiles, parse, placeOf, walk } from './sources.ts';

/** Names that bring in the clock, the network, a page or a process: what the pure layers are handed instead. */
const outside = new Set([
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'performance', 'setTimeout', 'setInterval', 'process'],
  ...['navigator', 'console', 'require', 'crypto'],
]);

describe('code', () => {
  it('has no any', () => {
    const found = nodes(codeFiles, (node) => node.kind === ts.SyntaxKind.AnyKeyword);
    expect(found).toEqual([]);
  });

  it('silences no checker and leaves nothing to be done', () => {
    const found = codeFiles.flatMap((path) =>
      commentsOf(path)
        .filter(({ text }) => /eslint-disable|prettier-ignore|@ts-|\b(?:TODO|FIXME|XXX|HACK)\b/.test(text))
        .map(({ line, text }) => `${path}:${line} ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('skips no test and runs none alone', () => {
    const tests = codeFiles.filter((path) => path.startsWith('test/'));
    const found = nodes(tests, (node) => {
      if (!ts.isPropertyAccessExpression(node)) return false;
      if (!['only', 'skip', 'todo', 'fails'].includes(node.name.text)) return false;
      return /^(?:it|test|describe|suite|this)\b/.test(node.expression.getText());
    });
    expect(found).toEqual([]);
  });

  it('knows no clock, network, page or process in the pure layers', () => {
    const pure = codeFiles.filter((path) => /^src\/(?:base|core|protocol|present)\//.test(path));
    expect(nodes(pure, reachesOutside)).toEqual([]);
  });
});

function nodes(paths: readonly string[], wanted: (node: ts.Node) => boolean): readonly string[] {
  return paths.flatMap((path) => {
    const file = parse(path);
    const found: string[] = [];
    walk(file, (node) => {
      if (wanted(node)) found.push(`${placeOf(file, node)} ${node.getText(file).slice(0, 60)}`);
    });
    return found;
  });
}

function reachesOutside(node: ts.Node): boolean {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date')
    return (node.arguments ?? []).length === 0;
  if (ts.isPropertyAccessExpression(node) && node.getText() === 'Date.now') return true;
  return ts.isIdentifier(node) && outside.has(node.text) && isGlobal(node);
}

/** Whether a name stands for a value of its own here, not for a member, a binding or a key of that name. */
function isGlobal(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isCallExpression(parent)) return true;
  return ts.isNewExpression(parent) || ts.isTypeQueryNode(parent);
}
