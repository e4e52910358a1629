import type { PanelAnnotation, PanelFile, PanelModel, PanelPattern } from '../../protocol/panelModel.ts';
import { hunkKey } from './place.ts';

/** An annotation and where it stands. */
export interface PlacedAnnotation {
  readonly annotation: PanelAnnotation;
  readonly patch: number;
  readonly file: number;
  /** 0-based, in order of the text. */
  readonly position: number;
  /** `hunkKey` of its hunk. */
  readonly stretch: string;
}

/** What is looked up in a model again and again; made once when it arrives. */
export interface SeriesIndex {
  readonly model: PanelModel;
  /** In order of the text. */
  readonly annotations: readonly PlacedAnnotation[];
  readonly byId: ReadonlyMap<string, PlacedAnnotation>;
  /** By id. */
  readonly patterns: ReadonlyMap<string, PanelPattern>;
  /** By `hunkKey`, in order of their row. */
  readonly byHunk: ReadonlyMap<string, readonly PlacedAnnotation[]>;
  /** How many annotations there are of each attention and category. */
  readonly counts: ReadonlyMap<string, number>;
  readonly files: number;
  /** Digits of the largest line number. */
  readonly digits: number;
}

export function indexSeries(model: PanelModel): SeriesIndex {
  const annotations: PlacedAnnotation[] = [];
  const byHunk = new Map<string, PlacedAnnotation[]>();
  const counts = new Map<string, number>();
  let files = 0;
  let lastLine = 0;
  for (const [patch, { files: changes }] of model.patches.entries())
    for (const [file, change] of changes.entries()) {
      files++;
      for (const hunk of change.hunks)
        lastLine = Math.max(lastLine, Math.max(hunk.oldStart, hunk.newStart) + hunk.lineCount);
      for (const annotation of inOrder(change)) {
        const stretch = hunkKey(patch, file, annotation.hunk);
        const placed = { annotation, patch, file, position: annotations.length, stretch };
        annotations.push(placed);
        const here = byHunk.get(stretch);
        if (here) here.push(placed);
        else byHunk.set(stretch, [placed]);
        for (const name of [annotation.attention, annotation.category])
          counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
  return {
    ...{ model, annotations, byHunk, counts, files },
    byId: new Map(annotations.map((placed) => [placed.annotation.id, placed])),
    patterns: new Map(model.patterns.map((pattern) => [pattern.id, pattern])),
    digits: String(lastLine).length,
  };
}

function inOrder({ annotations }: PanelFile): readonly PanelAnnotation[] {
  return [...annotations].sort((a, b) => a.hunk - b.hunk || a.row - b.row);
}

/** True for the annotations that coverage counts: not a mere note, and not in a generated file. */
export function asksForLook(
  { annotation, patch, file }: Pick<PlacedAnnotation, 'annotation' | 'patch' | 'file'>,
  model: PanelModel,
): boolean {
  return annotation.attention !== 'note' && model.patches[patch]?.files[file]?.generated !== true;
}

/** Path by which a file is called: the new one, or the old one if it is gone. */
export function pathOf(file: PanelFile): string {
  return file.newPath ?? file.oldPath ?? '';
}
