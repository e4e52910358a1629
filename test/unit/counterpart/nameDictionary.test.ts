import { describe, expect, test } from 'vitest';
import { createTreeIndex } from '../../../src/core/counterpart/index/treeIndex.ts';
import { findNames, withoutMereUses } from '../../../src/core/counterpart/names/findNames.ts';
import { nameDictionary } from '../../../src/core/counterpart/names/nameDictionary.ts';
import type { NameEntry } from '../../../src/core/counterpart/names/nameEntry.ts';
import { namesAgree } from '../../../src/core/counterpart/names/namesAgree.ts';
import { createFileReader } from '../../../src/core/counterpart/sources/fileReader.ts';
import { createTreeSources, type TreeSources } from '../../../src/core/counterpart/sources/treeSources.ts';
import type { SourceTree } from '../../../src/core/ports.ts';
import { engine } from './textScope.ts';

function treeOf(files: Readonly<Record<string, string>>): TreeSources {
  const tree: SourceTree = {
    files: () => Promise.resolve(Object.keys(files).map((path) => ({ path, version: '1' }))),
    read: (path) => {
      const text = files[path];
      return Promise.resolve(text === undefined ? undefined : new TextEncoder().encode(text));
    },
  };
  return createTreeSources(tree, createTreeIndex(tree), createFileReader(engine));
}

const HEADER = 'include/timer.h';
const C = `typedef struct Timer { int a; } Timer;
void timer_mod(Timer *t, int64_t at);
void timer_free(Timer *t);
Timer *timer_new(void);
bool timer_pending(Timer *t);
extern const PropertyInfo prop_bool;
#define timer_mod_now(t) timer_mod((t), 0)
#define DEFINE_BOOL(n) DEFINE(n, prop_bool)
#define DECLARE_BOTH(T) static T *a(void) { timer_new(); } static T *b(void) { timer_new(); }
`;

/** Entries of a crate of one file beside the header above. */
async function namesOf(rust: string, path = 'rust/clock/src/timer.rs'): Promise<readonly NameEntry[]> {
  const tree = treeOf({
    [HEADER]: C,
    [path]: rust,
    'rust/clock/src/lib.rs': '',
    'rust/clock/Cargo.toml': '[package]\nname = "the-clock"\n',
  });
  const { value, problems } = await nameDictionary({ tree });
  expect(problems).toEqual([]);
  return value;
}

/** C name, Rust path, why, through what. */
function brief({ c, rust, foundBy, via }: NameEntry): readonly (string | null)[] {
  return [c, rust, foundBy, ...(via === null ? [] : [via])];
}

describe('a name dictionary', () => {
  test('a method named after the one C function that it calls', async () => {
    const [entry, macro] = await namesOf(
      'impl Clock {\n    /// Moves it.\n    #[inline]\n    pub fn modify(&self, at: i64) {\n        unsafe { bindings::timer_mod(self.0, at) }\n    }\n}\n',
    );
    expect(entry).toEqual({
      c: 'timer_mod',
      rust: 'the_clock::timer::Clock::modify',
      foundBy: 'named-call',
      via: null,
      isPublic: true,
      rustPlace: {
        path: 'rust/clock/src/timer.rs',
        line: 4,
        text: 'pub fn modify(&self, at: i64)',
      },
      cPlace: { path: HEADER, line: 2, text: 'void timer_mod(Timer *t, int64_t at);' },
    });
    expect(macro && brief(macro)).toEqual([
      'timer_mod_now',
      'the_clock::timer::Clock::modify',
      'named-call',
      'timer_mod',
    ]);
  });

  test('constructors and destructors, by trait and by word; a macro that declares two functions is neither', async () => {
    const names = await namesOf(
      'impl Clock { pub fn open() -> Self { Self(unsafe { bindings::timer_new() }) } }\nimpl Drop for Clock { fn drop(&mut self) { unsafe { bindings::timer_free(self.0) } } }\n',
    );
    expect(names.map(brief)).toEqual([
      ['timer_free', 'the_clock::timer::Clock::drop', 'named-call'],
      ['timer_new', 'the_clock::timer::Clock::open', 'named-call'],
    ]);
  });

  test('a function of another name that calls nothing else of C, and one that calls several', async () => {
    const names = await namesOf(
      'use crate::bindings::{timer_free, timer_pending};\npub fn is_armed(c: &Clock) -> bool { unsafe { timer_pending(c.0) } }\nfn work(c: &Clock) { unsafe { timer_pending(c.0); timer_free(c.0) } }\n',
    );
    expect(names.map(brief)).toEqual([
      ['timer_free', 'the_clock::timer::work', 'calls'],
      ['timer_pending', 'the_clock::timer::is_armed', 'only-call'],
      ['timer_pending', 'the_clock::timer::work', 'calls'],
    ]);
    expect(withoutMereUses(names).map(brief)).toEqual([
      ['timer_free', 'the_clock::timer::work', 'calls'],
      ['timer_pending', 'the_clock::timer::is_armed', 'only-call'],
    ]);
  });

  test('the public function stands for its private helper, and for the function within it', async () => {
    const names = await namesOf(
      'impl Clock {\n fn do_mod(&self) { unsafe { bindings::timer_mod(self.0, 0) } }\n pub fn modify(&self) { self.do_mod() }\n pub fn new() -> Self { fn inner() { unsafe { bindings::timer_new() } } inner() }\n}\n',
    );
    expect(names.map(brief)).toEqual([
      ['timer_mod', 'the_clock::timer::Clock::modify', 'named-call', 'do_mod'],
      ['timer_mod_now', 'the_clock::timer::Clock::modify', 'named-call', 'timer_mod'],
      ['timer_new', 'the_clock::timer::Clock::new', 'named-call'],
    ]);
  });

  test('aliases of functions, types, fields and macros; an alias that C does not have is none', async () => {
    const names = await namesOf(
      '#[doc(alias = "Timer")]\npub struct Clock {\n    /// When.\n    #[doc(alias = "expire")]\n    at: u64,\n}\n#[doc(alias = "timer_free")]\n#[doc(alias = "get_rid")]\npub fn stop() {}\n#[doc(alias = "DEFINE_BOOL")]\n#[macro_export]\nmacro_rules! flag { () => {} }\n',
    );
    expect(names.map((entry) => [...brief(entry), entry.rustPlace.line])).toEqual([
      ['DEFINE_BOOL', 'the_clock::timer::flag!', 'alias', 12],
      ['Timer', 'the_clock::timer::Clock', 'alias', 2],
      ['expire', 'the_clock::timer::Clock::at', 'alias', 5],
      ['timer_free', 'the_clock::timer::stop', 'alias', 9],
    ]);
  });

  test('what C calls by name, and the type that a wrapper holds', async () => {
    const names = await namesOf(
      '#[no_mangle]\npub extern "C" fn timer_pending(t: *mut bindings::Timer) -> bool { true }\npub struct Clock(Opaque<bindings::Timer>);\n',
    );
    expect(names.map(brief)).toEqual([
      ['Timer', 'the_clock::timer::Clock', 'wraps-type'],
      ['timer_pending', 'the_clock::timer::timer_pending', 'exported'],
    ]);
  });

  test('macros: calls within one, and one that ties a type to a table of C', async () => {
    const names = await namesOf(
      'macro_rules! start { () => { unsafe { $crate::bindings::timer_new() } } }\nimpl_prop!(bool, prop_bool);\n',
    );
    expect(names.map(brief)).toEqual([
      ['DEFINE_BOOL', 'the_clock::timer::impl_prop!(bool)', 'macro', 'prop_bool'],
      ['prop_bool', 'the_clock::timer::impl_prop!(bool)', 'macro'],
      ['timer_new', 'the_clock::timer::start!', 'macro'],
    ]);
  });

  test('tests and callbacks stand for nothing', async () => {
    const call = 'unsafe { bindings::timer_free(p) }';
    expect(
      await namesOf(
        `unsafe extern "C" fn free_cb(p: *mut c_void) { ${call} }\n#[cfg(test)]\nmod tests { fn free(p: P) { ${call} } }\n`,
      ),
    ).toEqual([]);
    expect(await namesOf(`fn free(p: P) { ${call} }\n`, 'rust/clock/tests/free.rs')).toEqual([]);
  });

  test('is cut off by a cancellation, and says so', async () => {
    const { value, problems } = await nameDictionary({
      tree: treeOf({ 'a.rs': '' }),
      cancellation: { cancelled: true },
    });
    expect(value).toEqual([]);
    expect(problems).toMatchObject([{ code: 'cancelled', at: 'a.rs' }]);
  });
});

test('a name is looked up from either side; the whole name wins over a part', async () => {
  const names = await namesOf(
    'impl Clock { pub fn modify(&self) { unsafe { bindings::timer_mod(self.0, 0) } } }\n',
  );
  const found = (name: string): readonly string[] => findNames(names, name).map(({ c }) => c);
  expect(found('timer_mod')).toEqual(['timer_mod']);
  expect(found('Clock::modify')).toEqual(['timer_mod', 'timer_mod_now']);
  expect(found('_now')).toEqual(['timer_mod_now']);
  expect(found('nothing')).toEqual([]);
});

test.each([
  ['timer_mod', 'modify', true],
  ['timer_del', 'delete', true],
  ['memory_region_init_io', 'init_io', true],
  ['object_unref', 'drop', true],
  ['fan_new', 'init', true],
  ['qdev_init_clock_in', 'init_clock_out', false],
  ['error_free', 'report', false],
  ['error_free', 'from_raw', false],
])('%s and %s', (c, rust, agree) => {
  expect(namesAgree(c, rust)).toBe(agree);
});
