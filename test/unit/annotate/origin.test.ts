import { describe, expect, it } from 'vitest';
import { analyzed, annotations, one } from './analyzed.ts';

const OPEN = 'fn open() {\n    unsafe { dev_open() }\n}\n';

describe('origin', () => {
  it('is introduced for a new line', async () => {
    expect(one(await annotations('', OPEN), 'unsafe-block').facets.origin).toBe('introduced');
  });

  it('is changed for a line that replaces one much like it', async () => {
    const found = await annotations(OPEN, OPEN.replace('dev_open()', 'dev_open(0)'));
    expect(one(found, 'unsafe-block').facets.origin).toBe('changed');
  });

  it('is introduced for a line that replaces another', async () => {
    const found = await annotations('fn open() {\n    self.count += 1;\n}\n', OPEN);
    expect(one(found, 'unsafe-block').facets.origin).toBe('introduced');
  });

  it('is changed for a block of which only the inside is changed', async () => {
    const block = (call: string): string =>
      `fn open() {\n    unsafe {\n        dev_lock();\n        ${call};\n        dev_unlock();\n    }\n}\n`;
    const found = await annotations(block('dev_open()'), block('dev_close()'));
    expect(one(found, 'unsafe-block').facets.origin).toBe('changed');
  });

  it('is moved between files of a patch', async () => {
    const text =
      'fn open(fan: &Fan) -> Result<Handle> {\n    unsafe { dev_open(fan.as_mut_ptr(), fan.mode()) }\n}\n';
    const analysis = await analyzed([
      {
        changes: [
          { path: 'rust/qom/src/a.rs', before: text, after: '' },
          { path: 'rust/qom/src/b.rs', before: '', after: text },
        ],
      },
    ]);
    const there = analysis.patches[0]?.files[1]?.annotations ?? [];
    expect(one(there, 'unsafe-block').facets.origin).toBe('moved');
    expect(analysis.patches[0]?.files[0]?.annotations).toEqual([]);
  });

  it('is moved for code that is only wrapped anew', async () => {
    const after = OPEN.replace('unsafe { dev_open(fan, mode, flags) }', '');
    const before = 'fn open() {\n    unsafe { dev_open_with_flags(fan, mode, flags) }\n}\n';
    const wrapped =
      'fn open() {\n    unsafe {\n        dev_open_with_flags(fan, mode,\n            flags)\n    }\n}\n';
    expect(after).toBe(OPEN);
    expect(one(await annotations(before, wrapped), 'unsafe-block').facets.origin).toBe('moved');
  });

  it('is changed for an item of which another part than its attribute is changed', async () => {
    const text = '#[no_mangle]\npub extern "C" fn fan_rpm(fan: *const Fan) -> u32 {\n    0\n}\n';
    const found = await annotations(text, text.replace('u32', 'u64'));
    expect(one(found, 'exported-symbol').facets.origin).toBe('changed');
  });

  it('leaves unchanged code alone', async () => {
    const before = `// one\n${OPEN}`;
    expect(await annotations(before, `// two\n${OPEN}`)).toEqual([]);
  });
});

describe('what a patch takes away', () => {
  const EXPORT = '#[no_mangle]\npub extern "C" fn fan_rpm(fan: *const Fan) -> u32 {\n    0\n}\n';

  it('is noted on the old side where something relies on it', async () => {
    const found = one(await annotations(`${EXPORT}fn other() {}\n`, 'fn other() {}\n'), 'exported-symbol');
    expect(found).toMatchObject({ side: 'old', attention: 'note', symbol: 'fan_rpm' });
    expect(found.facets).toMatchObject({ origin: 'pre-existing', explainedBy: null });
    expect(found.question).toMatch(/taken away/);
  });

  it('is not noted where it is still there in another form', async () => {
    const found = await annotations(EXPORT, EXPORT.replace('-> u32', '-> u64'));
    expect(found.map(({ side }) => side)).not.toContain('old');
  });

  it('is not noted where another of its kind stands in its place', async () => {
    const before = 'static const VMStateDescription vmstate_fan = {\n    .version_id = 1,\n};\n';
    const found = await annotations(before, before.replace('1', '2'), { path: 'hw/misc/fan.c' });
    expect(found.map(({ pattern, side }) => [pattern, side])).toEqual([['vmstate-parity', 'new']]);
  });

  it('is not noted for what needs nothing when it goes', async () => {
    expect(await annotations(OPEN, 'fn open() {\n}\n')).toEqual([]);
  });
});
