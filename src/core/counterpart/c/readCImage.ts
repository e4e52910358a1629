import type { Image, ImagePart } from '../../image/image.ts';
import type { Declaration } from '../declaration.ts';
import { readC } from './readC.ts';

/** Reads the C declarations of an image. Of a `hunks` image only what begins or ends in a hunk, or is named by its header. */
export function readCImage(path: string, image: Image): readonly Declaration[] {
  return image.parts.flatMap((part) =>
    image.kind === 'whole' ? readC(path, part.lines.join('\n')) : readPart(path, part),
  );
}

/** In C as it is written, whatever begins a declaration stands in the first column, and nothing else does. */
const BEGINS_DECLARATION = /^(?:[A-Za-z_]\w*(?!\w*\s*:\s*(?:$|\/))|#\s*define\b)/;

function readPart(path: string, part: ImagePart): readonly Declaration[] {
  const { lines, firstLine } = part;
  const first = lines.findIndex((line) => BEGINS_DECLARATION.test(line));
  const begin = first < 0 ? lines.length : withCommentAbove(lines, first);
  const text = lines.slice(begin).join('\n');
  return [...readHeaded(path, part, begin), ...readC(path, text, firstLine + begin)];
}

function withCommentAbove(lines: readonly string[], first: number): number {
  let at = first;
  while (at > 0 && /^\s*(?:\/?\*|\/\/)/.test(lines[at - 1] ?? '')) at--;
  return at;
}

/** Members of a struct or enum that the hunk header names and that begins above the hunk. */
function readHeaded(path: string, part: ImagePart, end: number): readonly Declaration[] {
  if (!/^\s*(?:typedef\s+)?(?:struct|union|enum)\b[^()=;]*$/.test(part.section)) return [];
  const lines = part.lines.slice(0, end);
  const close = lines.findIndex((line) => line.startsWith('}'));
  const members = close < 0 ? lines : lines.slice(0, close);
  const tail = close < 0 ? '};' : (lines[close] ?? '};');
  const text = [part.section.replace(/\{?\s*$/, '{'), ...members, tail].join('\n');
  return readC(path, text, part.firstLine - 1).map((each) =>
    each.kind === 'record' || each.kind === 'enum' ? { ...each, partial: true } : each,
  );
}
