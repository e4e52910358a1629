import { expect, it } from 'vitest';
import { analyzed, annotations, one } from './analyzed.ts';

const PEEK = `/// Reads it.
///
/// # Safety
///
/// The fan must be open.
pub unsafe fn peek(fan: *mut Fan) -> u32 {
    0
}
`;

it('puts the conditions of a function of the same file and of the standard library beside the block', async () => {
  const after = `${PEEK}fn a(p: *const u8, n: usize) {\n    unsafe { peek(slice::from_raw_parts(p, n)) };\n}\n`;
  const { conditions } = one(await annotations(PEEK, after), 'unsafe-block');
  expect(conditions?.map(({ callee }) => callee)).toEqual(['peek', 'slice::from_raw_parts']);
  expect(conditions?.[0]?.conditions).toEqual(['The fan must be open.']);
  expect(conditions?.[1]?.source).toMatch(/^https:/);
});

it('finds the conditions in another patch of the series, and none for functions of C', async () => {
  const user = 'fn a() {\n    unsafe { peek(bindings::fan_get()) };\n}\n';
  const { patches } = await analyzed([
    { changes: [{ path: 'rust/kernel/user.rs', before: '', after: user }] },
    { changes: [{ path: 'rust/kernel/fan.rs', before: '', after: PEEK }] },
  ]);
  const block = one(patches[0]?.files[0]?.annotations ?? [], 'unsafe-block');
  expect(block.conditions).toEqual([
    { callee: 'peek', conditions: ['The fan must be open.'], source: 'rust/kernel/fan.rs:6' },
  ]);
});

it('asks about the callers when the conditions of an old function change', async () => {
  const after = PEEK.replace('must be open', 'must be open and idle');
  const { question, attention } = one(await annotations(PEEK, after), 'unsafe-fn');
  expect(question).toMatch(/callers .* changed here/);
  expect(attention).toBe('look-first');
});
