import type { SideLines } from '../diffLines.ts';
import { changesIn } from '../diffLines.ts';
import { replacedLines } from '../facets/origin.ts';
import { squeeze } from '../facets/squeeze.ts';
import type { LineRange } from '../lineRange.ts';

/**
 * True if the patch changes the code that a comment explains and leaves the comment as it was. `code` are the lines that
 * the comment speaks about, both ranges image lines of the new side. A change of layout, of comments or of paths alone
 * (`bindings::f` to `sys::f`) does not count. `line` is one that the hunks show.
 */
export function isStale(
  lines: SideLines,
  line: number,
  comment: LineRange,
  code: LineRange,
  text: (line: number) => string | undefined,
): boolean {
  if (commentChanged(lines, comment) || !changesIn(lines, line, code)) return false;
  const added: string[] = [];
  const removed: string[] = [];
  for (let at = code.first; at <= code.last; at++) {
    if (at >= comment.first && at <= comment.last) continue;
    removed.push(...(lines.before.get(at) ?? []));
    if (lines.changed.has(at)) added.push(text(at) ?? '');
  }
  if (added.length > 0 && removed.length === 0) removed.push(...replacedLines(lines, code.first));
  return essence(added) !== essence(removed);
}

function commentChanged(lines: SideLines, comment: LineRange): boolean {
  for (let at = comment.first; at <= comment.last; at++)
    if (lines.changed.has(at) || lines.before.has(at)) return true;
  return (lines.before.get(comment.last + 1) ?? []).some((line) => /^\s*(\/\/|\/?\*)/.test(line));
}

/** Code without comments, paths, visibility, layout and the commas and semicolons that come with it. */
function essence(code: readonly string[]): string {
  return code
    .map((line) => line.replace(/\/\/.*$/, '').replace(/\b\w+::|\bpub(\([^)]*\))?\s/g, ''))
    .map(squeeze)
    .join('')
    .replace(/[,;]/g, '');
}
