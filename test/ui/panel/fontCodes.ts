import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../vscode-host/root.ts';

/** The code points that the icon font we ship has a picture for, as its `cmap` table tells. */
export async function fontCodes(): Promise<ReadonlySet<number>> {
  const bytes = await readFile(join(projectRoot, 'dist/codicon.ttf'));
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = Array.from({ length: font.getUint16(4) }, (_, index) => 12 + 16 * index);
  const entry = tables.find((at) => bytes.toString('latin1', at, at + 4) === 'cmap');
  if (entry === undefined) throw new Error('The icon font has no cmap table.');
  const cmap = font.getUint32(entry + 8);
  const codes = new Set<number>();
  for (let index = 0; index < font.getUint16(cmap + 2); index++) {
    const table = cmap + font.getUint32(cmap + 8 + 8 * index);
    if (font.getUint16(table) === 4) addSegments(font, table, codes);
  }
  return codes;
}

/** Format 4: segments of code points, ends first, then starts. */
function addSegments(font: DataView, table: number, codes: Set<number>): void {
  const size = font.getUint16(table + 6);
  for (let at = 0; at < size; at += 2) {
    const end = font.getUint16(table + 14 + at);
    const start = font.getUint16(table + 16 + size + at);
    for (let code = start; code <= end && code !== 0xffff; code++) codes.add(code);
  }
}
