import { expect } from 'vitest';
import { deviceParity } from '../../../src/core/counterpart/parity/deviceParity.ts';
import type { ParityRow } from '../../../src/core/counterpart/parity/parityTable.ts';
import { createFileReader } from '../../../src/core/counterpart/sources/fileReader.ts';
import { engine } from './textScope.ts';

export const reader = createFileReader(engine);

/** The table of a device whose files are these two, which are read without a problem. */
export async function table(c: string, rust: string): Promise<readonly ParityRow[]> {
  const files = [
    { path: 'hw/fan.c', text: c },
    { path: 'rust/fan.rs', text: rust },
  ];
  const { value, problems } = await deviceParity(reader, files);
  expect(problems).toEqual([]);
  return value.rows;
}
