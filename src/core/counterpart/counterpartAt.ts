import { languageOf } from '../patch/language.ts';
import { cAt } from './at/cAt.ts';
import { cursorAt, type Cursor, type Reach } from './at/cursor.ts';
import { rustAt } from './at/rustAt.ts';
import type { CrossingResult } from './counterpart.ts';
import { resultOf } from './resultOf.ts';
import { createScope, type SourceScope } from './sources/createScope.ts';
import type { FileReader, SourceFile } from './sources/fileReader.ts';
import { filesAsSeries } from './sources/filesAsSeries.ts';
import type { TreeSources } from './sources/treeSources.ts';

/** A place in an ordinary source file, outside any patch. Line and column 1-based, the column in UTF-16 units. */
export interface SourcePlace {
  readonly path: string;
  /** The file's text as the editor has it. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The other side of what stands at a place: of the name under the cursor, or else of its line or the declaration around it.
 * Without a tree only the file itself is looked through. The result's `annotation` is empty. 'not-applicable' for files that
 * are neither Rust nor C, and where nothing crosses.
 */
export async function counterpartAt(
  reader: FileReader,
  tree: TreeSources | null,
  { path, text, line, column }: SourcePlace,
  reach: Reach = 'around',
): Promise<CrossingResult> {
  const language = languageOf(path);
  if (!language) return resultOf('', []);
  tree?.prefer([path]);
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const parts = [{ firstLine: 1, lines, section: '' }];
  const file = reader(path, language, { side: 'new', kind: 'whole', parts });
  const scope = createScope(filesAsSeries([file]), 0, tree);
  return counterpartIn(file, cursorAt(lines[line - 1] ?? '', line, column), scope, reach);
}

/** The same in a file that has been read, within a scope. */
export async function counterpartIn(
  file: SourceFile,
  cursor: Cursor,
  scope: SourceScope,
  reach: Reach = 'around',
): Promise<CrossingResult> {
  const findings = file.rust
    ? await rustAt(file.rust, cursor, scope, reach)
    : await cAt(file, cursor, scope, reach);
  return resultOf('', findings);
}
