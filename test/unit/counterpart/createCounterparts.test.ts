import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/core/analyze.ts';
import { loadCatalog } from '../../../src/core/catalog/loadCatalog.ts';
import type { CrossingResult } from '../../../src/core/counterpart/counterpart.ts';
import { counterpartAt } from '../../../src/core/counterpart/counterpartAt.ts';
import { createCounterparts } from '../../../src/core/counterpart/createCounterparts.ts';
import { createTreeIndex } from '../../../src/core/counterpart/index/treeIndex.ts';
import { createFileReader } from '../../../src/core/counterpart/sources/fileReader.ts';
import { createTreeSources, type TreeSources } from '../../../src/core/counterpart/sources/treeSources.ts';
import { readSeries } from '../../../src/core/patch/readSeries.ts';
import { testAssets } from '../assets.ts';
import { engine } from './textScope.ts';

const catalog = await loadCatalog(testAssets());
const reader = createFileReader(engine);

/** A mail whose patch adds files, or shows hunks of them (`@@` first). */
function mail(position: number, total: number, files: Readonly<Record<string, string>>): string {
  const diffs = Object.entries(files).map(([path, text]) => {
    const lines = text.replace(/\n$/, '').split('\n');
    if (text.startsWith('@@')) return `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n${text}`;
    const body = lines.map((line) => `+${line}`).join('\n');
    return `diff --git a/${path} b/${path}\nnew file mode 100644\n--- /dev/null\n+++ b/${path}\n@@ -0,0 +1,${lines.length} @@\n${body}\n`;
  });
  return [
    `From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001`,
    `From: A Person <a@example.org>`,
    `Date: Mon, 6 Oct 2025 10:00:00 +0000`,
    `Message-ID: <fan-${position}@example.org>`,
    `Subject: [PATCH ${position}/${total}] fan: part ${position}`,
    '',
    'Text.',
    '',
    'Signed-off-by: A Person <a@example.org>',
    '---',
    '',
    ...diffs,
    '-- ',
    '2.43.0',
    '',
  ].join('\n');
}

function treeOf(files: Readonly<Record<string, string>>): TreeSources {
  const tree = {
    files: () => Promise.resolve(Object.keys(files).map((path) => ({ path, version: '1' }))),
    read: (path: string) => {
      const text = files[path];
      return Promise.resolve(text === undefined ? undefined : new TextEncoder().encode(text));
    },
  };
  return createTreeSources(tree, createTreeIndex(tree), reader);
}

/** Results by pattern and line of the patches of a series. */
async function results(
  patches: readonly Readonly<Record<string, string>>[],
  tree?: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, CrossingResult>> {
  const inputs = patches.map((files, at) => ({
    name: `${at}.patch`,
    bytes: new TextEncoder().encode(mail(at + 1, patches.length, files)),
  }));
  const { value, problems } = await readSeries(inputs);
  const [series] = value;
  if (!series) throw new Error('no series');
  const analysis = await analyze(engine, catalog, { value: series, problems }, { profile: 'qemu' });
  const counterparts = createCounterparts(engine, analysis, tree ? { tree: treeOf(tree) } : {});
  const places = new Map(
    analysis.patches.flatMap(({ files }, patch) =>
      files.flatMap(({ annotations }) =>
        annotations.map(({ id, pattern, line }) => [id, `${patch + 1} ${pattern} ${line}`] as const),
      ),
    ),
  );
  const found = new Map<string, CrossingResult>();
  for await (const result of counterparts.all()) found.set(places.get(result.annotation) ?? '', result);
  expect(found.size).toBe(places.size);
  return found;
}

const HEADER = '/* Sets the speed. */\nvoid fan_set_speed(struct fan *fan, uint32_t rpm);\n';
const RUST_EXTERN = 'extern "C" {\n    fn fan_set_speed(fan: *mut c_void, rpm: u64);\n}\n';

describe('where the other side is found', () => {
  test('in the patch first, then in the series, then in the tree', async () => {
    const here = await results([{ 'fan.h': HEADER, 'rust/fan.rs': RUST_EXTERN }], {
      'include/fan.h': HEADER,
    });
    expect(here.get('1 handwritten-extern 2')).toMatchObject({
      status: 'found',
      counterparts: [
        {
          path: 'fan.h',
          line: 2,
          foundIn: 'patch',
          rule: 'same-symbol',
          confidence: 'certain',
          doc: 'Sets the speed.',
        },
      ],
      disagreements: [{ kind: 'width', subject: 'rpm' }],
    });
    const series = await results([{ 'fan.h': HEADER }, { 'rust/fan.rs': RUST_EXTERN }], {
      'include/fan.h': HEADER,
    });
    expect(series.get('2 handwritten-extern 2')).toMatchObject({
      status: 'found',
      counterparts: [{ path: 'fan.h', foundIn: 'series' }],
    });
    const tree = await results([{ 'rust/fan.rs': RUST_EXTERN }], { 'include/fan.h': HEADER });
    expect(tree.get('1 handwritten-extern 2')).toMatchObject({
      status: 'found',
      counterparts: [{ path: 'include/fan.h', line: 2, foundIn: 'tree' }],
    });
  });

  test('or not, and that is said', async () => {
    const nowhere = await results([{ 'rust/fan.rs': RUST_EXTERN }], {
      'include/pump.h': 'void pump(void);\n',
    });
    expect(nowhere.get('1 handwritten-extern 2')).toMatchObject({
      status: 'not-found',
      sought: ['fan_set_speed'],
      counterparts: [],
    });
    const two = await results([{ 'rust/fan.rs': RUST_EXTERN }], {
      'include/a.h': 'void fan_set_speed(int rpm);\n',
      'include/b.h': 'void fan_set_speed(long rpm);\n',
      'tests/c.h': 'void fan_set_speed(char rpm);\n',
    });
    const ambiguous = two.get('1 handwritten-extern 2');
    expect(ambiguous?.status).toBe('ambiguous');
    expect(ambiguous?.counterparts.map(({ path }) => path)).toEqual(['include/a.h', 'include/b.h']);
    expect(ambiguous?.disagreements).toEqual([]);
  });

  test('with hunks alone', async () => {
    const hunks = await results([
      {
        'include/fan.h':
          '@@ -10,3 +10,3 @@ struct fan;\n \n-void fan_set_speed(int rpm);\n+void fan_set_speed(uint32_t rpm);\n \n',
        'rust/src/fan.rs':
          '@@ -4,3 +4,3 @@ use sys::Fan;\n extern "C" {\n-    fn fan_set_speed(rpm: i32);\n+    fn fan_set_speed(rpm: u64);\n     fn fan_stop();\n',
      },
    ]);
    const [, block] = [...hunks].find(([place]) => place.includes('handwritten-extern')) ?? [];
    expect(block).toMatchObject({
      status: 'found',
      counterparts: [{ path: 'include/fan.h', line: 11 }],
      disagreements: [{ kind: 'width', rust: { line: 5 } }],
    });
  });
});

const DEVICE_HEADER = `
typedef struct FanOps { uint64_t (*read)(void *opaque, hwaddr addr, unsigned size); } FanOps;
typedef void FanTick(void *opaque, int event);
void fan_on_tick(struct fan *fan, FanTick *tick, void *opaque);
enum { FAN_A };
struct FanState { int x; };
`;

describe('what is sought', () => {
  test('the callee of an unsafe block, the wrapped type, the slot and the parameter of a callback', async () => {
    const rust = `use crate::bindings;
#[repr(transparent)]
pub struct Fan(Opaque<bindings::FanState>);
unsafe impl Send for Fan {}
unsafe extern "C" fn fan_read_cb(opaque: *mut c_void, addr: hwaddr, size: u64) -> u64 { 0 }
unsafe extern "C" fn tick_cb(opaque: *mut c_void, event: c_int) {}
impl Fan {
    pub fn start(&self, ops: &mut bindings::FanOps) {
        ops.read = Some(fan_read_cb);
        // SAFETY: the fan lives as long as the program.
        unsafe { bindings::fan_on_tick(self.0.get(), Some(tick_cb), ptr::null_mut()) }
    }
}
`;
    const found = await results([{ 'rust/fan/src/fan.rs': rust }], { 'include/fan.h': DEVICE_HEADER });
    expect(found.get('1 unsafe-block 11')).toMatchObject({
      counterparts: [{ symbol: 'fan_on_tick', rule: 'same-symbol' }],
    });
    expect(found.get('1 send-sync-impl 4')).toMatchObject({
      counterparts: [{ symbol: 'FanState', rule: 'same-struct' }],
    });
    expect(found.get('1 extern-c-trampoline 5')).toMatchObject({
      counterparts: [{ symbol: 'FanOps.read', rule: 'same-slot', line: 2 }],
      disagreements: [{ kind: 'width', subject: 'size' }],
    });
    expect(found.get('1 extern-c-trampoline 6')).toMatchObject({
      counterparts: [
        { symbol: 'FanTick', rule: 'callback-parameter' },
        { symbol: 'fan_on_tick', rule: 'callback-parameter' },
      ],
      disagreements: [],
    });
  });

  test('in an extern block all declarations for the whole, and the own one for what one of them is', async () => {
    const rust =
      'extern "C" {\n    fn fan_names(fan: *mut Fan) -> *mut GList;\n    fn fan_stop(fan: *mut Fan);\n}\n';
    const header = 'GList *fan_names(Fan *fan);\nvoid fan_stop(Fan *fan);\n';
    const found = await results([{ 'rust/fan.rs': rust }], { 'include/fan.h': header });
    expect(found.get('1 handwritten-extern 2')?.sought).toEqual(['fan_names', 'fan_stop']);
    expect(found.get('1 glib-list-hash 2')?.sought).toEqual(['fan_names']);
  });

  test('no function of the tree that only shares its name with one of the C library', async () => {
    const rust =
      'fn room() -> *mut c_void {\n    // SAFETY: the size is not zero.\n    unsafe { libc::malloc(8) }\n}\n';
    const found = await results([{ 'rust/fan.rs': rust }], {
      'include/fan.h': 'void *malloc(size_t size);\n',
    });
    expect(found.get('1 unsafe-block 3')?.counterparts ?? []).toEqual([]);
  });

  test('a slot that the series adds in C and Rust leaves empty', async () => {
    const before = 'struct fan_ops {\n    int (*read)(void *o);\n};\n';
    const header =
      '@@ -1,3 +1,4 @@\n struct fan_ops {\n     int (*read)(void *o);\n+    int (*poll)(void *o);\n };\n';
    const rust =
      'static FAN_OPS: bindings::fan_ops = bindings::fan_ops {\n    read: Some(read_cb),\n    ..Zeroable::ZERO\n};\n';
    const found = await results([{ 'include/fan.h': header }, { 'rust/fan.rs': rust }], {
      'include/fan.h': before,
    });
    const all = [...found.values()].flatMap(({ disagreements }) => disagreements);
    expect(all.some(({ kind, subject }) => kind === 'slot-unset' && subject === 'poll')).toBe(true);
  });

  test('the Rust side of C', async () => {
    const found = await results([{ 'include/fan.h': 'extern int fan_count;\n' }], {
      'rust/fan.rs': 'fn count() -> i32 { unsafe { bindings::fan_count } }\n',
    });
    expect(found.get('1 exported-symbol 1')).toMatchObject({
      status: 'found',
      counterparts: [{ language: 'rust', path: 'rust/fan.rs', symbol: 'count', rule: 'caller' }],
    });
  });
});

test('in ordinary files, from either side to the other', async () => {
  const rust =
    'use bindings::fan_set_speed;\nfn go(f: &Fan) {\n    unsafe { fan_set_speed(f.raw(), 3) }\n}\n';
  const tree = treeOf({ 'include/fan.h': HEADER, 'rust/fan.rs': rust });
  const fromRust = await counterpartAt(reader, tree, {
    path: 'rust/fan.rs',
    text: rust,
    line: 3,
    column: 16,
  });
  expect(fromRust).toMatchObject({ status: 'found', counterparts: [{ path: 'include/fan.h', line: 2 }] });
  const fromC = await counterpartAt(reader, tree, {
    path: 'include/fan.h',
    text: HEADER,
    line: 2,
    column: 8,
  });
  expect(fromC).toMatchObject({
    status: 'found',
    counterparts: [{ path: 'rust/fan.rs', symbol: 'go', rule: 'caller' }],
  });
  const readme = await counterpartAt(reader, tree, {
    path: 'README',
    text: 'fan_set_speed',
    line: 1,
    column: 1,
  });
  expect(readme.status).toBe('not-applicable');
});

test('a callback that a trait constant names is found at its slot, and a glued name at its macro', async () => {
  const rust = [
    'use crate::bindings;',
    'impl ObjectImpl for Fan {',
    '    const INSTANCE_INIT: Option<unsafe extern "C" fn(obj: *mut Object)> = Some(fan_init);',
    '}',
    'pub unsafe extern "C" fn fan_init(obj: *mut Object) {}',
    'fn store(s: *mut AddressSpace) {',
    '    // SAFETY: it lives.',
    '    unsafe { bindings::fan_store_le(s, 1) }',
    '}',
    '',
  ].join('\n');
  const found = await results([{ 'rust/fan.rs': rust }], {
    'include/object.h': 'struct TypeInfo {\n    void (*instance_init)(Object *obj);\n};\n',
    'include/store.h.inc': 'void glue(fan_store_le, SUFFIX)(AddressSpace *s,\n    int value);\n',
  });
  const places = [...found.values()].flatMap(({ counterparts }) =>
    counterparts.map(({ path, line, symbol }) => `${path}:${line} ${symbol}`),
  );
  expect(places).toContain('include/object.h:2 TypeInfo.instance_init');
  expect(places).toContain('include/store.h.inc:1 fan_store_le');
});
