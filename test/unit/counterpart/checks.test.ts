import { describe, expect, test } from 'vitest';
import { checkErrorIn, checkErrorOut } from '../../../src/core/counterpart/checks/errors.ts';
import { checkLifetime } from '../../../src/core/counterpart/checks/lifetime.ts';
import { checkRoundTrip } from '../../../src/core/counterpart/checks/opaque.ts';
import { rustTables } from '../../../src/core/counterpart/rust/rustTables.ts';
import { reportSlots } from '../../../src/core/counterpart/checks/slots.ts';
import { checkTransfer } from '../../../src/core/counterpart/checks/transfers.ts';
import { kinds, world } from './checkWorld.ts';
import { textScope } from './textScope.ts';

describe('the round trip of a void pointer', () => {
  const roundTrip = (read: string, handed: string, self = '&self') => {
    const { declaration, file } = world(
      `impl Fan {
    fn start(${self}, shared: &Fan) {
        unsafe extern "C" fn tick(opaque: *mut c_void) { let s = ${read}; }
        unsafe { bindings::fan_on_tick(self.raw(), Some(tick), ${handed}) }
    }
}`,
      'tick',
    );
    return kinds(checkRoundTrip(declaration, file));
  };
  test.each([
    ['&*opaque.cast::<Fan>()', 'self as *const Self as *mut c_void', []],
    ['&*opaque.cast::<Fan>()', '(self as *const Fan).cast_mut().cast()', []],
    ['&*opaque.cast::<Pump>()', 'self as *const Self as *mut c_void', ['opaque-type']],
    ['&*(opaque as *const Pump)', 'Box::into_raw(Box::new(Fan::new())).cast()', ['opaque-type']],
    ['&mut *opaque.cast::<Fan>()', 'self as *const Self as *mut c_void', ['opaque-exclusive']],
    ['&mut *opaque.cast::<Fan>()', 'shared as *const Fan as *mut c_void', ['opaque-exclusive']],
    ['&mut *opaque.cast::<Fan>()', 'Box::into_raw(Box::new(Fan {})) as *mut c_void', []],
    ['&mut *opaque.cast::<Fan>()', 'self as *mut Self as *mut c_void', []],
    ['&*opaque.cast::<_>()', 'self as *const Self as *mut c_void', []],
    ['opaque', 'unknown()', []],
  ])('%s of %s', (read, handed, expected) => {
    expect(roundTrip(read, handed)).toEqual(expected);
  });

  test('a type parameter is followed to where the address is taken', () => {
    const of = (handed: string) => {
      const { declaration, file } = world(
        `unsafe extern "C" fn tick<T>(opaque: *mut c_void) { let s = &*opaque.cast::<T>(); }
fn start(f: &Fan) { unsafe { bindings::fan_on_tick(f.raw(), Some(tick::<Fan>), ${handed}) } }`,
        'tick',
      );
      return kinds(checkRoundTrip(declaration, file));
    };
    expect(of('f as *const Fan as *mut c_void')).toEqual([]);
    expect(of('f as *const Pump as *mut c_void')).toEqual(['opaque-type']);
  });

  test('of several untyped pointers, as in GLib, it is the last, or the one that is named so', () => {
    const of = (params: string, read: string) => {
      const { declaration, file } = world(
        `unsafe extern "C" fn visit(${params}) { let k = &*(key as *const Key); let s = ${read}; }
fn start(f: &Fan) { let mut set = Fan::new(); unsafe { bindings::fan_on_tick(f.raw(), Some(visit), &mut set as *mut Fan as *mut _) } }`,
        'visit',
      );
      return kinds(checkRoundTrip(declaration, file));
    };
    const three = 'key: *mut c_void, _value: gpointer, r: *mut c_void';
    expect(of(three, '&mut *(r as *mut Fan)')).toEqual([]);
    expect(of(three, '&mut *(r as *mut Pump)')).toEqual(['opaque-type']);
    expect(of('opaque: *mut c_void, key: *mut c_void', '&*(opaque as *mut Pump)')).toEqual(['opaque-type']);
    expect(of('opaque: *mut c_void, key: *mut c_void', '&*(opaque as *mut Fan)')).toEqual([]);
  });

  test('through a variable', () => {
    const { declaration, file } = world(
      `unsafe extern "C" fn tick(opaque: *mut c_void) { let s = &*opaque.cast::<Pump>(); }
fn start(f: &Fan) {
    let state = Box::into_raw(Box::new(Fan::new()));
    unsafe { bindings::fan_on_tick(f.raw(), Some(tick), state.cast()) }
}`,
      'tick',
    );
    expect(kinds(checkRoundTrip(declaration, file))).toEqual(['opaque-type']);
  });
});

describe('what is handed out comes back', () => {
  const lifetime = async (body: string, rest = '') => {
    const { call, file, scope } = world(`fn start(f: &Fan) {\n${body}\n}\n${rest}`, 'start');
    const [name] = /fan_\w+/.exec(body) ?? [''];
    return kinds(await checkLifetime(call(name), file, scope));
  };
  const given =
    'unsafe { bindings::fan_on_tick(f.raw(), Some(tick), Box::into_raw(Box::new(Fan::new())).cast()) }';

  test('ownership', async () => {
    expect(await lifetime(given)).toEqual(['no-reclaim']);
    expect(await lifetime(given, 'fn stop(p: *mut Fan) { drop(unsafe { Box::from_raw(p) }) }')).toEqual([]);
    expect(await lifetime(`// Leaked on purpose: the fan lives as long as the program.\n${given}`)).toEqual(
      [],
    );
  });

  test('by an owner of the same kind', async () => {
    const shared = given.replaceAll('Box', 'Arc');
    const back = (from: string) => `fn stop(p: *mut Fan) { unsafe { ${from} } }`;
    expect(await lifetime(given, back('drop(CString::from_raw(p))'))).toEqual(['no-reclaim']);
    expect(await lifetime(shared, back('drop(Box::from_raw(p))'))).toEqual(['no-reclaim']);
    expect(await lifetime(shared, back('Arc::decrement_strong_count(p)'))).toEqual([]);
    expect(await lifetime(given, back('drop(Box::<Fan>::from_raw(p))'))).toEqual([]);
    expect(await lifetime(given, back('// Box::from_raw(p)\n'))).toEqual(['no-reclaim']);
  });

  test('registrations, where C has the function that ends them', async () => {
    const register = 'unsafe { bindings::fan_register(Some(tick), ptr::null_mut()) }';
    expect(await lifetime(register)).toEqual(['no-deregistration']);
    const drop =
      'impl Drop for Fan { fn drop(&mut self) { unsafe { bindings::fan_unregister(Some(tick)) } } }';
    expect(await lifetime(register, drop)).toEqual([]);
    expect(await lifetime('unsafe { bindings::fan_register_other(Some(tick)) }')).toEqual([]);
  });
});

describe('errors', () => {
  const out = (body: string, returns = '') => {
    const { declaration, file } = world(
      `unsafe extern "C" fn realize(dev: *mut Dev, errp: *mut *mut bindings::Error)${returns} {\n${body}\n}`,
      'realize',
    );
    return kinds(checkErrorOut(declaration, file));
  };
  test.each([
    ['Error::ok_or_propagate(go(), errp);', []],
    ['if !errp.is_null() { assert!((*errp).is_null()); }', []],
    ['assert!((*errp).is_null());', ['error-unguarded']],
    ['if !errp.is_null() { *errp = err.into_raw(); }', ['error-abort']],
    ['*errp = err;', ['error-unguarded', 'error-abort']],
    ['a.propagate(errp);\nb.propagate(errp);', ['error-overwritten']],
    ['if x { a.propagate(errp); } else { b.propagate(errp); }', []],
    ['a.propagate(errp);\nreturn;\nb.propagate(errp);', []],
    ['// *errp = err;', []],
    ['(*errp).go(); if !errp.is_null() { go(); }', ['error-unguarded']],
    ['if errp.is_null() { return; }\n(*errp).go();', []],
    ['log("*errp = err");', []],
  ])('%s', (body, expected) => {
    expect(out(body)).toEqual(expected);
  });

  test('success beside an error', () => {
    expect(out('e.propagate(errp);\ntrue', ' -> bool')).toEqual(['error-result']);
    expect(out('e.propagate(errp);\nfalse', ' -> bool')).toEqual([]);
    expect(out('e.propagate(errp);\nreturn true.into_glib();', ' -> gboolean')).toEqual(['error-result']);
    expect(out('e.propagate(errp);\nreturn ffi::GFALSE;', ' -> gboolean')).toEqual([]);
  });

  test('failure without an error', () => {
    expect(out('if !ready() { return false; }\ntrue', ' -> bool')).toEqual(['error-result']);
    expect(out('go();\nfalse', ' -> bool')).toEqual(['error-result']);
    expect(out('if !other(dev, errp) { return false; }\ntrue', ' -> bool')).toEqual([]);
    expect(out('go();\ntrue', ' -> bool')).toEqual([]);
    expect(out('if !ready() { return -1; }\n0', ' -> c_int')).toEqual([]);
  });

  const into = async (body: string) => {
    const { call, file, scope } = world(`fn go(f: &Fan) {\n${body}\n}`, 'go');
    return kinds(await checkErrorIn(call('fan_open'), file, scope));
  };
  test('that C reports to Rust', async () => {
    expect(await into('unsafe { bindings::fan_open(f.raw(), ptr::null_mut()) };')).toEqual(['error-dropped']);
    const local =
      'let mut err: *mut bindings::Error = ptr::null_mut();\nunsafe { bindings::fan_open(f.raw(), &mut err) };';
    expect(await into(local)).toEqual(['error-dropped']);
    expect(await into(`${local}\nError::err_or_unit(err)`)).toEqual([]);
    expect(await into(`${local}\nif !err.is_null() { return; }`)).toEqual(['error-dropped']);
    expect(await into(`${local}\nif !err.is_null() { bindings::error_free(err); }`)).toEqual([]);
    expect(
      await into('unsafe { bindings::fan_open(f.raw(), addr_of_mut!(bindings::error_fatal)) };'),
    ).toEqual([]);
  });
});

describe('ownership of results', () => {
  test.each([
    ['from_glib_full(ffi::g_strdup(p))', 'g_strdup', []],
    ['from_glib_none(ffi::g_strdup(p))', 'g_strdup', ['transfer']],
    ['from_glib_none(ffi::g_getenv(p))', 'g_getenv', []],
    ['from_glib_full(ffi::g_getenv(p))', 'g_getenv', ['transfer']],
    ['Owned::from_raw(bindings::object_new(p))', 'object_new', []],
    ['Owned::from_raw(bindings::object_get_root())', 'object_get_root', ['transfer']],
    ['CStr::from_ptr(bindings::object_get_canonical_path(p))', 'object_get_canonical_path', ['transfer']],
    ['CString::from_raw(ffi::g_strdup(p))', 'g_strdup', ['allocator']],
    ['Box::from_raw(libc::malloc(8).cast())', 'malloc', ['allocator']],
    ['ffi::g_free(CString::new(x).unwrap().into_raw().cast())', 'g_free', ['allocator']],
    ['ffi::g_free(p.cast())', 'g_free', []],
    ['from_glib_none(ffi::fan_name(p))', 'fan_name', []],
    ['from_glib_none(ffi::g_strdup(p).cast::<u8>())', 'g_strdup', ['transfer']],
    ['from_glib_none((ffi::g_strdup(p) as *mut u8).cast_const())', 'g_strdup', ['transfer']],
    ['CStr::from_ptr(f(ffi::g_strdup(p)))', 'g_strdup', []],
    ['Owned::<Fan>::from_raw(bindings::object_get_root())', 'object_get_root', ['transfer']],
    ['from_glib_none(ffi::g_getenv(p), ffi::g_strdup(p))', 'g_getenv', []],
    ['List::from_glib_full(ffi::g_hash_table_get_keys(p))', 'g_hash_table_get_keys', ['transfer']],
    ['List::from_glib_container(ffi::g_hash_table_get_keys(p))', 'g_hash_table_get_keys', []],
    ['List::from_glib_container(ffi::g_list_copy_deep(p))', 'g_list_copy_deep', ['transfer']],
    ['List::from_glib_full(ffi::g_list_copy_deep(p))', 'g_list_copy_deep', []],
    ['ffi::g_list_free(ffi::g_app_info_get_all())', 'g_app_info_get_all', ['transfer']],
    ['ffi::g_list_free_full(ffi::g_app_info_get_all(), Some(unref))', 'g_app_info_get_all', []],
    ['ffi::g_free(ffi::g_strsplit(p, q, 0).cast())', 'g_strsplit', ['transfer']],
    ['ffi::g_strfreev(ffi::g_strsplit(p, q, 0))', 'g_strsplit', []],
  ])('%s', (expression, callee, expected) => {
    const { call, file } = world(`fn go(p: *mut c_void) {\n    let v = unsafe { ${expression} };\n}`, 'go');
    expect(kinds(checkTransfer(call(callee), file))).toEqual(expected);
  });

  test.each([
    ['let s = ffi::g_strdup(p);\n    from_glib_none(s)', 'g_strdup', ['transfer']],
    ['let s = ffi::g_strdup(p);\n    from_glib_full(s as *mut _)', 'g_strdup', []],
    ['let s = unsafe { ffi::g_strdup(p) };\n    CString::from_raw(s.cast())', 'g_strdup', ['allocator']],
    ['let s = ffi::g_strdup(p);\n    from_glib_none(other)', 'g_strdup', []],
    ['let s = ffi::g_getenv(p);\n    let t = from_glib_full(s);', 'g_getenv', ['transfer']],
    [
      'let l = ffi::g_list_copy_deep(p);\n    go(l);\n    ffi::g_list_free(l);',
      'g_list_copy_deep',
      ['transfer'],
    ],
  ])('through a variable: %s', (body, callee, expected) => {
    const { call, file } = world(`fn go(p: *mut c_void) {\n    ${body}\n}`, 'go');
    expect(kinds(checkTransfer(call(callee), file))).toEqual(expected);
  });

  test('what is freed later in the function is no leak', () => {
    const { call, file } = world(
      'fn go(p: P) {\n    let s = ffi::g_strdup(p);\n    let t = unsafe { CStr::from_ptr(ffi::g_strdup(p)) };\n    ffi::g_free(s);\n}',
      'go',
    );
    expect(checkTransfer(call('g_strdup'), file)).toEqual([]);
  });
});

test('slots of a table, set and not set, with the comments of C', async () => {
  const rust =
    'static OPS: bindings::fan_ops = bindings::fan_ops { read: Some(read_cb), write: None, ..Zeroable::ZERO };\nfn f() {}';
  const { file, scope } = world(rust, 'f');
  const [table] = rustTables(file);
  if (!table) throw new Error('no table');
  const { slots, disagreements } = await reportSlots(table, file, scope);
  expect(slots.map(({ name, value, doc }) => [name, value, doc])).toEqual([
    ['read', 'Some(read_cb)', 'reads'],
    ['poll', null, null],
  ]);
  expect(disagreements.map(({ kind, subject }) => [kind, subject])).toEqual([['slot-unknown', 'write']]);
});

test('a slot of a named type, one of another signature, and the table of a builder', async () => {
  const scope = textScope({
    'fan.h':
      'typedef void (*FanStop)(void *opaque);\nstruct FanOps {\n    FanStop stop;\n    int (*read)(void *opaque);\n    void (*poll)(void);\n    int count;\n};',
    'fan.rs':
      'unsafe extern "C" fn stop_cb(o: *mut c_void) {}\nunsafe extern "C" fn read_cb(o: *mut c_void) -> u64 { 0 }\nstatic OPS: FanOps<Fan> = FanOpsBuilder::<Fan>::new().stop(stop_cb).read(read_cb).quiet().build();',
  });
  const { rust } = scope.file('fan.rs');
  const [table] = rust ? rustTables(rust) : [];
  if (!rust || !table) throw new Error('no table');
  const { slots, disagreements } = await reportSlots(table, rust, scope);
  expect(slots.map(({ name, standing }) => [name, standing])).toEqual([
    ['stop', 'set'],
    ['read', 'differs'],
    ['poll', 'unset'],
  ]);
  expect(disagreements).toEqual([]);
});
