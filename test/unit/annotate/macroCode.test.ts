import { expect, it } from 'vitest';
import { parseMacros } from '../../../src/core/annotate/match/macroCode.ts';
import type { Node } from '../../../src/core/syntax/engine.ts';
import type { Fragment } from '../../../src/core/syntax/fragment.ts';
import { parseImage } from '../../../src/core/syntax/parseImage.ts';
import { engine } from './analyzed.ts';

/** Parses Rust code and then all its macros together. */
function macrosOf(text: string): { readonly macros: Fragment; readonly done: () => void } {
  const part = { firstLine: 1, lines: text.split('\n'), section: '' };
  const [fragment] = parseImage(engine, 'rust', { side: 'new', kind: 'whole', parts: [part] });
  if (!fragment) throw new Error('nothing was parsed');
  const holders = ['macro_invocation', 'macro_rule'];
  const tokens = fragment.tree
    .nodesOfType('token_tree')
    .filter(({ parent, fieldName }) => holders.includes(parent?.type ?? '') && fieldName !== 'left');
  const macros = parseMacros(engine, fragment, tokens);
  return {
    macros,
    done: () => {
      macros.delete();
      fragment.delete();
    },
  };
}

function blocksIn({ tree, lineOffset }: Fragment): readonly string[] {
  const place = ({ startPosition, text }: Node): string =>
    `${startPosition.row + lineOffset}:${startPosition.column} ${text}`;
  return tree.nodesOfType('unsafe_block').map(place);
}

it('reads several macros of one text, each in its place', () => {
  const { macros, done } = macrosOf(
    'fn f() {\n    assert_eq!(unsafe { a() }, 1); let v = vec![unsafe { b() }; 2];\n    outer! { let x = unsafe { c() }; }\n}',
  );
  expect(blocksIn(macros)).toEqual(['2:15 unsafe { a() }', '2:48 unsafe { b() }', '3:21 unsafe { c() }']);
  expect([...macros.errorLines]).toEqual([]);
  done();
});

it('reads names, repetitions and lists that only macros have', () => {
  const { macros, done } = macrosOf(
    'macro_rules! m {\n    ($($p:expr),*) => {\n        $(unsafe { f($p) };)*\n    };\n}\nlist! { unsafe { g() }, h, }\nquote! { fn #name() { unsafe { #body } } }',
  );
  expect(blocksIn(macros)).toEqual(['3:10 unsafe { f(_p) }', '6:8 unsafe { g() }', '7:22 unsafe { _body }']);
  expect([...macros.errorLines]).toEqual([]);
  done();
});

it('tells the rows that it could not read', () => {
  const { macros, done } = macrosOf('good!(unsafe { a() });\nbad!(a => , @ unsafe);\ngood!(unsafe { b() });');
  expect(macros.errorLines.has(2)).toBe(true);
  expect(macros.errorLines.has(1)).toBe(false);
  done();
});
