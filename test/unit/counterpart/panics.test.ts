import { describe, expect, test } from 'vitest';
import { checkPanic } from '../../../src/core/counterpart/checks/panics.ts';
import { world } from './checkWorld.ts';

async function panics(body: string, rest = '', signature = 'x: u32'): Promise<readonly string[]> {
  const { declaration, file, scope } = world(
    `#[no_mangle]\npub unsafe extern "C" fn fan_go(${signature}) {\n    ${body}\n}\n${rest}`,
    'fan_go',
  );
  return (await checkPanic(declaration, file, scope)).map(({ rust }) => rust.text);
}

describe('a panic in a function that C calls', () => {
  test.each([
    ['x.checked_add(1).unwrap();'],
    ['assert!(x > 0);'],
    ['CString::new(name).unwrap();'],
    ['let v = x\n.checked_add(1)\n.expect("room");'],
    ['let y = [1].iter().map(|z| z.checked_add(x).unwrap()).sum();'],
    ['assert!(!p.is_null() && x > 0);'],
    ['std::unreachable!();'],
  ])('%s', async (body) => {
    expect(await panics(body)).toHaveLength(1);
  });

  test.each([
    ['let s = NonNull::new(p).unwrap();'],
    ['assert!(!p.is_null());'],
    ['assert! (!p.is_null (), "no fan");'],
    ['CString::new("fan").unwrap();'],
    ['let s = (opaque as *mut Fan).as_mut().unwrap();'],
    ['let _ = std::panic::catch_unwind(|| x.checked_add(1).unwrap());'],
    ['// .unwrap()\nx.wrapping_add(1);'],
    ['/* x.unwrap() */ log(r#"x.unwrap()"#);'],
    ['const { assert!(size_of::<Fan>() == 4) };'],
    ['LOCK.lock().unwrap().go();'],
    ['debug_assert!(x > 0);'],
    ['fn inner(x: u32) { x.checked_add(1).unwrap(); }'],
  ])('none in %s', async (body) => {
    expect(await panics(body)).toEqual([]);
  });

  test('a pointer that is taken for a reference is checked, an option is not', async () => {
    const body = 'let fan = p.as_ref().unwrap();';
    expect(await panics(body, '', 'p: *mut Fan')).toEqual([]);
    expect(await panics(body, '', 'p: FanPtr')).toEqual([]);
    expect(await panics(body, '', 'p: Option<&Fan>')).toEqual([body]);
    expect(await panics(`let p = find(1);\n${body}`, '', 'x: u32')).toEqual([body]);
  });
});

describe('through functions of the same file', () => {
  const step = 'fn step(x: u32) -> u32 { x.checked_add(1).unwrap() }';
  test('that are called', async () => {
    expect(await panics('step(x);', step)).toEqual([step]);
    expect(await panics('first(x);', `fn first(x: u32) { step(x); }\n${step}`)).toEqual([step]);
    expect(await panics('Fan::step(x);', `impl Fan {\n    ${step}\n}`)).toEqual([step]);
  });

  test('the nearest one is told', async () => {
    const [told] = await panics('deep(x);\nassert!(x > 1);', `fn deep(x: u32) { step(x); }\n${step}`);
    expect(told).toBe('assert!(x > 1);');
  });

  test('not those that are not called, are caught, or could be others', async () => {
    expect(await panics('x.wrapping_add(1);', step)).toEqual([]);
    expect(await panics('let _ = catch_unwind(|| step(x));', step)).toEqual([]);
    expect(await panics('Pump::step(x);', `impl Fan {\n    ${step}\n}`)).toEqual([]);
    expect(
      await panics(
        'fan.step(x);',
        `impl Fan {\n    fn step(&self, x: u32) { x.checked_add(1).unwrap(); }\n}`,
      ),
    ).toEqual([]);
    expect(await panics('again(x);', 'fn again(x: u32) { again(x); }')).toEqual([]);
  });
});

describe('an early return by `?`', () => {
  const go = async (body: string) => {
    const { declaration, file, scope } = world(
      `#[no_mangle]\npub extern "C" fn fan_go(x: u32) -> Option<u32> {\n    ${body}\n}`,
      'fan_go',
    );
    return (await checkPanic(declaration, file, scope)).length;
  };
  test('out of the function', async () => {
    expect(await go('let y = x.checked_add(1)?;\n    Some(y)')).toBe(1);
    expect(await go('Some(x.checked_add(1)?)')).toBe(1);
  });
  test('not out of a closure or a block of its own', async () => {
    expect(await go('(|| x.checked_add(1)?.checked_add(2))()')).toBe(0);
    expect(await go('run(async { read()? })')).toBe(0);
  });
});
