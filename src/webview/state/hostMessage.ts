import type { ToPanel } from '../../protocol/messages.ts';
import type { PanelMarks } from '../../protocol/panelModel.ts';
import { words } from '../text/words.ts';
import { indexMarks } from '../series/markIndex.ts';
import { fileKey, rowsOf, stretchKey } from '../series/place.ts';
import { indexRemarks } from '../series/remarkIndex.ts';
import { firstCollapsed } from '../series/sectionKey.ts';
import { indexSeries } from '../series/seriesIndex.ts';
import { runCommand } from './command.ts';
import { goToAnnotation, goToPlace } from './openPlace.ts';
import { FIRST_VIEW, firstState, type PanelState } from './panelState.ts';
import { say, step, type Step } from './step.ts';
import { isOfSource, viewFrom } from './viewState.ts';

/** What a message of the host changes. Tokens are kept outside of the state, by whoever draws lines. */
export function hearHost(state: PanelState, message: ToPanel): Step {
  switch (message.type) {
    case 'loading': {
      const { title, done, total } = message;
      return step({ ...state, busy: { title, done, total }, failure: null });
    }
    case 'failed':
      return step({ ...state, busy: null, failure: { message: message.message, at: message.at } });
    case 'model':
      return openSeries(state, message);
    case 'marks':
      return step(withMarks(state, message.marks));
    case 'counterparts': {
      const counterparts = new Map(state.counterparts);
      for (const counterpart of message.counterparts) counterparts.set(counterpart.annotation, counterpart);
      return step({ ...state, counterparts });
    }
    case 'twins':
      return step({ ...state, twins: new Set(message.files.map(({ patch, file }) => fileKey(patch, file))) });
    case 'oneSided':
      return step({
        ...state,
        oneSided: new Map(message.files.map((file) => [fileKey(file.patch, file.file), file])),
      });
    case 'reveal':
      return revealPlace(state, message);
    case 'command':
      return runCommand(state, message.command);
    case 'tokens':
      return step(state);
  }
}

function openSeries(state: PanelState, message: Extract<ToPanel, { type: 'model' }>): Step {
  const { model, marks, source, order = FIRST_VIEW.order } = message;
  const index = indexSeries(model);
  const series = {
    index,
    marks,
    markIndex: indexMarks(index, marks),
    remarkIndex: indexRemarks(marks),
    source,
  };
  const ready: PanelState = { ...state, busy: null, failure: null, series };
  if (state.series?.index.model.seriesId === model.seriesId) return step(ready);
  const { stored } = state;
  const fresh: PanelState = { ...firstState(null), busy: null, series };
  if (stored && isOfSource(stored, source))
    return step(
      {
        ...fresh,
        view: viewFrom(stored),
        openCard: stored.openCard,
        draft: stored.draft,
        answering: stored.answering,
      },
      { kind: 'scroll', top: stored.scrollTop },
    );
  return step({ ...fresh, view: { ...FIRST_VIEW, order, collapsed: firstCollapsed(index) } });
}

function withMarks(state: PanelState, marks: PanelMarks): PanelState {
  if (!state.series) return state;
  const before = state.series.marks.coverage;
  const markIndex = indexMarks(state.series.index, marks);
  const { byId } = state.series.markIndex;
  const made = marks.marks.filter(({ id }) => !byId.has(id)).at(-1)?.id;
  const kept = state.lastMark !== null && markIndex.byId.has(state.lastMark) ? state.lastMark : null;
  const series = { ...state.series, marks, markIndex, remarkIndex: indexRemarks(marks) };
  const after = { ...state, series, lastMark: made ?? kept };
  const changed = JSON.stringify(before) !== JSON.stringify(marks.coverage);
  return changed ? say(after, words.progress(marks.coverage)) : after;
}

/** Opens the annotation at the place if there is one, else shows its lines. */
function revealPlace(state: PanelState, { place }: Extract<ToPanel, { type: 'reveal' }>): Step {
  const { series } = state;
  if (!series) return step(state);
  const here = series.index.byHunk.get(stretchKey(place)) ?? [];
  const [first, last] = rowsOf(place);
  const found =
    place.kind === 'lines'
      ? here.find(({ annotation }) => annotation.row >= first && annotation.row <= last)
      : undefined;
  return found ? goToAnnotation(state, series, found) : goToPlace(state, series, place);
}
