import { describe, expect, it } from 'vitest';
import { analyzed, annotations, one } from './analyzed.ts';

const block = 'unsafe { dev_open() }';

describe('item and visibility', () => {
  it.each([
    ['pub fn', 'public'],
    ['pub(crate) fn', 'crate'],
    ['fn', 'private'],
  ])('of %s', async (head, visibility) => {
    const text = `impl Fan {\n    ${head} open(&self) {\n        ${block}\n    }\n}\n`;
    const found = one(await annotations('', text), 'unsafe-block');
    expect({ item: found.item, visibility: found.facets.visibility }).toEqual({
      item: 'Fan::open',
      visibility,
    });
  });

  it('in a private module are private to it', async () => {
    const text = `mod private {\n    pub fn open() {\n        ${block}\n    }\n}\n`;
    expect(one(await annotations('', text), 'unsafe-block').facets.visibility).toBe('crate');
    const given = `${text}pub use private::open;\n`;
    expect(one(await annotations('', given), 'unsafe-block').facets.visibility).toBe('public');
  });

  it('come from the hunk header where the hunk does not show them', async () => {
    const body = Array.from({ length: 8 }, (_, index) => `    step(${index});`).join('\n');
    const text = (line: string): string => `pub fn open() {\n${body}\n    ${line}\n}\n`;
    const found = await annotations(text('step(9);'), text(block), { image: 'hunks' });
    const { item, facets } = one(found, 'unsafe-block');
    expect({ item, ...facets }).toMatchObject({ item: 'open', visibility: 'public', confidence: 'hunk' });
  });

  it('do not come from the header of a hunk that shows items side by side', async () => {
    const body = Array.from({ length: 8 }, (_, index) => `\tstep(${index});\n`).join('');
    const before = `u64 pump_level(struct pump *p)\n{\n${body}}\n`;
    const after = `${before}\nvoid pump_get(struct pump *p)\n{\n}\nEXPORT_SYMBOL_GPL(pump_get);\n`;
    const found = await annotations(before, after, { path: 'drivers/pump.c', image: 'hunks' });
    expect(one(found, 'exported-symbol')).toMatchObject({ item: null, symbol: 'pump_get' });
  });

  it('of C: static is private, a header is public', async () => {
    const at = async (path: string, text: string) =>
      (await annotations('', text, { path }))[0]?.facets.visibility;
    expect(await at('hw/a.c', 'static void f(Error **errp)\n{\n}\n')).toBe('private');
    expect(await at('hw/a.c', 'void f(Error **errp)\n{\n}\n')).toBe('crate');
    expect(await at('include/hw/a.h', 'void f(Error **errp);\n')).toBe('public');
  });
});

describe('layer', () => {
  it('is tests inside a test module', async () => {
    const text = `#[cfg(test)]\nmod tests {\n    #[test]\n    fn opens() {\n        ${block};\n    }\n}\n`;
    const { facets, attention } = one(await annotations('', text), 'unsafe-block');
    expect(facets.layer).toBe('tests');
    expect(attention).toBe('note');
  });

  it.each([
    ['rust/hw/char/fan/src/device.rs', 'device'],
    ['rust/bindings/util-sys/lib.rs', 'bindings'],
    ['rust/qom/src/qom.rs', 'api'],
  ])('of %s', async (path, layer) => {
    const text = `fn open() {\n    ${block}\n}\n`;
    expect(one(await annotations('', text, { path }), 'unsafe-block').facets.layer).toBe(layer);
  });
});

describe('what only the heading of a hunk names', () => {
  const many = (line: (index: number) => string): readonly string[] =>
    Array.from({ length: 8 }, (_, index) => line(index));
  const grown = async (head: string, lines: readonly string[], line: string): Promise<readonly string[]> => {
    const text = (more: readonly string[]): string => [head, ...lines, ...more, '}', ''].join('\n');
    const found = await annotations(text([]), text([line]), { image: 'hunks' });
    return found.map(({ pattern }) => pattern);
  };

  it('is an extern block', async () => {
    const lines = many((index) => `    fn fan_${index}();`);
    expect(await grown('extern "C" {', lines, '    fn fan_start();')).toContain('handwritten-extern');
  });

  it.each([
    ['unsafe extern "C" fn run(opaque: *mut c_void) {', true],
    ['fn run(opaque: &Fan) {', false],
  ])('is a function that may be called by C: %s', async (head, calledByC) => {
    const lines = many((index) => `    step(${index});`);
    const found = await grown(head, lines, '    last().unwrap();');
    expect(found.includes('panic-across-ffi')).toBe(calledByC);
  });

  it('tells why a number is returned', async () => {
    const path = 'rust/hw/char/fan/src/device.rs';
    const body = many((index) => `    step(${index});`).join('\n');
    const of = async (head: string): Promise<readonly string[]> => {
      const text = (line: string): string => `${head}\n${body}\n    ${line}\n    end()\n}\n`;
      const found = await annotations(text(''), text('if idle() { return -1; }'), { path, image: 'hunks' });
      return found.map(({ pattern }) => pattern);
    };
    expect(await of('fn run() -> i32 {')).toContain('c-like-rust');
    expect(await of('extern "C" fn run() -> i32 {')).not.toContain('c-like-rust');
  });
});

describe('macros', () => {
  it.each([
    ['a rule', `macro_rules! open {\n    ($dev:expr) => {\n        unsafe { dev_open($dev) }\n    };\n}\n`],
    ['a call', `fn open() {\n    assert_eq!(unsafe { dev_open(0) }, 0);\n}\n`],
    ['a call in a call', `fn open() {\n    outer!(|x| { inner!(unsafe { dev_open(x) }) });\n}\n`],
    [
      'a repetition',
      `macro_rules! open {\n    ($($dev:expr),*) => {\n        $(unsafe { dev_open($dev) };)*\n    };\n}\n`,
    ],
  ])('unsafe in %s is found and said to be in a macro', async (_, text) => {
    const found = (await annotations('', text)).filter(({ pattern }) => pattern === 'unsafe-block');
    expect(found.map(({ facets }) => facets.inMacro)).toEqual([true]);
  });

  it('a SAFETY comment in a macro explains', async () => {
    const text =
      'macro_rules! open {\n    ($dev:expr) => {{\n        // SAFETY: `$dev` is open.\n        unsafe { dev_open($dev) }\n    }};\n}\n';
    expect(one(await annotations('', text), 'unsafe-block').facets.explainedBy).toBe('safety-comment');
  });

  it.each([
    ['public', 'pub unsafe fn open() {}'],
    ['private', 'unsafe fn open() {}'],
  ])('an item in a macro is %s by its own word', async (visibility, item) => {
    const text = `macro_rules! open {\n    () => {\n        ${item}\n    };\n}\n`;
    expect(one(await annotations('', text), 'unsafe-fn').facets.visibility).toBe(visibility);
  });

  it.each(['whole', 'hunks'] as const)('detectors look into rules and calls, from %s', async (image) => {
    const text = `macro_rules! open {
    ($dev:expr) => {{
        // SAFETY: TODO
        unsafe { dev_open($dev) }
    }};
}
cfg_if! {
    if #[cfg(unix)] {
        impl Fan {
            fn regs(&self) -> &mut Registers {
                unsafe { self.borrow_raw() }
            }
        }
    }
}
fn start() {
    outer!(inner!({
        // SAFETY: TODO
        unsafe { dev_start() }
    }));
}
`;
    const found = await annotations('', text, { image });
    const places = found
      .filter(({ pattern }) => /^(safety-comment-mismatch|mut-ref-from-c)$/.test(pattern))
      .map(({ pattern, line, facets }) => [pattern, line, facets.inMacro]);
    expect(places).toEqual([
      ['safety-comment-mismatch', 3, true],
      ['mut-ref-from-c', 10, true],
      ['safety-comment-mismatch', 18, true],
    ]);
  });

  it('code that calls a macro is not in one', async () => {
    const text = 'fn open() {\n    unsafe { println!("{}", dev_open()) }\n}\n';
    expect(one(await annotations('', text), 'unsafe-block').facets.inMacro).toBe(false);
  });
});

describe('generated files', () => {
  it('are known by their first lines and kept quiet', async () => {
    const text = `/* automatically generated by rust-bindgen 0.69 */\n\npub unsafe fn open() {\n    ${block}\n}\n`;
    const analysis = await analyzed([{ changes: [{ path: 'src/ffi.rs', before: null, after: text }] }]);
    const [file] = analysis.patches[0]?.files ?? [];
    expect(file?.generated).toBe(true);
    expect(new Set(file?.annotations.map(({ attention }) => attention))).toEqual(new Set(['note']));
  });
});
