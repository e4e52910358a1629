import { expect, test } from 'vitest';
import { evaluate } from '../../../src/core/counterpart/abi/evaluate.ts';

test.each([
  ['1 + 2 * 3', 7n],
  ['(1U << 4) | 0x0f', 31n],
  ['-EINVAL', -22n],
  ['~0', -1n],
  ['(uint32_t)1 << 3', 8n],
  ["'A'", 65n],
  ['010', 8n],
  ['1_000u32 as usize', 1000n],
  ['10 / 0', undefined],
  ['UNKNOWN + 1', undefined],
  ['sizeof(int)', undefined],
  ['1 ? 2 : 3', undefined],
  ['', undefined],
])('%s', async (text, value) => {
  const known = new Map([['EINVAL', 22n]]);
  expect(await evaluate(text, (name) => Promise.resolve(known.get(name)))).toBe(value);
});
