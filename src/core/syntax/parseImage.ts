import type { Image, ImagePart } from '../image/image.ts';
import type { Language } from '../patch/language.ts';
import type { Engine } from './engine.ts';
import { findErrors } from './errorRows.ts';
import type { Fragment } from './fragment.ts';
import { parseHunk } from './hunk/parseHunk.ts';
import { lex } from './lex/lex.ts';
import { maskC } from './mask/maskC.ts';
import { maskRust } from './mask/maskRust.ts';
import { nestsTooDeep } from './nestsTooDeep.ts';
import { guardLine } from './terminators.ts';
import { unparsed } from './unparsed.ts';

/** Parses an image, one fragment for each part. Any text gives fragments; whoever calls deletes them. */
export function parseImage(engine: Engine, language: Language, image: Image): readonly Fragment[] {
  const parse = image.kind === 'whole' ? parseWhole : parseHunk;
  return image.parts.map((part) => parse(engine, language, part));
}

function parseWhole(engine: Engine, language: Language, part: ImagePart): Fragment {
  const { lines, firstLine } = part;
  const source = lines.join('\n');
  if (nestsTooDeep(language, source)) return unparsed(engine, language, part, 'whole');
  const masked =
    language === 'c'
      ? maskC(source, lex('c', source, 'code'))
      : { text: maskRust(source), droppedRows: new Set<number>() };
  const text = `${masked.text}${guardLine(language, source)}\n`;
  const tree = engine.parse(language, text);
  const { rows } = findErrors(tree, 0, lines.length - 1);
  return {
    tree,
    text,
    lineOffset: firstLine,
    firstLine,
    lastLine: firstLine + lines.length - 1,
    source: lines,
    kind: 'whole',
    errorLines: new Set([...rows, ...masked.droppedRows].map((row) => row + firstLine)),
    insideUnsafeFn: false,
    delete: () => {
      tree.delete();
    },
  };
}
