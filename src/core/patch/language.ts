/** The languages the engine parses. Everything else is shown, never analysed. */
export type Language = 'rust' | 'c';

/** Language of a file by its name, or undefined if it is neither Rust nor C. Covers QEMU's `.c.inc`, `.rs.inc`, `.inc.rs`. */
export function languageOf(path: string): Language | undefined {
  if (/\.rs(\.inc)?$/.test(path)) return 'rust';
  if (/\.[ch](\.inc)?$/.test(path)) return 'c';
  return undefined;
}
