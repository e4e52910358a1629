import type { SideLines } from '../diffLines.ts';
import { changesIn } from '../diffLines.ts';
import { replacedLines } from '../facets/origin.ts';
import { squeeze } from '../facets/squeeze.ts';
import type { LineRange } from '../lineRange.ts';

/** The code that a comment explains. */
export interface ExplainedCode extends LineRange {
  /** A line of it that the hunks show. */
  readonly line: number;
  /** The construct's own text, without what else stands on its lines. */
  readonly text: string;
}

/**
 * True if the patch changes the code that a comment explains and leaves the comment as it was. `textOf` gives lines of the
 * new side. A change of layout, of other comments, of paths (`bindings::f` to `sys::f`) or of what stands before `fn` does
 * not count.
 */
export function isStale(
  lines: SideLines,
  comment: LineRange,
  code: ExplainedCode,
  textOf: (line: number) => string | undefined,
): boolean {
  if (commentChanged(lines, comment) || !changesIn(lines, code.line, code)) return false;
  const added: string[] = [];
  const removed: string[] = [];
  for (let at = code.first; at <= code.last; at++) {
    if (at >= comment.first && at <= comment.last) continue;
    removed.push(...(lines.before.get(at) ?? []));
    if (lines.changed.has(at)) added.push(textOf(at) ?? '');
  }
  if (added.length > 0 && removed.length === 0) removed.push(...replacedLines(lines, code.first));
  const before = essence(removed);
  const kept = /[({]/.test(code.text) && before.includes(essence([code.text]));
  return !kept && essence(added) !== before;
}

function commentChanged(lines: SideLines, comment: LineRange): boolean {
  for (let at = comment.first; at <= comment.last; at++)
    if (lines.changed.has(at) || lines.before.has(at)) return true;
  return (lines.before.get(comment.last + 1) ?? []).some((line) => /^\s*(\/\/|\/?\*)/.test(line));
}

function essence(code: readonly string[]): string {
  return code
    .flatMap((line) => line.split('\n'))
    .map((line) =>
      line
        .replace(/\/\/.*$/, '')
        .replace(/^.*\bfn\b/, 'fn')
        .replace(/\b\w+::/g, ''),
    )
    .map(squeeze)
    .join('')
    .replace(/[,;]/g, '');
}
