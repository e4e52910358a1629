import { hash } from '../../src/base/hash.ts';
import type { AbiCase } from './case.ts';

/** What the compiled bed said, by case: a hash of its sources, and `same` or the difference for each Rust side. */
export type Verdicts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Changes when a case does, so that a verdict never speaks about other sources. */
export function sourceHash(test: AbiCase): string {
  return hash(JSON.stringify(test));
}
