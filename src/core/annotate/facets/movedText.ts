import type { Patch, Side } from '../../patch/series.ts';
import { squeeze, unwrapped } from './squeeze.ts';

/** Tells whether text of one side of a patch stands, blanks and line ends aside, on the other side too. */
export interface MovedText {
  /**
   * `lines` are consecutive changed lines, `before` and `after` the changed lines next to them, if any. A short text counts
   * only together with a neighbour: alone it may be a coincidence.
   */
  readonly has: (lines: readonly string[], before: string | undefined, after: string | undefined) => boolean;
  /** The same for a stretch of code that begins and ends anywhere in its lines: moved, re-indented or wrapped anew. */
  readonly hasCode: (code: string) => boolean;
  /** The type, trait, constant or macro that a line declares is declared there as well. */
  readonly declares: (line: string) => boolean;
}

const SHORT = 24;

interface Index {
  readonly lines: string;
  readonly stream: string;
  readonly declared: ReadonlySet<string>;
}

/** Not `*const Fan`, `&'static Fan` or `const unsafe fn`. */
const DECLARATION =
  /(?<![*'])\b(?:struct|enum|union|trait|macro_rules!|(?:static|const)(?:\s+mut)?)\s+(?!(?:mut|unsafe|extern|async)\b)[A-Za-z]\w{2,}/;

/** `struct Fan` of `pub struct Fan {`; empty if a line declares nothing of its own name. */
function declarationIn(line: string): string {
  return DECLARATION.exec(line)?.[0] ?? '';
}

/** Indexes what a patch removes (`old`) or adds (`new`). Built when first asked. */
export function movedText(patch: Patch, side: Side): MovedText {
  const kind = side === 'old' ? 'removed' : 'added';
  let index: Index | undefined;
  const build = (): Index => {
    const runs: string[] = [];
    const declared = new Set<string>();
    for (const { hunks } of patch.files)
      for (const { lines } of hunks) {
        let run: string[] = [];
        for (const line of [...lines, undefined])
          if (line?.kind === kind) {
            run.push(squeeze(line.text));
            declared.add(declarationIn(line.text));
          } else if (line?.kind === 'context' || !line) {
            const filled = run.filter((text) => text !== '');
            if (filled.length > 0) runs.push(filled.join('\n'));
            run = [];
          }
      }
    const lines = `\n${runs.join('\n\0\n')}\n`;
    return { lines, stream: unwrapped(lines), declared };
  };
  const indexed = (): Index => (index ??= build());
  const contains = (lines: readonly string[]): boolean => indexed().lines.includes(`\n${lines.join('\n')}\n`);
  return {
    has(lines, before, after) {
      const squeezed = lines.map(squeeze).filter((line) => line !== '');
      if (squeezed.length === 0 || !contains(squeezed)) return false;
      if (squeezed.join('').length >= SHORT) return true;
      const runs = [
        [squeeze(before ?? ''), ...squeezed],
        [...squeezed, squeeze(after ?? '')],
      ];
      return runs.some((run) => !run.includes('') && contains(run));
    },
    hasCode(code) {
      const laidOut = unwrapped(code);
      return laidOut.length >= SHORT && indexed().stream.includes(laidOut);
    },
    declares(line) {
      const declaration = declarationIn(line);
      return declaration !== '' && indexed().declared.has(declaration);
    },
  };
}
