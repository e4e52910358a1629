import type { PanelAnnotation, PanelHunk, PanelModel } from '../../protocol/panelModel.ts';
import { hunkLines } from './hunkLines.ts';
import { fileKey } from './place.ts';
import { pathOf, type PlacedAnnotation, type SeriesIndex } from './seriesIndex.ts';

export const ATTENTIONS = ['look-first', 'check', 'note'] as const;
export type Attention = (typeof ATTENTIONS)[number];

/** Which annotations are shown and walked, and which files. */
export interface Filter {
  readonly attentions: ReadonlySet<string>;
  /** Empty: all. */
  readonly categories: ReadonlySet<string>;
  /** Found in titles, questions, facts, paths, subjects and lines, whatever its case. Empty: everything. */
  readonly text: string;
}

/** Notes are there, and counted, but a first look is not about them. */
export const FIRST_FILTER: Filter = {
  attentions: new Set<string>(['look-first', 'check']),
  categories: new Set(),
  text: '',
};

/** What passes a filter. */
export interface Shown {
  /** In order of the text. */
  readonly annotations: readonly PlacedAnnotation[];
  readonly ids: ReadonlySet<string>;
  /** Files (by `fileKey`) and patches that are left, or null when nothing narrows the series. */
  readonly files: ReadonlySet<string> | null;
  readonly patches: ReadonlySet<number> | null;
}

/**
 * Applies a filter. Attention only decides which annotations show; a category or a text also leaves out the files and
 * patches that hold nothing of it.
 */
export function applyFilter(series: SeriesIndex, filter: Filter): Shown {
  const text = filter.text.toLowerCase();
  const { model } = series;
  const annotations = series.annotations.filter(
    (placed) =>
      filter.attentions.has(placed.annotation.attention) &&
      (filter.categories.size === 0 || filter.categories.has(placed.annotation.category)) &&
      (text === '' || speaksOf(placed, text, model)),
  );
  const ids = new Set(annotations.map(({ annotation }) => annotation.id));
  if (text === '' && filter.categories.size === 0) return { annotations, ids, files: null, patches: null };
  const files = new Set(annotations.map(({ patch, file }) => fileKey(patch, file)));
  const patches = new Set(annotations.map(({ patch }) => patch));
  if (text !== '' && filter.categories.size === 0) addTextMatches(model, text, files, patches);
  return { annotations, ids, files, patches };
}

/** True if a line of the hunk holds the text, which must be in lower case. */
export function hunkHolds(hunk: PanelHunk, text: string): boolean {
  return loweredBody(hunk).includes(text);
}

function addTextMatches(model: PanelModel, text: string, files: Set<string>, patches: Set<number>): void {
  for (const [index, patch] of model.patches.entries()) {
    if ([patch.subject, ...patch.message.lines].some((line) => line.toLowerCase().includes(text)))
      patches.add(index);
    for (const [file, change] of patch.files.entries()) {
      const key = fileKey(index, file);
      if (files.has(key)) continue;
      const named = [change.oldPath, change.newPath].some((path) => path?.toLowerCase().includes(text));
      if (!named && !change.hunks.some((hunk) => hunkHolds(hunk, text))) continue;
      files.add(key);
      patches.add(index);
    }
  }
}

function speaksOf({ annotation, patch, file }: PlacedAnnotation, text: string, model: PanelModel): boolean {
  const change = model.patches[patch]?.files[file];
  if (!change) return false;
  if (wordsOf(annotation).includes(text) || pathOf(change).toLowerCase().includes(text)) return true;
  const hunk = change.hunks[annotation.hunk];
  if (!hunk || !hunkHolds(hunk, text)) return false;
  return hunkLines(hunk)
    .slice(annotation.row, annotation.endRow + 1)
    .some((line) => line.text.toLowerCase().includes(text));
}

const words = new WeakMap<PanelAnnotation, string>();

function wordsOf(annotation: PanelAnnotation): string {
  const known = words.get(annotation);
  if (known !== undefined) return known;
  const { title, question, category, pattern, facts } = annotation;
  const text = [title, question, category, pattern, ...facts].join('\n').toLowerCase();
  words.set(annotation, text);
  return text;
}

const bodies = new WeakMap<PanelHunk, string>();

function loweredBody(hunk: PanelHunk): string {
  const known = bodies.get(hunk);
  if (known !== undefined) return known;
  const body = hunk.body.toLowerCase();
  bodies.set(hunk, body);
  return body;
}
