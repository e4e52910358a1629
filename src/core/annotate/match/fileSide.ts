import type { Image, ImagePart } from '../../image/image.ts';
import type { Language } from '../../patch/language.ts';
import type { FileChange } from '../../patch/series.ts';
import type { Engine } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import { blankedLines } from '../../syntax/blankedLines.ts';
import { parseImage } from '../../syntax/parseImage.ts';
import type { DetectorSide } from '../computed/detector.ts';
import { diffLines } from '../diffLines.ts';
import type { LineRange } from '../lineRange.ts';
import { findInFragment, findInMacros } from './finder.ts';
import { type Macros, readMacros } from './readMacros.ts';

/** One side of a file change, parsed when first asked. Whoever made it calls `delete()`. */
export interface FileSide extends DetectorSide {
  /** Those fragments that show lines of some ranges; the others are not parsed for it. */
  readonly fragmentsIn: (ranges: readonly LineRange[]) => readonly Fragment[];
  /** What stands in the macros of one of the fragments, where the patch touches them and a pattern may be. */
  readonly macros: (fragment: Fragment) => Macros;
  readonly delete: () => void;
}

/**
 * `language` is undefined for files that are not parsed; `mayMatch` tells whether a pattern may be in a text of Rust.
 */
export function fileSide(
  engine: Engine,
  language: Language | undefined,
  file: FileChange,
  image: Image,
  mayMatch: (text: string) => boolean,
): FileSide {
  const lines = diffLines(file, image.side);
  const blanked = new Map<ImagePart, readonly string[]>();
  const kept: Fragment[] = [];
  const parsed = new Map<ImagePart, readonly Fragment[]>();
  const macros = new Map<Fragment, Macros>();
  const macrosOf = (fragment: Fragment): Macros => {
    const keep = (made: Fragment): number => kept.push(made);
    const read =
      macros.get(fragment) ?? readMacros({ engine, side: image.side, lines, mayMatch, keep }, fragment);
    macros.set(fragment, read);
    return read;
  };
  let near: ImagePart | undefined;
  const partOf = (line: number): ImagePart | undefined => {
    const single = { first: line, last: line };
    if (!near || !overlap(near, single)) near = image.parts.find((part) => overlap(part, single));
    return near;
  };
  const parse = (part: ImagePart): readonly Fragment[] => {
    const fragments =
      parsed.get(part) ??
      (language === undefined ? [] : parseImage(engine, language, { ...image, parts: [part] }));
    parsed.set(part, fragments);
    return fragments;
  };
  return {
    side: image.side,
    image,
    lines,
    text(line) {
      const part = partOf(line);
      return part?.lines[line - part.firstLine];
    },
    code(line) {
      const part = partOf(line);
      if (!part || language === undefined) return part?.lines[line - part.firstLine];
      const code = blanked.get(part) ?? blankedLines(language, part.lines, startsInBlockComment(part));
      blanked.set(part, code);
      return code[line - part.firstLine];
    },
    get fragments() {
      return image.parts.flatMap(parse);
    },
    fragmentsIn: (ranges) =>
      image.parts.filter((part) => ranges.some((range) => overlap(part, range))).flatMap(parse),
    macros: macrosOf,
    find: (query, everywhere = false) => {
      if (language === undefined) return [];
      const ranges = everywhere ? undefined : lines.hunks;
      return image.parts
        .flatMap(parse)
        .flatMap((fragment) => [
          ...findInFragment(query, fragment, ranges),
          ...(language === 'rust' ? findInMacros(query, macrosOf(fragment), ranges) : []),
        ]);
    },
    delete() {
      for (const fragment of [...parsed.values()].flat().concat(kept)) fragment.delete();
    },
  };
}

function overlap({ firstLine, lines }: ImagePart, { first, last }: LineRange): boolean {
  return firstLine <= last && first < firstLine + lines.length;
}

/** A part of a file may begin inside a comment: then its end comes before any beginning. */
function startsInBlockComment(part: ImagePart): boolean {
  if (part.firstLine === 1) return false;
  const text = part.lines.join('\n');
  const end = text.indexOf('*/');
  return end >= 0 && !text.slice(0, end).includes('/*');
}
