import type { Analysis } from '../analysis.ts';
import { ATTENTIONS, type Attention } from '../catalog/pattern.ts';

/** What the program read and what not, counted; so that no report reads as more than it is. */
interface Scope {
  readonly whole: number;
  readonly hunks: number;
  /** Rust or C, but without an image: deleted, binary, or not read (a problem says which). */
  readonly unseen: number;
  /** Neither Rust nor C. */
  readonly other: number;
}

/** Sentences that say what was found in what, what was read only in part, and what was not read. Never a verdict. */
export function scopeSentences(analysis: Analysis): readonly string[] {
  const { whole, hunks, unseen, other } = scopeOf(analysis);
  const patches = count(analysis.series.patches.length, 'patch', 'patches');
  const parts = [
    whole > 0 ? `${count(whole, 'file', 'files')} as a whole` : '',
    hunks > 0 ? `${count(hunks, 'file', 'files')} only as far as the hunks show` : '',
  ].filter((part) => part !== '');
  const missing = analysis.series.total - analysis.series.patches.length;
  const kept = analysis.problems.length;
  return [
    `Read ${patches}: ${parts.length > 0 ? parts.join(', ') : 'no Rust or C lines'}.`,
    missing > 0 ? `Not read: ${count(missing, 'patch', 'patches')} missing from the series.` : '',
    unseen > 0
      ? `Not looked into: ${count(unseen, 'Rust or C file', 'Rust or C files')} without readable text.`
      : '',
    other > 0 ? `Not looked into: ${count(other, 'file', 'files')} neither Rust nor C.` : '',
    kept > 0 ? `Not everything went well: ${count(kept, 'problem', 'problems')}, listed here.` : '',
  ].filter((sentence) => sentence !== '');
}

/** `5 annotations: 2 look-first, 2 check, 1 note.` */
export function annotationCounts(analysis: Analysis): string {
  const byAttention = new Map<Attention, number>();
  let total = 0;
  for (const { files } of analysis.patches)
    for (const { annotations } of files)
      for (const { attention } of annotations) {
        byAttention.set(attention, (byAttention.get(attention) ?? 0) + 1);
        total++;
      }
  if (total === 0) return 'No changed line matched a pattern of the catalogue.';
  const each = ATTENTIONS.map((attention) => `${byAttention.get(attention) ?? 0} ${attention}`);
  return `${count(total, 'annotation', 'annotations')}: ${each.join(', ')}.`;
}

export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function scopeOf({ series, patches }: Analysis): Scope {
  let [whole, hunks, unseen, other] = [0, 0, 0, 0];
  for (const [index, patch] of series.patches.entries())
    for (const [fileIndex, file] of patch.files.entries()) {
      const image = patches[index]?.files[fileIndex]?.image ?? 'none';
      if (file.language === undefined) other++;
      else if (image === 'whole') whole++;
      else if (image === 'hunks') hunks++;
      else unseen++;
    }
  return { whole, hunks, unseen, other };
}
