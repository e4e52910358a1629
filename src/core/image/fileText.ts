/** Lines of a file without their `\n`; a `\r` before it stays, as in diffs. */
export type FileText = readonly string[];

/** A source file is not larger than this; what is larger is shown by its hunks only. */
export const MAX_BYTES = 4 * 1024 * 1024;

/** The lines of a blob, numbered as git numbers them; undefined if it is too large to be source. */
export function fileText(bytes: Uint8Array): FileText | undefined {
  if (bytes.length > MAX_BYTES) return undefined;
  const lines = decode(bytes).split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** UTF-8, else one byte a character: every file can be shown. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
