import type { RustFile } from '../rust/rustFile.ts';

/** Whether a line of a Rust file belongs to tests, benchmarks or examples. */
export function isTestLine({ path, testLines }: RustFile, line: number): boolean {
  if (/(^|\/)(tests?|benches|examples|test_utils)\//.test(path)) return true;
  return testLines.some(([from, to]) => from <= line && line <= to);
}
