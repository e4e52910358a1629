import type { PanelMark, PanelMarkState, PanelRemark } from '../../protocol/panelModel.ts';
import type { Attention, Shown } from './filter.ts';
import { ATTENTIONS } from './filter.ts';
import { cardRow, stateNow, type MarkIndex } from './markIndex.ts';
import { rowsOf } from './place.ts';
import type { PlacedAnnotation, SeriesIndex } from './seriesIndex.ts';

/** What a line's gutter shows: how to look at it, or what was said about it. */
export type Glyph = Attention | PanelMarkState | 'remark';

/** What stands on a row of a hunk or text. */
export interface LineStanding {
  /** Those that pass the filter. */
  readonly annotations: readonly PlacedAnnotation[];
  /** Mark whose card, if it has one, stands under this row. */
  readonly mark: PanelMark | null;
  readonly glyph: Glyph | null;
  /** State of a mark that spans the row. */
  readonly spannedBy: PanelMarkState | null;
}

type Draft = { -readonly [K in keyof LineStanding]: LineStanding[K] };

/** What stands on each row of one stretch of lines; rows on which nothing does are left out. */
export function standings(
  annotations: readonly PlacedAnnotation[],
  marks: readonly PanelMark[],
  context: {
    readonly series: SeriesIndex;
    readonly markIndex: MarkIndex;
    readonly shown: Shown;
    /** What others said there. */
    readonly remarks: readonly PanelRemark[];
  },
): ReadonlyMap<number, LineStanding> {
  const rows = new Map<number, Draft>();
  const at = (row: number): Draft => {
    const known = rows.get(row);
    if (known) return known;
    const fresh: Draft = { annotations: [], mark: null, glyph: null, spannedBy: null };
    rows.set(row, fresh);
    return fresh;
  };
  for (const { place } of context.remarks) if (place) at(rowsOf(place)[1]).glyph = 'remark';
  for (const mark of marks) {
    const [first, last] = rowsOf(mark.place);
    for (let row = first; row <= last; row++) at(row).spannedBy = stateNow(mark);
    at(cardRow(mark, context.series)).mark = mark;
    at(first).glyph = stateNow(mark);
  }
  for (const placed of annotations) {
    if (!context.shown.ids.has(placed.annotation.id)) continue;
    const standing = at(placed.annotation.row);
    standing.annotations = [...standing.annotations, placed];
  }
  for (const standing of rows.values())
    standing.glyph = glyphOf(standing.annotations, context.markIndex) ?? standing.glyph;
  return rows;
}

/** The first attention that nobody gave yet, else what was said. */
function glyphOf(annotations: readonly PlacedAnnotation[], { answers }: MarkIndex): Glyph | undefined {
  const open = annotations.filter(({ annotation }) => !answers.has(annotation.id));
  const attention = ATTENTIONS.find((one) => open.some(({ annotation }) => annotation.attention === one));
  if (attention !== undefined) return attention;
  const states = annotations.flatMap(({ annotation }) => {
    const mark = answers.get(annotation.id);
    return mark ? [stateNow(mark)] : [];
  });
  return (['needs-explanation', 'deferred', 'understood'] as const).find((state) => states.includes(state));
}
