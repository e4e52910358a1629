import type { PanelMark, PanelMarks, PanelMarkState, PanelPlace } from '../../protocol/panelModel.ts';
import { covers, fileKey, rowsOf, stretchKey } from './place.ts';
import { asksForLook, type PlacedAnnotation, type SeriesIndex } from './seriesIndex.ts';

/** What the reviewer's marks say about the rows of a series; made anew whenever a mark changes. */
export interface MarkIndex {
  readonly byId: ReadonlyMap<string, PanelMark>;
  /** The mark that answers an annotation, by the annotation's id. */
  readonly answers: ReadonlyMap<string, PanelMark>;
  /** By `stretchKey`. */
  readonly byStretch: ReadonlyMap<string, readonly PanelMark[]>;
  /** By `fileKey`: how many annotations nobody looked at. Files without any are left out. */
  readonly openByFile: ReadonlyMap<string, number>;
}

const LOUDEST_FIRST: readonly PanelMarkState[] = ['needs-explanation', 'deferred', 'understood'];

export function indexMarks(series: SeriesIndex, { marks }: PanelMarks): MarkIndex {
  const byStretch = new Map<string, PanelMark[]>();
  for (const mark of marks) {
    if (mark.carried?.fate === 'gone') continue;
    const key = stretchKey(mark.place);
    const here = byStretch.get(key);
    if (here) here.push(mark);
    else byStretch.set(key, [mark]);
  }
  const answers = new Map<string, PanelMark>();
  const openByFile = new Map<string, number>();
  for (const placed of series.annotations) {
    const { annotation, patch, file } = placed;
    const answer = answerTo(placed, byStretch.get(placed.stretch));
    if (answer) answers.set(annotation.id, answer);
    else if (asksForLook(placed, series.model)) {
      const key = fileKey(patch, file);
      openByFile.set(key, (openByFile.get(key) ?? 0) + 1);
    }
  }
  return { byId: new Map(marks.map((mark) => [mark.id, mark])), answers, byStretch, openByFile };
}

/** What a mark counts as now: a question that has ended is understood. */
export function stateNow(mark: PanelMark): PanelMarkState {
  return mark.ended === null ? mark.state : 'understood';
}

/** Rows that an annotation stands on. */
export function annotationPlace({ annotation, patch, file }: PlacedAnnotation): PanelPlace {
  const { hunk, row, endRow } = annotation;
  return { kind: 'lines', patch, file, hunk, row, endRow: Math.max(row, endRow) };
}

/** 0-based row under which the mark's card stands: its annotation's, else its last. */
export function cardRow(mark: PanelMark, series: SeriesIndex): number {
  const named = mark.annotation === null ? undefined : series.byId.get(mark.annotation);
  const [first, last] = rowsOf(mark.place);
  const row = named?.annotation.row;
  return row !== undefined && row >= first && row <= last ? row : last;
}

/** The mark that names the annotation, else one that names none and covers its rows; of several the loudest. */
function answerTo(placed: PlacedAnnotation, marks: readonly PanelMark[] | undefined): PanelMark | undefined {
  if (!marks) return undefined;
  const named = marks.filter((mark) => mark.annotation === placed.annotation.id);
  const place = annotationPlace(placed);
  const candidates =
    named.length > 0 ? named : marks.filter((mark) => mark.annotation === null && covers(mark.place, place));
  for (const state of LOUDEST_FIRST) {
    const found = candidates.find((mark) => stateNow(mark) === state);
    if (found) return found;
  }
  return undefined;
}
