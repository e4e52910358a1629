import type { PanelDraft } from '../../protocol/messages.ts';
import type { PanelMark } from '../../protocol/panelModel.ts';
import { makeBlocks, type PlacedCard } from '../rows/blocks.ts';
import type { Block } from '../rows/block.ts';
import { applyFilter, type Shown } from '../series/filter.ts';
import { cardRow, stateNow, type MarkIndex } from '../series/markIndex.ts';
import { rowsOf, samePlace, stretchKey } from '../series/place.ts';
import { headingKey, type RemarkIndex } from '../series/remarkIndex.ts';
import type { PlacedAnnotation, SeriesIndex } from '../series/seriesIndex.ts';
import { walkOrder } from '../series/walk.ts';
import { lastResult } from './lastResult.ts';
import type { OpenSeries, PanelState } from './panelState.ts';

const filtered = lastResult(applyFilter);
const walked = lastResult(walkOrder);
const placed = lastResult(cardsByStretch);
const blocked = lastResult(
  (
    series: SeriesIndex,
    shown: Shown,
    collapsed: ReadonlySet<string>,
    cards: ReadonlyMap<string, readonly PlacedCard[]>,
  ) => makeBlocks({ series, shown, collapsed, cards }),
);

/** What passes the filter. */
export function shownOf(series: OpenSeries, state: PanelState): Shown {
  return filtered(series.index, state.view.filter);
}

/** The annotations that pass the filter, in the order of the walk. */
export function walkOf(series: OpenSeries, state: PanelState): readonly PlacedAnnotation[] {
  return walked(shownOf(series, state).annotations, state.view.order);
}

/** All rows, as blocks. The same array while nothing changed that they depend on. */
export function blocksOf(series: OpenSeries, state: PanelState): readonly Block[] {
  const { others } = state.view;
  const cards = placed(
    series.index,
    series.markIndex,
    others ? series.remarkIndex : null,
    state.openCard,
    state.draft,
  );
  return blocked(series.index, shownOf(series, state), state.view.collapsed, cards);
}

/** True for marks whose card always stands in the text: questions and what an earlier version carried. */
function hasCard(mark: PanelMark): boolean {
  return mark.carried !== null || mark.question !== '' || stateNow(mark) === 'needs-explanation';
}

function cardsByStretch(
  series: SeriesIndex,
  { byStretch, answers }: MarkIndex,
  remarks: RemarkIndex | null,
  openCard: string | null,
  draft: PanelDraft | null,
): ReadonlyMap<string, readonly PlacedCard[]> {
  const cards = new Map<string, PlacedCard[]>();
  const add = (key: string, card: PlacedCard): void => {
    const here = cards.get(key);
    if (here) here.push(card);
    else cards.set(key, [card]);
  };
  const open = openCard === null ? undefined : series.byId.get(openCard);
  const openAnswer = open && answers.get(open.annotation.id);
  for (const marks of byStretch.values())
    for (const mark of marks) {
      const isOpenAnswer = open !== undefined && mark.id === openAnswer?.id && mark.annotation === openCard;
      const isRewritten = draft?.annotation === mark.annotation && samePlace(draft.place, mark.place);
      if (isOpenAnswer || isRewritten || (!hasCard(mark) && mark.id !== openCard)) continue;
      add(stretchKey(mark.place), { row: cardRow(mark, series), card: 'mark', id: mark.id });
    }
  if (open)
    add(open.stretch, {
      row: open.annotation.row,
      card: 'annotation',
      id: open.annotation.id,
    });
  // A draft about the open annotation is written in its card.
  if (draft && (draft.annotation === null || draft.annotation !== openCard))
    add(stretchKey(draft.place), { row: rowsOf(draft.place)[1], card: 'draft', id: 'draft' });
  for (const here of remarks?.byStretch.values() ?? [])
    for (const { id, place } of here)
      if (place) add(stretchKey(place), { row: rowsOf(place)[1], card: 'remark', id });
  for (const [patch, here] of remarks?.unplaced ?? [])
    for (const { id } of here) add(headingKey(patch), { row: 0, card: 'remark', id });
  for (const here of cards.values()) here.sort((a, b) => a.row - b.row);
  return cards;
}
