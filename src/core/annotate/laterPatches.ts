import type { FileChange, Series } from '../patch/series.ts';
import type { Facets } from './annotation.ts';
import type { Draft, FileDrafts } from './draft.ts';
import { replacedBy } from './replacedBy.ts';

/** What later patches do to a place that its own patch leaves open; undefined if nothing. */
export type LaterFate = Pick<Facets, 'explainedBy' | 'explanation'> | 'removed' | undefined;

/** A place on the new side of a file change. */
interface Place {
  readonly path: string;
  readonly line: number;
  readonly draft: Draft;
}

/**
 * Tells the fate of the places of a series (`drafts` are parallel to its patches and their files): `later-patch` if a
 * later patch explains it, `removed` if one takes it away for good. A place is followed line by line through the hunks of
 * the patches between, and where a patch rewrites it, to the place of the same pattern that stands there then.
 */
export function createFates(
  series: Series,
  drafts: readonly (readonly FileDrafts[])[],
): (draft: Draft, path: string, patch: number) => LaterFate {
  const changes = changesByPath(series);
  return (draft, path, patch) => {
    let place: Place = { path, line: draft.annotation.line, draft };
    let at = patch;
    for (;;) {
      const change = changes.get(place.path)?.find((candidate) => candidate.patch > at);
      if (!change) return undefined;
      at = change.patch;
      const next = follow(place, change.file, drafts[at]?.[change.index]?.drafts ?? []);
      if (next === undefined) return 'removed';
      place = next;
      const { explainedBy, explanation } = place.draft.annotation.facets;
      if (explainedBy === 'safety-comment' || explainedBy === 'safety-doc' || explainedBy === 'c-doc')
        return { explainedBy: 'later-patch', explanation };
    }
  };
}

interface Change {
  /** Index of the patch in the series, and of the file in the patch. */
  readonly patch: number;
  readonly index: number;
  readonly file: FileChange;
}

/** The changes of each path, by the name that it has before them, in order. A copy leaves its source as it is. */
function changesByPath({ patches }: Series): ReadonlyMap<string, readonly Change[]> {
  const changes = new Map<string, Change[]>();
  for (const [patch, { files }] of patches.entries())
    for (const [index, file] of files.entries()) {
      if (file.oldPath === null || file.kind === 'copied') continue;
      const known = changes.get(file.oldPath) ?? [];
      known.push({ patch, index, file });
      changes.set(file.oldPath, known);
    }
  return changes;
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
