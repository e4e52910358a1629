import type { Image } from '../image/image.ts';
import type { Language } from '../patch/language.ts';
import type { Engine } from './engine.ts';
import { findErrors } from './errorRows.ts';
import type { Fragment } from './fragment.ts';
import { parseHunk } from './hunk/parseHunk.ts';
import { lex } from './lex/lex.ts';
import { maskC } from './mask/maskC.ts';
import { maskRust } from './mask/maskRust.ts';

export function parseImage(engine: Engine, language: Language, image: Image): readonly Fragment[] {
  return image.parts.map((_, index) => parsePart(engine, language, image, index));
}

export function parsePart(engine: Engine, language: Language, image: Image, index: number): Fragment {
  const part = image.parts[index];
  if (!part) throw new Error('no part');
  if (image.kind === 'hunks') return parseHunk(engine, language, part);
  const source = part.lines.join('\n') + '\n';
  const masked =
    language === 'c'
      ? maskC(source, lex('c', source, 'code'))
      : { text: maskRust(source), droppedRows: new Set<number>() };
  const tree = engine.parse(language, masked.text);
  const errors = findErrors(tree, 0, part.lines.length - 1);
  const errorLines = new Set<number>();
  for (const row of errors.rows) errorLines.add(row + 1);
  for (const row of masked.droppedRows) errorLines.add(row + 1);
  return {
    tree,
    text: masked.text,
    lineOffset: 1,
    firstLine: 1,
    lastLine: part.lines.length,
    source: part.lines,
    kind: 'whole',
    errorLines,
    insideUnsafeFn: false,
    delete: () => {
      tree.delete();
    },
  };
}
