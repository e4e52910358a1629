// What a safety comment is asked about, and above all what it is not asked about. Places in code: the pattern's examples.
import { describe, expect, it } from 'vitest';
import { safetyDoubt } from '../../../src/core/annotate/explain/safetyDoubt.ts';
import { oddTag } from '../../../src/core/annotate/explain/safetyTag.ts';
import { allStdSafety, stdSafety } from '../../../src/core/annotate/explain/stdSafety.ts';
import type { UnsafeCall, UnsafeUse } from '../../../src/core/annotate/explain/unsafeUse.ts';

function call(path: string, ...pointers: readonly string[]): UnsafeCall {
  const [name = '', qualifier = null] = path.split('::').reverse();
  return {
    name,
    qualifier,
    method: false,
    foreign: qualifier === 'sys',
    pointers: pointers.map((text) => ({ text, names: text.match(/\w+/g) ?? [] })),
  };
}

function use(...calls: readonly UnsafeCall[]): UnsafeUse {
  const names = calls.flatMap(({ name, pointers }) => [
    name,
    ...pointers.flatMap((pointer) => pointer.names),
  ]);
  return { calls, names: new Set(names) };
}

const nothing = use();
const drain = use(call('sys::pump_drain', 'pump', 'out_level'));

function doubt(comment: string, code: UnsafeUse = drain, inUnsafeFunction?: boolean): string | undefined {
  return safetyDoubt(`SAFETY: ${comment}`, { use: code, inUnsafeFunction });
}

describe('a safety comment', () => {
  it.each([
    ['TODO', /holds the place/],
    ['calling into C, always safe by definition.', /What makes it so/],
    ['`pump` is valid.', /What makes it so/],
    ['`pump` must outlive the valve.', /What makes it true here/],
    ['the result is never null.', /speaks about the result/],
    ['`pump` is open until the device goes away.', /out_level.*pump_drain/],
    ['the Arc is cloned while the pump runs, see the type invariant.', undefined],
  ])('%s', (comment, question) => {
    const asked = doubt(comment);
    if (question) expect(asked).toMatch(question);
    else expect(asked).toBeUndefined();
  });

  it('may argue with callers only in an unsafe function', () => {
    const comment = 'the caller guarantees that `pump` and `out_level` are good for reading.';
    expect(doubt(comment, drain, false)).toMatch(/callers have promised nothing/);
    expect(doubt(comment, drain, true)).toBeUndefined();
    expect(doubt(comment, drain, undefined)).toBeUndefined();
    expect(doubt('callers of `Pump::new` keep `pump` and `out_level` alive.', drain, false)).toBeUndefined();
  });

  it('mentions a pointer by a longer word, too', () => {
    const read = use(call('sys::valve_read', 'buf'));
    expect(doubt('C fills the buffer before it calls back.', read)).toBeUndefined();
    expect(doubt('was passed on by `valve_open`.', read)).toBeUndefined();
    expect(doubt('the valve is open.', read)).toMatch(/What makes buf acceptable/);
  });

  it('has a reason for each of several operations', () => {
    const two = use(call('sys::valve_open'), call('sys::valve_read'));
    expect(doubt('the valve outlives the device.', two)).toMatch(/valve_open, valve_read/);
    expect(doubt('both need only the valve, which outlives the device.', two)).toBeUndefined();
    expect(doubt('The valve outlives the device. Reading starts after opening.', two)).toBeUndefined();
  });

  it('covers the condition that is particular to a standard function', () => {
    const slice = use(call('slice::from_raw_parts', 'buf'));
    expect(doubt('`buf` comes from C.', slice)).toMatch(/length counts elements/);
    expect(doubt('`buf` comes from C and has `size` bytes.', slice)).toBeUndefined();
    expect(doubt('`buf` is good by the safety requirements of this function.', slice)).toBeUndefined();
  });

  it('speaks of the smart pointer that the code uses', () => {
    const box = use(call('Box::from_raw', 'state'));
    const withBox = { ...box, names: new Set(['Box', 'state']) };
    expect(doubt('`state` came from `Arc::into_raw` in `new`.', withBox)).toMatch(/Arc.*Box/);
    expect(doubt('`state` came from `Box::into_raw` in `new`.', withBox)).toBeUndefined();
  });

  it('is left alone if it gives any reason', () => {
    expect(doubt('only touches a counter.', nothing)).toBeUndefined();
    expect(doubt('`pump` was tested for null above, `out_level` is a local.', drain)).toBeUndefined();
  });
});

describe('a tag that is not quite SAFETY:', () => {
  it.each([
    ['    // SFAETY: state is set', 'SFAETY'],
    ['// SAFTEY: state is set', 'SAFTEY'],
    ['// SAFETY NOTE: only shared', 'SAFETY NOTE'],
    ['// SAFETY the state is set', 'SAFETY'],
  ])('%s', (line, tag) => {
    const found = oddTag(line, false, true);
    expect(found && line.slice(found.start, found.end)).toBe(tag);
  });

  it.each(['// SAFETY: fine', '// Safety first', '// SALTY: sea', '// STATE: idle', '// safe: yes'])(
    'not %s',
    (line) => {
      expect(oddTag(line, false, true)).toBeUndefined();
    },
  );

  it('is in capital letters in the kernel only', () => {
    expect(oddTag('// Safety: the state is set', false, true)).toBeUndefined();
    expect(oddTag('// Safety: the state is set', true, true)?.question).toMatch(/capital/);
  });

  it('may lack its colon where nothing unsafe follows', () => {
    expect(oddTag('// SAFETY is discussed below', false, false)).toBeUndefined();
  });
});

describe('the table of standard functions', () => {
  it('tells functions and methods apart', () => {
    expect(stdSafety('slice', 'from_raw_parts')?.conditions.length).toBeGreaterThan(2);
    expect(stdSafety(null, 'assume_init')?.url).toMatch(/^https:\/\/doc\.rust-lang\.org\/std\/mem\//);
    expect(stdSafety('mem', 'assume_init')).toBeUndefined();
    expect(stdSafety('Fan', 'from_raw')).toBeUndefined();
  });

  it('has each entry once, with conditions and a page', () => {
    const paths = allStdSafety().map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const { url, conditions } of allStdSafety()) {
      expect(url).toMatch(/\.html(#[\w.-]+)?$/);
      expect(conditions.length).toBeGreaterThan(0);
    }
  });
});
