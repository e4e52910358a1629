import type { AbiCase } from '../case.ts';
import { BOOLEANS } from './booleans.ts';
import { CALLBACKS } from './callbacks.ts';
import { ENUMS } from './enums.ts';
import { INTEGERS } from './integers.ts';
import { POINTERS } from './pointers.ts';
import { RECORDS } from './records.ts';
import { STYLES } from './styles.ts';

/** The whole bed. */
export const ABI_CASES: readonly AbiCase[] = [
  ...INTEGERS,
  ...BOOLEANS,
  ...POINTERS,
  ...CALLBACKS,
  ...RECORDS,
  ...ENUMS,
  ...STYLES,
];
