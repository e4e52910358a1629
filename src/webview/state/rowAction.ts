import { parentOf, placeAddress, sameAddress, type Address } from '../series/address.ts';
import { placeBetween } from '../series/place.ts';
import { sectionOf } from '../series/sectionKey.ts';
import type { OpenSeries, PanelState } from './panelState.ts';
import { annotationsAt } from './subject.ts';
import { goToAnnotation } from './openPlace.ts';
import { focus, reveal, step, type Step } from './step.ts';

/** The cursor was moved by a key; with `extend`, the picked lines grow to it if they can. */
export function movedTo(state: PanelState, target: Address, extend: boolean): Step {
  if (!extend) return step({ ...state, cursor: target, selection: null }, reveal(target));
  const anchor = state.selection?.anchor ?? state.cursor ?? target;
  const place = placeBetween(anchor, target);
  return place
    ? step({ ...state, cursor: target, selection: { anchor, place } }, reveal(target))
    : step(state);
}

/**
 * Enter or a click on a row: a heading opens or closes its section; a line opens the card of its annotation, of the
 * next one if one of several is open, and closes the last; a line without any is picked to be marked.
 */
export function activate(state: PanelState, series: OpenSeries, at: Address): Step {
  if (at.kind === 'card') return step({ ...state, cursor: at }, focus('card'));
  const section = sectionOf(at, series.index);
  if (section !== undefined)
    return state.view.collapsed.has(section) ? unfold(state, series, at) : fold(state, series, at);
  const here = annotationsAt(at, state, series);
  const open = here.findIndex(({ annotation }) => annotation.id === state.openCard);
  const next = here[open + 1];
  if (next) return goToAnnotation(state, series, next);
  if (open >= 0) return step({ ...state, openCard: null, cursor: at });
  const mark = markEndingAt(at, series);
  if (mark !== undefined)
    return step({ ...state, cursor: at, openCard: state.openCard === mark ? null : mark }, reveal(at));
  const place = placeBetween(at, at);
  return step(place ? { ...state, cursor: at, selection: { anchor: at, place } } : { ...state, cursor: at });
}

/** Opens a section that is closed. */
export function unfold(state: PanelState, series: OpenSeries, at: Address): Step {
  const section = sectionOf(at, series.index);
  if (section === undefined || !state.view.collapsed.has(section)) return step({ ...state, cursor: at });
  const collapsed = new Set(state.view.collapsed);
  collapsed.delete(section);
  return step({ ...state, cursor: at, view: { ...state.view, collapsed } });
}

/** Closes a section; from a row inside of one, or one that is closed, goes to the row that it lies under. */
export function fold(state: PanelState, series: OpenSeries, at: Address): Step {
  const section = sectionOf(at, series.index);
  if (section === undefined || state.view.collapsed.has(section)) {
    const parent = parentOf(at);
    return parent ? step({ ...state, cursor: parent, selection: null }, reveal(parent)) : step(state);
  }
  const collapsed = new Set(state.view.collapsed).add(section);
  return step({ ...state, cursor: at, view: { ...state.view, collapsed } }, reveal(at));
}

/** Opens a card, or with null closes the one that is open. */
export function openCard(state: PanelState, series: OpenSeries, id: string | null): Step {
  const placed = id === null ? undefined : series.index.byId.get(id);
  if (placed) return goToAnnotation(state, series, placed);
  const mark = id === null ? undefined : series.markIndex.byId.get(id);
  const place = mark?.place ?? series.remarkIndex.byId.get(id ?? '')?.place;
  const cursor = place ? placeAddress(place, 'last') : state.cursor;
  return step({ ...state, openCard: id, cursor }, ...(id === null ? [focus('rows')] : []));
}

function markEndingAt(at: Address, { markIndex }: OpenSeries): string | undefined {
  for (const mark of markIndex.byId.values()) {
    if (mark.annotation !== null || mark.carried?.fate === 'gone') continue;
    if (sameAddress(at, placeAddress(mark.place, 'last'))) return mark.id;
  }
  return undefined;
}
