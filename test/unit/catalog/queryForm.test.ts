import { describe, expect, it } from 'vitest';
import { readForm } from '../../../src/core/catalog/queryForm.ts';
import { readQuery } from '../../../src/core/catalog/querySource.ts';

describe('readForm', () => {
  it('reads nodes, fields, tokens, wildcards, choices, captures and dots', () => {
    const form = readForm('(call function: [(a) (b "x(")] @f . (_) @_g _ .) @anchor');
    expect(form.roots).toEqual(['call']);
    const [call] = form.sequence.steps;
    expect(call).toMatchObject({ what: { kind: 'named', type: 'call' }, captures: ['anchor'] });
    expect(call?.children).toMatchObject({
      closed: true,
      byField: false,
      steps: [
        {
          field: 'function',
          captures: ['f'],
          what: {
            kind: 'choice',
            steps: [
              { what: { type: 'a' } },
              { what: { type: 'b' }, children: { steps: [{ what: { kind: 'token', text: 'x(' } }] } },
            ],
          },
        },
        { what: { kind: 'wildcard', named: true }, adjoining: true, captures: ['_g'] },
        { what: { kind: 'wildcard', named: false } },
      ],
    });
  });

  it('reads neighbours with quantifiers', () => {
    const { sequence, roots } = readForm('((a) @anchor . [(a) (c)]* . (b)?)');
    expect(roots).toEqual(['a']);
    expect(
      sequence.steps.map(({ optional, repeated, adjoining }) => [optional, repeated, adjoining]),
    ).toEqual([
      [false, false, false],
      [true, true, true],
      [true, false, true],
    ]);
  });

  it('reads conditions', () => {
    const { predicates } = readForm(
      '((a) @anchor (b) @_b (#not-match? @_b "^\\\\w+$") (#eq? @anchor @_b) (#any-of? @anchor "c" "d\\"e"))',
    );
    expect(predicates).toEqual([
      { capture: '_b', negated: true, test: { kind: 'regex', regex: /^\w+$/ } },
      { capture: 'anchor', negated: false, test: { kind: 'same', capture: '_b' } },
      { capture: 'anchor', negated: false, test: { kind: 'words', words: new Set(['c', 'd"e']) } },
    ]);
  });

  it('knows where the order of children tells nothing', () => {
    const byField = (form: string) => readForm(form).sequence.steps[0]?.children?.byField;
    expect(byField('(a x: (b) y: (c))')).toBe(true);
    expect(byField('(a x: (b) (c))')).toBe(false);
    expect(byField('(a x: (b) x: (c))')).toBe(false);
    expect(byField('(a x: (b) . y: (c))')).toBe(false);
    expect(byField('(a x: (b)? y: (c))')).toBe(false);
  });

  it.each([
    ['((a) @anchor (#lua-match? @anchor "x"))', /#lua-match\? @anchor "x"/],
    ['(a !field) @anchor', /Negated fields/],
    ['(_) @anchor', /begin at a type/],
    ['"unsafe" @anchor', /begin at a type/],
    ['(a (b) ((c) (d))* ) @anchor', /cannot be repeated/],
    ['[((a) (b)) (c)] @anchor', /not between groups/],
    ['(a (b) @anchor', /bracket is missing/],
    ['(MISSING-thing) @anchor', /no type of node/],
  ])('refuses %s', (form, message) => {
    expect(() => readForm(form)).toThrow(message);
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
  ['(b) @anchor\n(a !f) @anchor', 1, /Negated/],
  ['', 0, /empty/],
])('readQuery finds the fault of %s', (source, line, message) => {
  const [fault] = readQuery(source).faults;
  expect(fault?.line).toBe(line);
  expect(fault?.message).toMatch(message);
});
