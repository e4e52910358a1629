import { describe, expect, it } from 'vitest';
import { splitForm } from '../../../src/core/catalog/queryPredicate.ts';
import { readQuery } from '../../../src/core/catalog/querySource.ts';

describe('splitForm', () => {
  it('makes forms equal that differ in predicates, layout and names of helpers only', () => {
    const one = splitForm(
      '((call function: (identifier) @anchor a: (_ "x(") @_first)\n  (#eq? @anchor "a b"))',
    );
    const two = splitForm(
      '((call function: (identifier) @anchor a: (_ "x(") @_other) (#any-of? @anchor "c" "d\\"e"))',
    );
    expect(two.structure).toBe(one.structure);
    expect(one.predicates).toEqual([
      { capture: 'anchor', negated: false, test: { kind: 'words', words: new Set(['a b']) } },
    ]);
    expect(two.predicates[0]?.test).toEqual({ kind: 'words', words: new Set(['c', 'd"e']) });
  });

  it('reads expressions, comparisons of captures and negations', () => {
    const { predicates } = splitForm('((a) @anchor (b) @_b (#not-match? @_b "^\\\\w+$") (#eq? @anchor @_b))');
    expect(predicates).toEqual([
      { capture: '_0', negated: true, test: { kind: 'regex', regex: /^\w+$/ } },
      { capture: 'anchor', negated: false, test: { kind: 'same', capture: '_0' } },
    ]);
  });

  it('refuses what it does not understand', () => {
    expect(() => splitForm('((a) @anchor (#lua-match? @anchor "x"))')).toThrow(/#lua-match\? @anchor "x"/);
  });
});

it('readQuery tells the forms of a query and on which line each begins', () => {
  const { forms, faults } = readQuery(
    '; a (comment\n(a "(") @anchor\n\n((b) @anchor\n  (#eq? @anchor ")"))\n[(c) (d)] @anchor',
  );
  expect(faults).toEqual([]);
  expect(forms.map(({ line, text }) => [line, text.slice(0, 5)])).toEqual([
    [1, '(a "('],
    [3, '((b) '],
    [5, '[(c) '],
  ]);
});

it.each([
  ['(a) @anchor\n(#eq? @anchor "x")', 1, /outside the group/],
  ['(a @anchor', 0, /missing/],
  ['(a) @anchor)', 0, /too many/],
  ['((a) @anchor (#eq? @_b "x"))', 0, /speaks of @_b/],
  ['', 0, /empty/],
])('readQuery finds the fault of %s', (source, line, message) => {
  const [fault] = readQuery(source).faults;
  expect(fault?.line).toBe(line);
  expect(fault?.message).toMatch(message);
});
