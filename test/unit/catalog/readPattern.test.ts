import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPattern } from '../../../src/core/catalog/readPattern.ts';

const good = readFileSync(new URL('sample-pattern.md', import.meta.url), 'utf8');

/** Problems of the sample after a replacement, as `line: message`. */
function faults(from: string | RegExp, to: string): readonly string[] {
  const text = good.replace(from, to);
  expect(text).not.toBe(good);
  const { value, problems } = readPattern(text, 'p.md');
  expect(value).toBeUndefined();
  expect(problems.map(({ code }) => code)).toEqual(problems.map(() => 'bad-pattern'));
  return problems.map(({ at, message }) => `${at.replace('p.md:', '')}: ${message}`);
}

describe('a pattern file', () => {
  it('is read whole', () => {
    const { value, problems } = readPattern(good, 'p.md');
    expect(problems).toEqual([]);
    expect(value).toMatchObject({
      id: 'sample',
      languages: ['rust', 'toml'],
      computed: true,
      onRemoval: false,
      owes: 'nothing',
      cues: ['spin', '(*'],
      pairsWith: [],
      docs: [{ profile: 'any', title: 'A page', url: 'https://example.org/page#part', path: null }],
      what: 'What crosses, in `code` and\nin two lines.\n\nAnd a second paragraph.',
      checks: ['The first thing, over two lines.', 'The `second`.'],
      goodExplanation: 'Why it is right.',
      lexical: { rust: String.raw`(?<anchor>\bspin\b)` },
      queryLines: { rust: 33 },
    });
    expect(value?.queries.rust?.split('\n')[0]).toBe('; calls');
    expect(
      value?.examples.map(({ language, polarity, form, path, line }) => [
        language,
        polarity,
        form,
        path,
        line,
      ]),
    ).toEqual([
      ['rust', 'flagged', 'code', 'src/example.rs', 44],
      ['rust', 'clean', 'code', 'src/example.rs', 51],
      ['toml', 'flagged', 'code', 'rust/Cargo.toml', 55],
      ['toml', 'clean', 'diff', 'Cargo.toml', 61],
    ]);
    expect(value?.examples[0]).toMatchObject({
      code: 'fn f() {\n    spin(1);\n}',
      expected: [
        { row: 1, column: 4, endColumn: 8, capture: 'anchor' },
        { row: 1, column: 4, endColumn: 8, capture: 'symbol' },
      ],
    });
    expect(value?.examples[2]?.expected).toEqual([{ row: 1, column: 0, endColumn: 4, capture: 'anchor' }]);
  });

  it.each([
    ['an unknown key', 'needs: hunk', 'need: hunk', '7: The key "need" is unknown'],
    ['a missing key', 'title: A sample\n', '', '2: The key "title" is missing.'],
    ['a wrong choice', 'category: errors', 'category: wrong', '4: "category" must be one of unsafe, errors'],
    ['a key twice', 'needs: hunk', 'needs: hunk\nneeds: file', '8: Map keys must be unique'],
    ['an id that is no name', 'id: sample', 'id: Sample_1', '2: "id" must be lower-case words'],
    ['a link that is not https', 'https://example', 'http://example', '13: "url" must begin with https://.'],
    [
      'a path out of the tree',
      "url: 'https://example.org/page#part'",
      'path: ../../etc',
      '13: "path" must be relative',
    ],
    ['an unknown section', '## What to check', '## What to see', '20: The heading "What to see" is unknown'],
    ['a section that is no list', '- The first', 'The first', '22: This section is a list.'],
    ['an unknown capture', '@symbol .', '@sym .', '35: The capture @sym is unknown'],
    ['a predicate outside its group', '((call', '(call', '36: A closing bracket too many.'],
    ['a query without an anchor', '@anchor @symbol .', '@_a', '34: This part of the query has no @anchor.'],
    ['an expression that does not compile', '\\bspin\\b', '\\bspin(', '40: Invalid regular expression'],
    ['an unknown group', '?<anchor>', '?<place>', '40: The group "place" is unknown'],
    ['an unknown fence', 'scheme rust', 'scheme java', '32: A query is fenced as'],
    ['an unknown example', 'rust clean', 'rust wrong', '51: "rust wrong" is no example'],
    ['an unknown mark', '^^^^ symbol', '^^^^ place', '48: A mark names anchor or symbol, not "place".'],
    ['a path of another kind', 'path=rust/Cargo.toml', 'path=a.c', '55: A file named a.c is not toml.'],
    ['a diff line without marker', ' [package]', '[package]', '62: A line of a diff begins with'],
    [
      'an example without a cue',
      'fn f() {\n    spin(1);',
      'fn f() {\n    turn(1);',
      '44: None of the cues occurs',
    ],
    ['a missing polarity', 'rust clean', 'rust flagged', '1: There is no clean example in rust.'],
    ['an example of another language', 'toml clean', 'c clean', '61: "languages" does not name c.'],
    ['no front matter', '---\n', '', '1: A pattern file begins with'],
  ])('is refused for %s', (_, from, to, fault) => {
    expect(
      faults(from, to).some((found) => found.startsWith(fault)),
      faults(from, to).join('\n'),
    ).toBe(true);
  });

  it('needs queries and cues unless code computes it', () => {
    expect(faults('computed: true\n', '')).toEqual([
      '1: There is no query for toml, and no code computes it.',
    ]);
    expect(faults(/computed: true\n|cues: .*\n/g, '')).toContain('1: The key "cues" is missing or empty.');
  });
});
