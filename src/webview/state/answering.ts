import { words } from '../text/words.ts';
import type { OpenSeries, PanelState } from './panelState.ts';
import { focus, post, say, step, type Step } from './step.ts';

/** Begins to write an answer to another reviewer's question; one that is there is edited. */
export function startAnswer(state: PanelState, { remarkIndex }: OpenSeries, id: string): Step {
  const remark = remarkIndex.byId.get(id);
  if (!remark) return step(state);
  const text = state.answering?.id === id ? state.answering.text : remark.answer;
  return step({ ...state, openCard: id, answering: { id, text } }, focus('answer'));
}

/** Sends the answer. An empty one takes back what was answered; where nothing was, it stays to be written. */
export function saveAnswer(state: PanelState): Step {
  const { answering, series } = state;
  if (!answering) return step(state);
  const text = answering.text.trim();
  const before = series?.remarkIndex.byId.get(answering.id)?.answer ?? '';
  if (text === '' && before === '') return step(say(state, words.answerEmpty));
  return step({ ...state, answering: null }, post({ type: 'answer', id: answering.id, text }), focus('rows'));
}
