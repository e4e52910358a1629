import { languageOf } from '../patch/language.ts';
import type { CrossingResult, Finding } from './counterpart.ts';
import { findName, pairRust } from './pair/pairRust.ts';
import { findType } from './pair/findType.ts';
import { findUse, innermost } from './pair/findUse.ts';
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
 * The other side of what stands at a place: of the name under the cursor, or else of the declaration around it. The result's
 * `annotation` is empty. 'not-applicable' for files that are neither Rust nor C.
 */
export async function counterpartAt(
  reader: FileReader,
  tree: TreeSources,
  place: SourcePlace,
): Promise<CrossingResult> {
  const language = languageOf(place.path);
  if (!language) return resultOf('', []);
  const lines = place.text.replace(/\n$/, '').split(/\r?\n/);
  const parts = [{ firstLine: 1, lines, section: '' }];
  const file = reader(place.path, language, { side: 'new', kind: 'whole', parts });
  const scope = createScope(filesAsSeries([file]), 0, tree);
  const line = lines[place.line - 1] ?? '';
  const word = wordAt(line, place.column);
  const findings = file.rust
    ? await inRust(file, place, word, line, scope)
    : await inC(file, place, word, scope);
  return resultOf('', findings);
}

async function inRust(
  file: SourceFile,
  { line, column }: SourcePlace,
  word: string,
  text: string,
  scope: SourceScope,
): Promise<readonly Finding[]> {
  const { rust } = file;
  if (!rust) return [];
  const declared = rust.declarations.find(
    (each) => each.name === word && each.line <= line && line <= each.endLine,
  );
  if (declared?.kind === 'record' || declared?.kind === 'enum')
    return [await findType(word, file.path, scope)];
  const named = declared || word === '' ? null : await findName(word, file.path, scope);
  if (named && named.status !== 'not-found') return [named];
  const annotation = {
    pattern: '',
    line,
    endLine: line,
    column,
    symbol: declared?.name ?? null,
    layer: null,
  };
  return pairRust({ annotation, file: rust, scope, text });
}

async function inC(
  file: SourceFile,
  { line }: SourcePlace,
  word: string,
  scope: SourceScope,
): Promise<readonly Finding[]> {
  const named = word === '' ? null : await findUse(word, scope);
  if (named && named.status !== 'not-found') return [named];
  const around = innermost(file.declarations, line);
  if (!around || around.name === word) return named ? [named] : [];
  return [await findUse(around.name, scope)];
}

function wordAt(line: string, column: number): string {
  for (const match of line.matchAll(/\w+/g))
    if (match.index < column && column <= match.index + match[0].length + 1) return match[0];
  return '';
}
