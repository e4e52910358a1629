import type { PanelAnnotation, PanelMark, PanelPlace } from '../../protocol/panelModel.ts';
import { patchOf, placeAddress, type Address } from '../series/address.ts';
import { annotationPlace } from '../series/markIndex.ts';
import { hunkKey, placeBetween, samePlace, stretchKey } from '../series/place.ts';
import type { PlacedAnnotation } from '../series/seriesIndex.ts';
import { shownOf } from './derived.ts';
import type { OpenSeries, PanelState } from './panelState.ts';

/** What a command is about: lines, and the annotation and mark on them if there are. */
export interface Subject {
  readonly place: PanelPlace;
  readonly annotation: PanelAnnotation | null;
  readonly mark: PanelMark | null;
}

/** The picked lines, else the open card, else what the cursor stands on; undefined where nothing can be marked. */
export function subjectOf(state: PanelState, series: OpenSeries): Subject | undefined {
  if (state.selection) return aboutPlace(state.selection.place, series);
  const card = state.openCard === null ? undefined : aboutCard(state.openCard, series);
  return card ?? (state.cursor ? aboutAddress(state.cursor, state, series) : undefined);
}

/** The annotations on a line that pass the filter. */
export function annotationsAt(
  address: Address,
  state: PanelState,
  series: OpenSeries,
): readonly PlacedAnnotation[] {
  if (address.kind !== 'line') return [];
  const here = series.index.byHunk.get(hunkKey(address.patch, address.file, address.hunk)) ?? [];
  const { ids } = shownOf(series, state);
  return here.filter(({ annotation }) => annotation.row === address.row && ids.has(annotation.id));
}

/** The patch that the reviewer is in: that of the cursor, of the open card, else the first. */
export function patchInSight(state: PanelState, series: OpenSeries): number {
  const open = state.openCard === null ? undefined : aboutCard(state.openCard, series);
  const address = state.cursor ?? (open && placeAddress(open.place, 'first'));
  return (address && patchOf(address)) ?? 0;
}

function aboutCard(id: string, { index, markIndex }: OpenSeries): Subject | undefined {
  const placed = index.byId.get(id);
  if (placed)
    return {
      place: annotationPlace(placed),
      annotation: placed.annotation,
      mark: markIndex.answers.get(id) ?? null,
    };
  const mark = markIndex.byId.get(id);
  if (!mark) return undefined;
  const annotation = index.byId.get(mark.annotation ?? '')?.annotation ?? null;
  return { place: mark.place, annotation, mark };
}

function aboutPlace(place: PanelPlace, { markIndex }: OpenSeries): Subject {
  const marks = markIndex.byStretch.get(stretchKey(place)) ?? [];
  const mark = marks.find((one) => one.annotation === null && samePlace(one.place, place));
  return { place, annotation: null, mark: mark ?? null };
}

function aboutAddress(address: Address, state: PanelState, series: OpenSeries): Subject | undefined {
  if (address.kind === 'card') return aboutCard(address.id, series);
  const here = annotationsAt(address, state, series);
  const { answers } = series.markIndex;
  const placed = here.find(({ annotation }) => !answers.has(annotation.id)) ?? here[0];
  if (placed) return aboutCard(placed.annotation.id, series);
  const place = placeBetween(address, address);
  return place && aboutPlace(place, series);
}
