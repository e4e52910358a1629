import type { PanelHunk, PanelMessage } from '../../protocol/panelModel.ts';

/** A line of a hunk as it is shown. Numbers 1-based, null on the side that does not have the line. */
export interface HunkLine {
  /** `remark`: what git says about the line above, as in `\ No newline at end of file`. */
  readonly kind: 'context' | 'added' | 'removed' | 'remark';
  readonly text: string;
  readonly oldLine: number | null;
  readonly newLine: number | null;
}

const split = new WeakMap<PanelHunk, readonly HunkLine[]>();

/** The lines of a hunk; split when first asked for, and kept. */
export function hunkLines(hunk: PanelHunk): readonly HunkLine[] {
  const known = split.get(hunk);
  if (known) return known;
  const lines = splitBody(hunk);
  split.set(hunk, lines);
  return lines;
}

function splitBody({ body, oldStart, newStart, lineCount }: PanelHunk): readonly HunkLine[] {
  if (lineCount === 0) return [];
  let oldLine = oldStart;
  let newLine = newStart;
  return body.split('\n').map((line): HunkLine => {
    const text = line.slice(1);
    switch (line.charAt(0)) {
      case '+':
        return { kind: 'added', text, oldLine: null, newLine: newLine++ };
      case '-':
        return { kind: 'removed', text, oldLine: oldLine++, newLine: null };
      case '\\':
        return { kind: 'remark', text: line, oldLine: null, newLine: null };
      default:
        return { kind: 'context', text, oldLine: oldLine++, newLine: newLine++ };
    }
  });
}

const texts = new WeakMap<PanelMessage, readonly HunkLine[]>();

/** The lines of a message, in the same form; they have no numbers. */
export function messageLines(message: PanelMessage): readonly HunkLine[] {
  const known = texts.get(message);
  if (known) return known;
  const lines = message.lines.map((text): HunkLine => ({
    kind: 'context',
    text,
    oldLine: null,
    newLine: null,
  }));
  texts.set(message, lines);
  return lines;
}
