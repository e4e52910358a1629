import type { Hunk, Side } from '../patch/series.ts';
import type { FileText } from './fileText.ts';

/**
 * Makes the text of one side from the other by the hunks between them: every line that a hunk shows of the `from` side must
 * stand where the hunk says. Undefined if one does not.
 */
export function applyHunks(text: FileText, hunks: readonly Hunk[], from: Side): FileText | undefined {
  const result: string[] = [];
  let at = 0;
  for (const hunk of hunks) {
    const [start, length] = from === 'old' ? [hunk.oldStart, hunk.oldLines] : [hunk.newStart, hunk.newLines];
    // A hunk without lines on this side names the line before it.
    const first = length === 0 ? start : start - 1;
    if (first < at || first > text.length) return undefined;
    while (at < first) result.push(text[at++] ?? '');
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

/** Mails lose carriage returns, and may have been decoded by another charset than the file. */
function sameLine(own: string, shown: string): boolean {
  return own === shown || comparable(own) === comparable(shown);
}

function comparable(line: string): string {
  return line.replace(/\r$/, '').replace(/[^ -~\t]+/g, '?');
}
