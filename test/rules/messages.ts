import ts from 'typescript';
import { codeFiles, parse, placeOf, walk } from './sources.ts';

/** Functions whose texts are translated, with the arguments (0-based) that are such texts. */
const TRANSLATED: ReadonlyMap<string, readonly number[]> = new Map([
  ['l10n.t', [0]],
  ['t', [0]],
  ['message', [0]],
  ['plural', [1, 2]],
]);

/** Every text of the program that can be translated, in order, with the places that use it. */
export function messages(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of codeFiles.filter((file) => file.startsWith('src/'))) {
    const file = parse(path);
    walk(file, (node) => {
      if (!ts.isCallExpression(node)) return;
      for (const index of TRANSLATED.get(node.expression.getText()) ?? [])
        for (const text of literals(node.arguments[index])) {
          const places = found.get(text) ?? [];
          places.push(placeOf(file, node));
          found.set(text, places);
        }
    });
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The texts that an argument can be: one, or a choice of two. */
function literals(node: ts.Expression | undefined): readonly string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  return ts.isConditionalExpression(node) ? [...literals(node.whenTrue), ...literals(node.whenFalse)] : [];
}

/** What `l10n/bundle.l10n.json` has to hold: what translators start from. */
export function bundleText(): string {
  return `${JSON.stringify(Object.fromEntries([...messages().keys()].map((text) => [text, text])), null, 2)}\n`;
}
