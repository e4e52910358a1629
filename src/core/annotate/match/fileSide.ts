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
import { findInFragment } from './finder.ts';

/** One side of a file change, parsed when first asked. Whoever made it calls `delete()`. */
export interface FileSide extends DetectorSide {
  /** Those fragments that show lines of some ranges; the others are not parsed for it. */
  readonly fragmentsIn: (ranges: readonly LineRange[]) => readonly Fragment[];
  /** Fragments made for code in macros; they live as long as the side. */
  readonly keep: (fragment: Fragment) => void;
  readonly delete: () => void;
}

/** `language` is undefined for files that are not parsed. */
export function fileSide(
  engine: Engine,
  language: Language | undefined,
  file: FileChange,
  image: Image,
): FileSide {
  const lines = diffLines(file, image.side);
  const blanked = new Map<ImagePart, readonly string[]>();
  const kept: Fragment[] = [];
  const parsed = new Map<ImagePart, readonly Fragment[]>();
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
    find: (query, everywhere = false) =>
      language === undefined
        ? []
        : image.parts
            .flatMap(parse)
            .flatMap((fragment) => findInFragment(query, fragment, everywhere ? undefined : lines.hunks)),
    keep: (fragment) => kept.push(fragment),
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
