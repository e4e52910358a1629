import { FIRST_FILTER, type Filter } from '../series/filter.ts';
import { nextTextMatch } from '../series/textMatch.ts';
import { words } from '../text/words.ts';
import { shownOf } from './derived.ts';
import { goToPlace } from './openPlace.ts';
import type { OpenSeries, PanelState } from './panelState.ts';
import { say, step, type Step } from './step.ts';

/** Changes the filter, and says what is left. */
export function setFilter(state: PanelState, change: Partial<Filter>): Step {
  const filter = { ...state.view.filter, ...change };
  const filtered = { ...state, view: { ...state.view, filter } };
  if (!filtered.series) return step(filtered);
  const { annotations } = shownOf(filtered.series, filtered);
  return step(say(filtered, words.filtered(annotations.length, filtered.series.index.annotations.length)));
}

export function clearFilter(state: PanelState): Step {
  return setFilter(state, FIRST_FILTER);
}

/** Goes to the next or previous line that holds the filter's text. Focus stays in the text box. */
export function findText(state: PanelState, series: OpenSeries, by: 1 | -1): Step {
  const { text } = state.view.filter;
  const shown = shownOf(series, state);
  const found = nextTextMatch(series.index.model, text, shown.files, state.cursor, by);
  if (!found) return step(say(state, words.notFound(text)));
  const gone = goToPlace(state, series, found);
  return { state: gone.state, effects: gone.effects.filter(({ kind }) => kind === 'reveal') };
}

/** The set with the entry, or without it if it was there. */
export function toggleIn(set: ReadonlySet<string>, entry: string): ReadonlySet<string> {
  const changed = new Set(set);
  if (!changed.delete(entry)) changed.add(entry);
  return changed;
}
