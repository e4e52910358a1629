import type { Annotation, FileAnnotations } from '../annotate/annotation.ts';
import type { Patch } from '../patch/series.ts';
import { asksForLook } from '../review/asksForLook.ts';
import { count } from './scope.ts';

/** Counts of what a report leaves out of its lists: annotations that ask for no look. `path` is null for all other files. */
export interface Unlisted {
  readonly path: string | null;
  readonly text: string;
}

/** One count for each generated file of a patch, and one for its other files together. */
export function unlisted(patch: Patch, found: readonly FileAnnotations[]): readonly Unlisted[] {
  const counts: Unlisted[] = [];
  let others = 0;
  for (const [index, file] of patch.files.entries()) {
    const notes = (found[index]?.annotations ?? []).filter(isLeftOut).length;
    if (notes === 0) continue;
    if (found[index]?.generated)
      counts.push({ path: file.newPath ?? file.oldPath ?? '', text: `generated, ${notesNotListed(notes)}` });
    else others += notes;
  }
  return others > 0 ? [...counts, { path: null, text: notesNotListed(others) }] : counts;
}

function isLeftOut(annotation: Annotation): boolean {
  return !asksForLook(annotation);
}

function notesNotListed(notes: number): string {
  return `${count(notes, 'note', 'notes')} not listed`;
}
