import type { Target } from '../abi/abiType.ts';
import type { DisagreementKind } from '../disagreement.ts';
import type { TypeDifference } from './compareTypes.ts';

const TARGET_WORDS: Record<Target, string> = {
  lp64: '64-bit Unix',
  llp64: '64-bit Windows',
  ilp32: '32-bit targets',
};

const ASK: Partial<Record<DisagreementKind, string>> = {
  'parameter-count': 'Which side is right?',
  variadic: 'Calls are made differently then; which side is right?',
  return: 'What does the caller see?',
  'pointer-depth': 'Which level is missing?',
  const: 'Who may write through it?',
  width: 'What becomes of values that do not fit?',
  sign: 'Can it be negative, or very large?',
  float: 'Which side is right?',
  bool: 'Which values can arrive?',
  nullability: 'What rules NULL out?',
  'enum-representation': 'Which size does the other side read?',
  'array-length': 'Which length is right?',
  layout: 'Which side is right?',
};

/** A difference as a question about `subject`. */
export function questionOf(difference: TypeDifference, subject: string): string {
  const where = difference.targets.map((target) => TARGET_WORDS[target]).join(' and ');
  const on = where === '' ? '' : ` on ${where}`;
  const ask = ASK[difference.kind] ?? 'Which side is right?';
  const inside = difference.kind === 'signature' ? ' in its signature' : '';
  return `${subject}${inside} is ${difference.c} in C and ${difference.rust} in Rust${on}. ${ask}`;
}
