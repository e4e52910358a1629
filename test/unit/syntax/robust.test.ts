import { beforeAll, describe, expect, it } from 'vitest';
import type { Image } from '../../../src/core/image/image.ts';
import type { Language } from '../../../src/core/patch/language.ts';
import { blankedLines } from '../../../src/core/syntax/blankedLines.ts';
import { createEngine, type Engine } from '../../../src/core/syntax/engine.ts';
import { parseImage } from '../../../src/core/syntax/parseImage.ts';
import { testAssets } from '../assets.ts';
import { FAN_C, FAN_RS } from './samples.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await createEngine(testAssets());
});

/** Parses as a whole and as a hunk; says how many lines are errors, of how many. */
function parseBoth(language: Language, text: string, section = ''): readonly string[] {
  const lines = text.split('\n');
  return (['whole', 'hunks'] as const).map((kind) => {
    const image: Image = { side: 'new', kind, parts: [{ firstLine: 1, lines, section }] };
    let answer = '';
    for (const fragment of parseImage(engine, language, image)) {
      const { errorLines, firstLine, lastLine, source } = fragment;
      for (const line of errorLines) {
        expect(line).toBeGreaterThanOrEqual(firstLine);
        expect(line).toBeLessThanOrEqual(lastLine);
      }
      expect(source).toEqual(lines);
      answer = `${errorLines.size}/${lines.length}`;
      fragment.delete();
    }
    return answer;
  });
}

/** Numbers below `limit`, the same in every run. */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const PIECES = [
  '(',
  ')',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '/*',
  '*/',
  '//',
  '\\\n',
  '\n#if A\n',
  '\n#else\n',
  '#endif',
  'r#"',
  '"#',
  '$x',
  '=>',
  ';',
  ',',
  '\0',
  '\ud800',
  'é',
  '\r',
  'unsafe',
  'else',
  '->',
  '<',
  '#define',
];

describe.each<[Language, string]>([
  ['rust', FAN_RS],
  ['c', FAN_C],
])('damaged %s', (language, sample) => {
  it('is read without complaint, with errors inside it', () => {
    const random = randomNumbers(7);
    for (let round = 0; round < 150; round++) {
      const start = random(sample.length);
      let text = sample.slice(start, start + random(1500));
      for (let damage = random(6); damage > 0; damage--) {
        const at = random(text.length);
        text = text.slice(0, at) + (PIECES[random(PIECES.length)] ?? '') + text.slice(at + random(20));
      }
      parseBoth(language, text, sample.split('\n')[random(60)]);
      expect(blankedLines(language, text.split('\n'), round % 2 === 0).join('\n').length).toBe(text.length);
    }
  });
});

describe('a text made to hurt', () => {
  it.each<[Language, string, string]>([
    ['c', 'comments that do not end', '/* '],
    ['c', 'comments in strings that do not end', '"/* \n'],
    ['rust', 'comments that do not end', '/* '],
    ['rust', 'raw strings that do not end', 'r#"x '],
    ['rust', 'raw strings of bytes', 'br##"x\n'],
    ['c', 'directives that do not end', '#if A\n'],
    ['c', 'branches', '#if A\n(\n#else\n[\n#endif\n'],
    ['c', 'macros', 'FAN_EXPORT(a, =='],
    ['rust', 'arrows', 'a => '],
    ['c', 'words', 'word '],
    ['rust', 'attributes', '#[a] '],
  ])('%s: %s takes linear time', (language, _, piece) => {
    const text = piece.repeat(Math.ceil(60_000 / piece.length));
    const begin = performance.now();
    parseBoth(language, text);
    // Quadratic time would be a minute and more.
    expect(performance.now() - begin).toBeLessThan(30_000);
  });

  it.each<[Language, string]>([
    ['c', '.a={'],
    ['c', '('],
    ['rust', '{'],
    ['rust', 'f(|| ['],
    ['c', '}'],
    ['rust', ')'],
  ])('%s: %s in thousands is not parsed, and said to be so', (language, piece) => {
    const lines = 500;
    const text = Array.from({ length: lines }, () => piece.repeat(20)).join('\n');
    const [whole, hunk] = parseBoth(language, text);
    const closes = piece === '}' || piece === ')';
    if (!closes) expect(whole).toBe(`${lines}/${lines}`);
    expect(hunk).toBe(`${lines}/${lines}`);
  });
});

it('finds nothing wrong with nothing', () => {
  expect(parseBoth('rust', '')).toEqual(['0/1', '0/1']);
  expect(parseBoth('c', '\n\n')).toEqual(['0/3', '0/3']);
  expect(parseImage(engine, 'c', { side: 'old', kind: 'none', parts: [] })).toEqual([]);
  const [empty] = parseImage(engine, 'rust', {
    side: 'new',
    kind: 'whole',
    parts: [{ firstLine: 1, lines: [], section: '' }],
  });
  expect(empty?.errorLines.size).toBe(0);
  empty?.delete();
});
