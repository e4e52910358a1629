import type { Hunk, Side } from '../patch/series.ts';
import type { FileText } from './fileText.ts';

/**
 * Makes the text of one side from the other by the hunks between them: every line that a hunk shows must stand where the
 * hunk says, on both sides. Undefined if one does not.
 */
export function applyHunks(text: FileText, hunks: readonly Hunk[], from: Side): FileText | undefined {
  const result: string[] = [];
  let at = 0;
  for (const hunk of hunks) {
    const first = linesBefore(hunk, from);
    if (first < at || first > text.length) return undefined;
    while (at < first) result.push(text[at++] ?? '');
    if (result.length !== linesBefore(hunk, from === 'old' ? 'new' : 'old')) return undefined;
    for (const line of hunk.lines) {
      const [here, there] = from === 'old' ? [line.oldLine, line.newLine] : [line.newLine, line.oldLine];
      if (here !== undefined) {
        const own = text[at];
        if (own === undefined || !sameLine(own, line.text)) return undefined;
        at++;
        if (there !== undefined) result.push(own);
      } else if (there !== undefined) result.push(line.text);
    }
  }
  while (at < text.length) result.push(text[at++] ?? '');
  return result;
}

/** A hunk without lines on a side names the line before it. */
function linesBefore(hunk: Hunk, side: Side): number {
  const [start, length] = side === 'old' ? [hunk.oldStart, hunk.oldLines] : [hunk.newStart, hunk.newLines];
  return length === 0 ? start : start - 1;
}

/** Mails lose carriage returns, and may have been decoded by another charset than the file. */
function sameLine(own: string, shown: string): boolean {
  return own === shown || comparable(own) === comparable(shown);
}

function comparable(line: string): string {
  return line.replace(/\r$/, '').replace(/[^ -~\t]+/g, '?');
}
