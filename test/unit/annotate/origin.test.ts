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

  it('is changed for a line of a renamed field', async () => {
    const fan = (name: string, type: string): string =>
      `#[repr(C)]\npub struct Fan {\n    pub ${name}: BqlCell<${type}>,\n}\n`;
    const found = await annotations(fan('main_speed', 'FanSpeed'), fan('main_rpm', 'FanRpm'));
    expect(one(found, 'bql-interior-mut').facets.origin).toBe('changed');
  });

  it('is changed for a line that puts together what stood on several', async () => {
    const before =
      'fn open(&self) -> Result<Fan> {\n    let fan = fan.assume_init();\n    if error.is_null() {\n        Ok(from_raw(fan))\n    } else {\n        Err(error)\n    }\n}\n';
    const after =
      'fn open(&self) -> Result<Fan> {\n    if error.is_null() { Ok(from_raw(fan.assume_init())) } else { Err(error) }\n}\n';
    expect(one(await annotations(before, after), 'partial-init').facets.origin).toBe('changed');
  });

  it('is moved for a declaration that is only wrapped anew, its last comma lost', async () => {
    const before =
      'extern "C" {\n    pub fn fan_validate(\n        name: *const c_char,\n        error: *mut *mut GError,\n    ) -> gboolean;\n}\n';
    const after =
      'extern "C" {\n    pub fn fan_validate(name: *const c_char, error: *mut *mut GError) -> gboolean;\n}\n';
    expect(one(await annotations(before, after), 'handwritten-extern').facets.origin).toBe('moved');
  });

  it('is moved for short code that stays and is laid out anew', async () => {
    const before = 'fn raw(this: *const Fan) -> *const Pump {\n    unsafe { mem::transmute(this) }\n}\n';
    const after = before.replace(
      '{ mem::transmute(this) }',
      '{\n        // SAFETY: a fan is a pump.\n        mem::transmute(this)\n    }',
    );
    expect(one(await annotations(before, after), 'transmute-reinterpret').facets.origin).toBe('moved');
  });

  it('is moved for one of the parameters of a declaration that is wrapped', async () => {
    const before =
      'extern "C" {\n    fn fan_names(fan: *mut Fan, out: *mut glib::GHashTable) -> gboolean;\n}\n';
    const after =
      'extern "C" {\n    fn fan_names(\n        fan: *mut Fan,\n        out: *mut glib::GHashTable,\n    ) -> gboolean;\n}\n';
    expect(one(await annotations(before, after), 'glib-list-hash').facets.origin).toBe('moved');
  });

  it('is changed for a type that was declared elsewhere', async () => {
    const text = (head: string): string =>
      `#[repr(u32)]\n${head} FanMode {\n    Slow = 1,\n    Fast = 2,\n}\n`;
    const analysis = await analyzed([
      {
        changes: [
          { path: 'rust/qom/src/a.rs', before: text('enum'), after: '' },
          { path: 'rust/qom/src/b.rs', before: '', after: text('#[derive(Clone)]\npub enum') },
        ],
      },
    ]);
    const there = analysis.patches[0]?.files[1]?.annotations ?? [];
    expect(one(there, 'c-enum-mapping').facets.origin).toBe('changed');
  });

  it('is changed, not moved, where only the name stays or the signature goes on', async () => {
    const text = (head: string): string => `impl Fan {\n    ${head} {\n        Self::DEFAULT\n    }\n}\n`;
    const before = text('pub fn with_speed_and_level(level: u32) -> Result<Self, Error>');
    const origin = async (head: string): Promise<string> =>
      one(await annotations(before, text(head)), 'public-api-item').facets.origin;
    expect(await origin('pub fn with_speed_and_level(level: u64) -> Result<Self, Error>')).toBe('changed');
    expect(
      await origin(
        "pub fn with_speed_and_level(level: u32) -> Result<Self, Error>\n    where\n        Self: 'static",
      ),
    ).toBe('changed');
  });

  it('is changed where the first of its lines stays and a later parameter does not', async () => {
    const text = (parameters: string): string =>
      `static void aspeed_machine_class_init(${parameters})\n{\n    MachineClass *mc = MACHINE_CLASS(oc);\n}\n`;
    const found = await annotations(
      text('ObjectClass *oc, void *data'),
      text('ObjectClass *oc,\n                                      const void *data'),
      { path: 'hw/arm/aspeed.c' },
    );
    expect(one(found, 'class-init-vtable').facets.origin).toBe('changed');
  });

  it('is introduced for a function that has a type in common with what goes elsewhere', async () => {
    const gone = 'pub fn fan_len(s: *const libc::c_char) -> usize {\n    0\n}\n';
    const text = "pub unsafe fn opt_name<'a>(s: *const libc::c_char) -> Option<&'a str> {\n    None\n}\n";
    const analysis = await analyzed([
      {
        changes: [
          { path: 'rust/qom/src/a.rs', before: gone, after: '' },
          { path: 'rust/qom/src/b.rs', before: '', after: text },
        ],
      },
    ]);
    const there = analysis.patches[0]?.files[1]?.annotations ?? [];
    expect(one(there, 'unsafe-fn').facets.origin).toBe('introduced');
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
