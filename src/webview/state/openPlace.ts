import type { PanelPlace } from '../../protocol/panelModel.ts';
import { placeAddress } from '../series/address.ts';
import { sectionKey } from '../series/sectionKey.ts';
import type { PlacedAnnotation } from '../series/seriesIndex.ts';
import { annotationPlace } from '../series/markIndex.ts';
import { fileKey } from '../series/place.ts';
import type { OpenSeries, PanelState } from './panelState.ts';
import { shownOf } from './derived.ts';
import { FIRST_FILTER } from '../series/filter.ts';
import { focus, reveal, step, type Step } from './step.ts';

/** Opens an annotation's card and goes there. */
export function goToAnnotation(state: PanelState, series: OpenSeries, placed: PlacedAnnotation): Step {
  return goToPlace({ ...state, openCard: placed.annotation.id }, series, annotationPlace(placed));
}

/**
 * Puts the cursor on the first row of a place, opens the sections it lies in, and shows it. A filter that leaves its file
 * out is lifted: a place that was asked for is never hidden.
 */
export function goToPlace(state: PanelState, series: OpenSeries, place: PanelPlace): Step {
  const address = placeAddress(place, 'first');
  const collapsed = new Set(state.view.collapsed);
  for (const key of sectionsOf(place, series)) collapsed.delete(key);
  const opens = collapsed.size < state.view.collapsed.size;
  const view = {
    ...state.view,
    collapsed: opens ? collapsed : state.view.collapsed,
    filter: isLeftOut(place, series, state)
      ? { ...state.view.filter, categories: FIRST_FILTER.categories, text: '' }
      : state.view.filter,
    mode: 'diff' as const,
  };
  return step({ ...state, view, cursor: address, selection: null }, focus('rows'), reveal(address));
}

function isLeftOut(place: PanelPlace, series: OpenSeries, state: PanelState): boolean {
  const { files, patches } = shownOf(series, state);
  if (place.kind === 'cover') return files !== null;
  if (place.kind === 'message') return patches?.has(place.patch) === false;
  return files?.has(fileKey(place.patch, place.file)) === false;
}

function sectionsOf(place: PanelPlace, { index }: OpenSeries): readonly string[] {
  if (place.kind === 'cover') return [sectionKey.cover];
  const patch = index.model.patches[place.patch];
  if (!patch) return [];
  if (place.kind === 'message') return [sectionKey.patch(patch), sectionKey.message(patch)];
  const file = patch.files[place.file];
  return file ? [sectionKey.patch(patch), sectionKey.file(patch, file)] : [sectionKey.patch(patch)];
}
