import type { FileChange, Patch } from '../patch/series.ts';
import type { Facets } from './annotation.ts';
import { replacedBy } from './replacedBy.ts';
import type { Draft, FileDrafts } from './draft.ts';

/** A place on the new side of a file change. */
interface Place {
  readonly path: string;
  readonly line: number;
  readonly draft: Draft;
}

/**
 * What later patches of the series do to a place that this patch leaves open: it is `later-patch` if one explains it and
 * `addressed-later` if one takes it away for good. Undefined if neither. The place is followed line by line through the
 * hunks of the patches between, and where a patch rewrites it, to the place of the same pattern that stands there then.
 */
export function laterFate(
  draft: Draft,
  path: string,
  later: readonly { readonly patch: Patch; readonly files: readonly FileDrafts[] }[],
): Pick<Facets, 'explainedBy' | 'explanation'> | 'removed' | undefined {
  let place: Place = { path, line: draft.annotation.line, draft };
  for (const { patch, files } of later) {
    const index = patch.files.findIndex(({ oldPath, kind }) => oldPath === place.path && kind !== 'copied');
    const file = patch.files[index];
    if (!file) continue;
    const next = follow(place, file, files[index]?.drafts ?? []);
    if (next === undefined) return 'removed';
    place = next;
    const { explainedBy, explanation } = place.draft.annotation.facets;
    if (explainedBy === 'safety-comment' || explainedBy === 'safety-doc' || explainedBy === 'c-doc')
      return { explainedBy: 'later-patch', explanation };
  }
  return undefined;
}

/** Where a place stands after a file change; undefined if it is gone. */
function follow(place: Place, file: FileChange, drafts: readonly Draft[]): Place | undefined {
  const path = file.newPath;
  if (path === null) return undefined;
  const { line, run } = replacedBy(file, place.line);
  const { pattern, item } = place.draft.annotation;
  const same = drafts.filter(({ annotation }) => annotation.side === 'new' && annotation.pattern === pattern);
  if (line !== undefined) {
    const draft = same.find(({ annotation }) => annotation.line === line) ?? place.draft;
    return { path, line, draft };
  }
  const successor =
    same.find(({ text, annotation }) => run.has(annotation.line) && text === place.draft.text) ??
    same.find(({ annotation }) => run.has(annotation.line) && annotation.item === item) ??
    same.find(({ text, annotation }) => text === place.draft.text && annotation.facets.origin === 'moved');
  return successor && { path, line: successor.annotation.line, draft: successor };
}
