import type { FromPanel } from '../../protocol/messages.ts';
import type { PanelMark } from '../../protocol/panelModel.ts';
import { placeAddress } from '../series/address.ts';
import { placeName } from '../series/placeName.ts';
import { words } from '../text/words.ts';
import type { OpenSeries, PanelState } from './panelState.ts';
import { focus, post, reveal, say, step, type Step } from './step.ts';
import { subjectOf } from './subject.ts';

type MarkMessage = Extract<FromPanel, { type: 'mark' }>;

/** Marks what the reviewer stands on as understood. */
export function understand(state: PanelState, series: OpenSeries): Step {
  const subject = subjectOf(state, series);
  if (!subject) return step(say(state, words.nothingToMark));
  const { place, annotation } = subject;
  return step(
    { ...state, selection: null, draft: null },
    markAs({ place, state: 'understood', annotation: annotation?.id ?? null }),
    focus('rows'),
  );
}

/** Begins to write a question about what the reviewer stands on, or to whom it is left. */
export function startDraft(
  state: PanelState,
  series: OpenSeries,
  as: 'needs-explanation' | 'deferred',
): Step {
  const subject = subjectOf(state, series);
  if (!subject) return step(say(state, words.nothingToMark));
  const { place, annotation, mark } = subject;
  const asked = mark === null || mark.question === '' ? (annotation?.question ?? '') : mark.question;
  const text = as === 'deferred' ? (mark?.deferredTo ?? lastLeftTo(series.marks.marks)) : asked;
  const draft = { place, annotation: annotation?.id ?? null, state: as, text };
  return step(
    {
      ...state,
      draft,
      openCard: annotation?.id ?? state.openCard,
      selection: null,
      view: { ...state.view, mode: 'diff' },
    },
    reveal(placeAddress(place, annotation ? 'first' : 'last')),
    focus('draft'),
  );
}

/** Sends the draft. An empty one stays where it is. */
export function saveDraft(state: PanelState): Step {
  const { draft } = state;
  const text = draft?.text.trim() ?? '';
  if (!draft || text === '') return step(say(state, words.draftEmpty(draft?.state ?? 'needs-explanation')));
  const { place, annotation } = draft;
  const message =
    draft.state === 'deferred'
      ? markAs({ place, annotation, state: 'deferred', deferredTo: text })
      : markAs({ place, annotation, state: 'needs-explanation', question: text });
  const cursor = placeAddress(place, annotation === null ? 'last' : 'first');
  return step({ ...state, draft: null, cursor }, message, focus('rows'));
}

/** Leaves the draft, the withdrawal or the picked lines, whatever was begun last. */
export function leave(state: PanelState): Step {
  if (state.draft) return step({ ...state, draft: null }, focus('rows'));
  if (state.answering) return step({ ...state, answering: null }, focus('rows'));
  if (state.withdrawal) return step({ ...state, withdrawal: null }, focus('rows'));
  if (state.selection) return step({ ...state, selection: null }, focus('rows'));
  return step({ ...state, openCard: null }, focus('rows'));
}

/** Takes back the mark on what the reviewer stands on; where there is none, the one that was made last. */
export function undo(state: PanelState, series: OpenSeries): Step {
  const here = subjectOf(state, series)?.mark;
  if (here) return step({ ...state, selection: null }, post({ type: 'unmark', id: here.id }), focus('rows'));
  const last = state.lastMark === null ? undefined : series.markIndex.byId.get(state.lastMark);
  if (!last) return step(say(state, words.nothingToUndo));
  const told = say(state, words.takenBack(placeName(last.place, series.index.model)));
  return step({ ...told, lastMark: null }, post({ type: 'unmark', id: last.id }));
}

/** Ends a question with the reason that was typed. */
export function saveWithdrawal(state: PanelState): Step {
  const { withdrawal } = state;
  const reason = withdrawal?.reason.trim() ?? '';
  if (!withdrawal || reason === '') return step(say(state, words.reasonEmpty));
  return step(
    { ...state, withdrawal: null },
    post({ type: 'endQuestion', id: withdrawal.id, kind: 'withdrawn', reason }),
    focus('rows'),
  );
}

/** Begins to write a question that was asked anew. */
export function editQuestion(state: PanelState, series: OpenSeries, id: string): Step {
  const mark = series.markIndex.byId.get(id);
  if (!mark) return step(state);
  const openCard = mark.annotation !== null && series.index.byId.has(mark.annotation) ? mark.annotation : id;
  return startDraft({ ...state, openCard, selection: null }, series, 'needs-explanation');
}

/** Asks a question that had ended once more. */
export function askAgain(state: PanelState, series: OpenSeries, id: string): Step {
  const mark = series.markIndex.byId.get(id);
  if (!mark) return step(state);
  const { place, annotation, question } = mark;
  return step(state, markAs({ place, annotation, state: 'needs-explanation', question }));
}

function markAs(
  mark: Pick<MarkMessage, 'place' | 'state' | 'annotation'> &
    Partial<Pick<MarkMessage, 'question' | 'deferredTo'>>,
): ReturnType<typeof post> {
  return post({ type: 'mark', question: '', deferredTo: null, ...mark });
}

/** Who something was last left to: likely the same person again. */
function lastLeftTo(marks: readonly PanelMark[]): string {
  return marks.filter((mark) => mark.deferredTo !== null).at(-1)?.deferredTo ?? '';
}
