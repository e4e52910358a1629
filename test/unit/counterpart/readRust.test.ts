import { describe, expect, test } from 'vitest';
import type { FunctionDeclaration } from '../../../src/core/counterpart/declaration.ts';
import { registrationsOf } from '../../../src/core/counterpart/rust/registrations.ts';
import { parseImage } from '../../../src/core/syntax/parseImage.ts';
import { readRust } from '../../../src/core/counterpart/rust/readRust.ts';
import { engine, readText } from './textScope.ts';

function read(text: string) {
  const { rust } = readText('fan.rs', text);
  if (!rust) throw new Error('not Rust');
  return rust;
}

function functions(text: string): readonly FunctionDeclaration[] {
  return read(text).declarations.filter((each) => each.kind === 'function');
}

describe('Rust functions', () => {
  test.each([
    ['unsafe extern "C" { pub safe fn f(a: u32) -> i32; }', 'foreign', 'f', 'C'],
    ['extern "C" { #[link_name = "g"] fn f(); }', 'foreign', 'g', 'C'],
    ['extern "system" { fn f(); }', 'foreign', 'f', 'system'],
    ['#[no_mangle] pub extern "C" fn f() {}', 'exported', 'f', 'C'],
    ['#[unsafe(no_mangle)] pub extern "C" fn f() {}', 'exported', 'f', 'C'],
    ['#[export_name = "g"] pub extern "C" fn f() {}', 'exported', 'g', 'C'],
    ['#[export] pub extern "C" fn f() {}', 'exported', 'f', 'C'],
    ['#[no_mangle] pub fn f() {}', 'exported', 'f', null],
    ['unsafe extern "C" fn f(o: *mut c_void) {}', 'callback', 'f', 'C'],
    ['impl Fan { fn f(&self) { unsafe extern "C" fn cb() {} } }', 'plain', 'f', null],
  ])('%s', (text, role, symbol, abi) => {
    const [first] = functions(text);
    expect([first?.role, first?.symbol, first?.abi]).toEqual([role, symbol, abi]);
  });

  test('parameters, generics and surroundings', () => {
    const [first] = functions(
      'impl<T> Timer<T> { unsafe extern "C" fn cb<F: Fn(u32)>(&self, mut n: c_int, s: &\'static Self, ...) -> Option<NonNull<T>> {} }',
    );
    expect(first?.params.map(({ name }) => name)).toEqual(['n', 's']);
    expect(first?.generics).toEqual(['F']);
    expect(first?.selfType).toBe('Timer');
    expect(first?.variadic).toBe(true);
    expect(first?.returns).toMatchObject({ kind: 'name', name: 'Option', args: [{ name: 'NonNull' }] });
  });

  test('a bodiless function of a hunk is a foreign declaration', () => {
    const image = {
      side: 'new' as const,
      kind: 'hunks' as const,
      parts: [
        {
          firstLine: 40,
          lines: ['    pub fn fan_set(rpm: u32);', '    pub fn fan_get() -> u32;'],
          section: '',
        },
      ],
    };
    const fragments = parseImage(engine, 'rust', image);
    const { declarations, whole } = readRust('fan.rs', fragments);
    for (const fragment of fragments) fragment.delete();
    expect(whole).toBe(false);
    expect(declarations.map((each) => [each.name, each.kind === 'function' && each.role, each.line])).toEqual(
      [
        ['fan_set', 'foreign', 40],
        ['fan_get', 'foreign', 41],
      ],
    );
  });
});

test('types with their layout attributes', () => {
  const { declarations } = read(
    '#[repr(C, packed(2))]\n#[doc(alias = "wire_hdr")]\nstruct A { #[cfg(x)] a: u8,\n /// length\n b: u32 }\n#[repr(u8)] enum E { A = 1, B, C(u32) }\n#[repr(transparent)] struct W(Opaque<bindings::Fan>);',
  );
  expect(declarations).toMatchObject([
    {
      name: 'A',
      repr: ['C', 'packed(2)'],
      packed: 2,
      alias: 'wire_hdr',
      fields: [{ conditional: true }, { doc: 'length' }],
    },
    { name: 'E', repr: ['u8'], variants: [{ value: '1' }, { value: null }, { payload: true }] },
    { name: 'W', tuple: true, fields: [{ name: '0', type: { name: 'Opaque' } }] },
  ]);
});

test('imports, calls, tables and slots', () => {
  const file = read(
    [
      'use crate::bindings::{self, fan_set, Fan as CFan};',
      'use sys::*;',
      'static OPS: bindings::Ops = bindings::Ops { read: Some(read_cb), ..Zeroable::ZERO };',
      'impl Fan { fn go(&self) { unsafe { bindings::fan_go(self.0, 1) }; self.0.poll = Some(poll_cb::<T>); } }',
    ].join('\n'),
  );
  expect(file.imports).toEqual([
    { name: 'bindings', as: 'bindings', path: 'crate' },
    { name: 'fan_set', as: 'fan_set', path: 'crate::bindings' },
    { name: 'Fan', as: 'CFan', path: 'crate::bindings' },
    { name: '*', as: '*', path: 'sys' },
  ]);
  expect(file.calls.find(({ name }) => name === 'fan_go')).toMatchObject({
    path: 'bindings',
    args: ['self.0', '1'],
    inFunction: 'go',
    selfType: 'Fan',
  });
  expect(file.literals).toMatchObject([
    { type: 'Ops', hasBase: true, slots: [{ name: 'read', value: 'Some(read_cb)' }] },
  ]);
  expect(file.slots).toMatchObject([{ receiver: 'self.0', name: 'poll', value: 'Some(poll_cb::<T>)' }]);
});

test('a callback is followed into variables and through local functions', () => {
  const file = read(
    [
      'fn on<T>(f: &Fan) {',
      '    unsafe extern "C" fn tick_cb<T>(o: *mut c_void) {}',
      '    let cb: unsafe extern "C" fn(*mut c_void) = tick_cb::<T>;',
      '    do_it(f, cb);',
      '}',
      'fn do_it(f: &Fan, handler: unsafe extern "C" fn(*mut c_void)) {',
      '    unsafe { bindings::fan_on_tick(f.raw(), Some(handler)) }',
      '}',
    ].join('\n'),
  );
  const callback = file.declarations.find(({ name }) => name === 'tick_cb');
  if (callback?.kind !== 'function') throw new Error('no callback');
  expect(registrationsOf(callback, file)).toMatchObject([
    { kind: 'argument', call: { name: 'fan_on_tick' }, index: 1 },
  ]);
});
