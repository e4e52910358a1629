import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../../src/core/syntax/engine.ts';
import { hunkTokens, linesTokens } from '../../../src/core/syntax/highlight.ts';
import type { Language } from '../../../src/core/patch/language.ts';
import { testAssets } from '../assets.ts';
import { hunk } from '../review/sample.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await createEngine(testAssets());
});

/** `text:class` of each run, by line. */
function coloured(language: Language, body: readonly string[]): readonly string[] {
  return hunkTokens(engine, language, hunk(10, body)).map((runs, index) =>
    runs
      .map(
        ([start, length, tokenClass]) =>
          `${(body[index] ?? '').slice(start + 1, start + 1 + length)}:${tokenClass}`,
      )
      .join(' '),
  );
}

describe('hunkTokens', () => {
  it('colours Rust, each side by its own text', () => {
    expect(
      coloured('rust', [
        ' impl Fan {',
        '-    fn read(&self) -> u32 { self.duty }',
        '+    /// Reads.',
        '+    pub unsafe fn read(&self) -> u64 { unsafe { MAX.min(call("x")) } }',
        ' }',
      ]),
    ).toEqual([
      'impl:keyword Fan:type',
      'fn:keyword read:function self:keyword u32:type self:keyword duty:property',
      '/// Reads.:comment',
      'pub:keyword unsafe:keyword fn:keyword read:function self:keyword u64:type unsafe:keyword MAX:constant ' +
        'min:function call:function "x":string',
      '',
    ]);
  });

  it('colours C', () => {
    expect(
      coloured('c', ['+static int fan_read(FanState *s)', '+{', '+    return s->duty + 1; /* why */', '+}']),
    ).toEqual([
      'static:keyword int:type fan_read:function FanState:type',
      '',
      'return:keyword duty:property 1:number /* why */:comment',
      '',
    ]);
  });

  it('colours a hunk that begins in the middle of something', () => {
    expect(coloured('rust', [' 	let a = 1;', '+    call(a);', ' }'])[1]).toBe('call:function');
    expect(coloured('c', ['+ * still a comment', '+ */', '+int x;'])).toEqual([
      expect.stringMatching(/still a comment:comment$/),
      expect.stringMatching(/:comment$/),
      'int:type',
    ]);
  });

  it('colours what is masked for the grammar', () => {
    expect(
      coloured('c', ['+#ifdef CONFIG_FAN', '+static int G_GNUC_UNUSED fan_read(void);', '+#endif /* fan */']),
    ).toEqual([
      '#ifdef:keyword',
      'static:keyword int:type G_GNUC_UNUSED:macro fan_read:function void:type',
      '#endif:keyword /* fan */:comment',
    ]);
    expect(coloured('c', ['+    QTAILQ_FOREACH(fan, &fans, next) {', '+        return;', '+    }'])[0]).toBe(
      'QTAILQ_FOREACH:macro',
    );
    expect(coloured('rust', ['+    safe fn fan_count() -> u32;'])[0]).toBe(
      'safe:keyword fn:keyword fan_count:function u32:type',
    );
  });

  it('gives runs that are sorted, apart and within their line', () => {
    const body = [
      "+#[derive(Debug)] struct A<'a>(&'a str); // x",
      '+macro_rules! m { ($e:expr) => { unsafe { $e } } }',
    ];
    for (const [index, runs] of hunkTokens(engine, 'rust', hunk(1, body)).entries()) {
      let end = 0;
      for (const [start, length] of runs) {
        expect(start).toBeGreaterThanOrEqual(end);
        expect(length).toBeGreaterThan(0);
        end = start + length;
      }
      expect(end).toBeLessThanOrEqual((body[index] ?? '').length - 1);
    }
  });
});

describe('linesTokens', () => {
  it('colours lines by themselves', () => {
    expect(linesTokens(engine, 'c', ['int f(void);', ''])).toEqual([
      [
        [0, 3, 'type'],
        [4, 1, 'function'],
        [6, 4, 'type'],
      ],
      [],
    ]);
  });
});
