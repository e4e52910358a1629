import parseDiff from 'parse-diff';
import type { DiffLine } from '../series.ts';
import type { HunkText } from './hunkText.ts';

/**
 * The lines of a file's hunks, as parse-diff reads them. It is given nothing but hunks with true counts, for anything else it
 * would misread silently. Undefined for a hunk of which it still makes something else than was counted.
 */
export function hunkLines(hunks: readonly HunkText[]): readonly (readonly DiffLine[] | undefined)[] {
  const texts = hunks.map(
    ({ oldStart, oldLines, newStart, newLines, body }) =>
      `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@\n${body}`,
  );
  const [file, ...others] = parseDiff(`--- a/file\n+++ b/file\n${texts.join('')}`);
  const chunks = others.length === 0 && file?.chunks.length === hunks.length ? file.chunks : [];
  return hunks.map((hunk, index) => {
    const chunk = chunks[index];
    if (chunk?.oldStart !== hunk.oldStart || chunk.newStart !== hunk.newStart) return undefined;
    const lines = linesOf(chunk.changes);
    return chunk.changes.length === countLines(hunk.body) && agrees(hunk, lines) ? lines : undefined;
  });
}

function linesOf(changes: readonly parseDiff.Change[]): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  for (const change of changes) {
    const last = lines.at(-1);
    if (!change.content.startsWith('\\')) lines.push(lineOf(change));
    else if (last) lines[lines.length - 1] = { ...last, noNewline: true };
  }
  return lines;
}

function lineOf(change: parseDiff.Change): DiffLine {
  switch (change.type) {
    case 'add':
      return line('added', change.content.slice(1), undefined, change.ln);
    case 'del':
      return line('removed', change.content.slice(1), change.ln, undefined);
    case 'normal': {
      // Mailers strip the blank of an empty context line.
      const text = change.content.startsWith(' ') ? change.content.slice(1) : change.content;
      return line('context', text, change.ln1, change.ln2);
    }
  }
}

function line(
  kind: DiffLine['kind'],
  text: string,
  oldLine: number | undefined,
  newLine: number | undefined,
): DiffLine {
  return { kind, text, oldLine, newLine, noNewline: false };
}

function agrees(hunk: HunkText, lines: readonly DiffLine[]): boolean {
  const added = lines.filter(({ kind }) => kind === 'added').length;
  const removed = lines.filter(({ kind }) => kind === 'removed').length;
  return lines.length - added === hunk.oldLines && lines.length - removed === hunk.newLines;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
