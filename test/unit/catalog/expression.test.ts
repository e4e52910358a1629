import { describe, expect, it } from 'vitest';
import { expressionsOf } from '../../../src/core/catalog/expression/lineExpression.ts';
import { loadCatalog } from '../../../src/core/catalog/loadCatalog.ts';
import { testAssets } from '../assets.ts';

const linear = expressionsOf({ fromRepository: true });
const native = expressionsOf({ fromRepository: false });

describe('an expression of a repository', () => {
  it.each([
    ['a|ab|', 'xabab'],
    ['(?:a|ab)(?:c|bcd)(?:d*)', 'abcd'],
    ['a*?b+?', 'aaabbb'],
    ['(?:a?){3}a{2,}', 'aaaaaa'],
    ['a{2}|b{1,2}?', 'aabbb'],
    ['[^a-c\\d_-]+', 'ab-xyz_9 é'],
    ['[\\w-]+\\s[\\S]', 'fan-tail x'],
    ['\\bfn\\b|\\Bn', 'fn fnn n'],
    ['^\\s*a|b$', ' a b'],
    ['.+', 'one\ntwo'],
    ['\\x41\\u0042\\t\\.', 'AB\t.'],
    ['a{,2}|{', 'a{,2} {'],
    ['(?<anchor>b)(?=c)|(?<symbol>b)(?!c|d*e)', 'bc bd bde'],
    ['(?<symbol>\\w+)::(?<anchor>\\w*)', 'a::b c::'],
    ['(?:(?<anchor>a)|b)*c', 'abac bc'],
    ['(a*)*b|(?:)', 'aab'],
    ['[\\]^-]', '^]-'],
    ['[a-\\d]', '-a5b'],
  ])('means the same: %s', (source, line) => {
    expect(linear.line(source)(line)).toEqual(native.line(source)(line));
  });

  it('means the same for everything in the shipped patterns', async () => {
    const { patterns } = await loadCatalog(testAssets());
    const lines = [
      ...new Set(patterns.flatMap(({ examples }) => examples.flatMap(({ code }) => code.split('\n')))),
    ];
    const predicates = patterns.flatMap(({ queries }) =>
      Object.values(queries).flatMap((query) =>
        [...query.matchAll(/#(?:not-)?match\? @\w+ "((?:[^"\\]|\\.)*)"/g)].map(([, quoted = '']) =>
          quoted.replace(/\\(.)/g, '$1'),
        ),
      ),
    );
    const sources = [...predicates, ...patterns.flatMap(({ lexical }) => Object.values(lexical))];
    expect(sources.length).toBeGreaterThan(80);
    const differences = sources.flatMap((source) => {
      const [one, other] = [linear.line(source), native.line(source)];
      return lines
        .filter((line) => JSON.stringify(one(line)) !== JSON.stringify(other(line)))
        .map((line) => `${source} in ${line}`);
    });
    expect(differences).toEqual([]);
  });

  it.each([
    ['(?:a+)+$', 'a'],
    ['^(?:a|a)*$', 'a'],
    ['^(?:a|aa)+$', 'a'],
    ['(?:\\w+\\s*)+;', 'word '],
    ['.*.*.*.*.*.*x', 'a'],
    ['(?:(?=a*$)a)*b', 'a'],
  ])('ends on a long line, where others would try too many ways: %s', (source, word) => {
    expect(linear.line(source)(`${word.repeat(3_000)}!`)).toEqual({ places: [], complete: true });
    expect(linear.test(source).test(`${word.repeat(3_000)}!`)).toBe(false);
  });

  it('tells that it found more than it says', () => {
    const { places, complete } = linear.line('a')('a'.repeat(101));
    expect([places.length, complete]).toEqual([100, false]);
  });

  it.each([
    ['(?<=a)b', /Looking behind/],
    ['(?<!a)b', /Looking behind/],
    ['(a)\\1', /\\1 is not understood/],
    ['(?<symbol>a)\\k<symbol>', /\\k is not understood/],
    ['(?:a{50}){50}', /too large/],
    ['a(', /Unterminated group|missing \)/i],
  ])('is refused: %s', (source, message) => {
    expect(() => linear.line(source)).toThrow(message);
  });
});
