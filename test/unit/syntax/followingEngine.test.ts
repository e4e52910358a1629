import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/core/patch/language.ts';
import { editBetween } from '../../../src/core/syntax/editBetween.ts';
import { createEngine, type Engine, type Tree } from '../../../src/core/syntax/engine.ts';
import { followingEngine } from '../../../src/core/syntax/followingEngine.ts';
import { testAssets } from '../assets.ts';

const engine = await createEngine(testAssets());

function shape({ nodes }: Tree): readonly string[] {
  return nodes.map(({ type, startPosition: from, endPosition: to }) =>
    [type, from.row, from.column, to.row, to.column].join(' '),
  );
}

const LONG: Readonly<Record<Language, string>> = {
  rust: Array.from({ length: 90 }, (_, at) => `fn f${at}(p: *const u8) -> u8 {\n    unsafe { *p }\n}\n`).join(
    '',
  ),
  c: Array.from({ length: 90 }, (_, at) => `int f${at}(int *p)\n{\n    return p[${at}];\n}\n`).join(''),
};

/** An engine that notes what is parsed from the beginning. */
function counted(): Engine & { readonly whole: string[] } {
  const whole: string[] = [];
  return {
    whole,
    parse: (language, text) => {
      whole.push(text);
      return engine.parse(language, text);
    },
    query: (language, source) => engine.query(language, source),
  };
}

describe.each(['rust', 'c'] as const)('a %s text that is typed', (language) => {
  it('is parsed as if it were new, also where it is unfinished', () => {
    const following = followingEngine(engine);
    const middle = LONG[language].indexOf('}\n', LONG[language].length / 2) + 2;
    for (const typed of [
      '',
      '/',
      '/*',
      '/* \u{1f600}',
      '/* \u{1f600} */',
      'x',
      'x(',
      '"',
      '',
      '}\n}\n',
      '',
    ]) {
      const text = LONG[language].slice(0, middle) + typed + LONG[language].slice(middle);
      const [tree, fresh] = [following.parse(language, text), engine.parse(language, text)];
      expect(shape(tree)).toEqual(shape(fresh));
      tree.delete();
      fresh.delete();
    }
    following.close();
  });

  it('is not parsed from the beginning for each key', () => {
    const base = counted();
    const following = followingEngine(base);
    for (const typed of ['', '\n', '\n\n']) following.parse(language, LONG[language] + typed).delete();
    expect(base.whole).toEqual([LONG[language]]);
    following.parse(language, `${LONG[language]}\n`.replaceAll('f', 'other_')).delete();
    expect(base.whole).toHaveLength(2);
    following.close();
  });
});

it('what is edited is told by its ends, with rows and columns', () => {
  expect(editBetween('ab\ncd\nef', 'ab\ncXY\nZd\nef')).toEqual({
    ...{ startIndex: 4, oldEndIndex: 4, newEndIndex: 8 },
    startPosition: { row: 1, column: 1 },
    oldEndPosition: { row: 1, column: 1 },
    newEndPosition: { row: 2, column: 1 },
  });
  expect(editBetween('aa', 'a')).toMatchObject({ startIndex: 1, oldEndIndex: 2, newEndIndex: 1 });
});
