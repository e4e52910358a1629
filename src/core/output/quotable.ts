import { diffLineText, hunkHeader } from '../patch/formatHunk.ts';
import type { FileChange, Message, Patch } from '../patch/series.ts';
import type { Mark, MarkTarget } from '../review/review.ts';

/** One line of a mail as a reply can quote it. */
export interface QuotableLine {
  readonly text: string;
  /** True if a mark with this target covers the line. */
  readonly covered: (target: MarkTarget) => boolean;
  /** Index of the line that opens the section which this one is in, or its own. Context is never taken from beyond. */
  readonly section: number;
  /** Indices of lines that are quoted whenever this one is: file header lines and the hunk header. */
  readonly needs: readonly number[];
}

/** What can be quoted of a patch's mail: its message, then its diff. */
export function quotablePatch(patch: Patch): readonly QuotableLine[] {
  const lines: QuotableLine[] = [];
  addMessage(lines, patch.message, (target) => target.kind === 'message' && target.patch === patch.id);
  for (const file of patch.files) addFile(lines, patch.id, file);
  return lines;
}

/** What can be quoted of a cover letter. */
export function quotableCover(message: Message): readonly QuotableLine[] {
  const lines: QuotableLine[] = [];
  addMessage(lines, message, (target) => target.kind === 'cover');
  return lines;
}

/** Marks that ask something and are still open, in the order in which they were made. */
export function questionsOf(marks: readonly Mark[]): readonly Mark[] {
  return marks.filter((mark) => mark.state === 'needs-explanation' && mark.exit === null);
}

function addMessage(lines: QuotableLine[], message: Message, mine: (target: MarkTarget) => boolean): void {
  const section = lines.length;
  for (const [index, text] of message.body.entries())
    lines.push({
      text,
      covered: (target) => mine(target) && target.line <= index + 1 && index + 1 <= target.endLine,
      section,
      needs: [],
    });
}

function addFile(lines: QuotableLine[], patch: string, file: FileChange): void {
  const never = (): boolean => false;
  const header = lines.length;
  const headers = fileHeader(file);
  for (const text of headers) lines.push({ text, covered: never, section: header, needs: [] });
  const fileNeeds = headers.map((_, index) => header + index);
  for (const hunk of file.hunks) {
    const section = lines.length;
    lines.push({ text: hunkHeader(hunk), covered: never, section, needs: fileNeeds });
    const needs = [...fileNeeds, section];
    for (const line of hunk.lines)
      lines.push({
        text: diffLineText(line),
        covered: (target) => {
          if (target.kind !== 'lines' || target.patch !== patch) return false;
          const [path, number] =
            target.side === 'old' ? [file.oldPath, line.oldLine] : [file.newPath, line.newLine];
          return path === target.path && number !== undefined && inRange(number, target);
        },
        section,
        needs,
      });
  }
}

function inRange(line: number, target: MarkTarget): boolean {
  return target.line <= line && line <= target.endLine;
}

function fileHeader(file: FileChange): readonly string[] {
  const oldPath = file.oldPath ?? file.newPath ?? '';
  const newPath = file.newPath ?? file.oldPath ?? '';
  return [
    `diff --git a/${oldPath} b/${newPath}`,
    file.oldPath === null ? '--- /dev/null' : `--- a/${oldPath}`,
    file.newPath === null ? '+++ /dev/null' : `+++ b/${newPath}`,
  ];
}
