import { assertNever } from '../../base/assertNever.ts';
import type { Action } from './action.ts';
import { saveAnswer, startAnswer } from './answering.ts';
import { runCommand } from './command.ts';
import { clearFilter, findText, setFilter, toggleIn } from './filtering.ts';
import { hearHost } from './hostMessage.ts';
import { askAgain, editQuestion, leave, saveDraft, saveWithdrawal } from './marking.ts';
import { goToPlace } from './openPlace.ts';
import type { PanelState } from './panelState.ts';
import { activate, fold, movedTo, openCard, unfold } from './rowAction.ts';
import { focus, post, reveal, step, type Step } from './step.ts';

/** What an action makes of the state, and what it asks of the world. */
export function update(state: PanelState, action: Action): Step {
  const { series, view } = state;
  switch (action.type) {
    case 'host':
      return hearHost(state, action.message);
    case 'cancel':
      return step(state, post({ type: 'cancel' }));
    default:
      break;
  }
  if (!series) return step(state);
  switch (action.type) {
    case 'command':
      return runCommand(state, action.command);
    case 'moved':
      return movedTo(state, action.target, action.extend);
    case 'point':
      return step({ ...state, cursor: action.at, selection: null });
    case 'visit':
      return step({ ...state, cursor: action.at, selection: null }, reveal(action.at), focus('rows'));
    case 'select':
      return step({
        ...state,
        cursor: action.anchor,
        selection: { anchor: action.anchor, place: action.place },
      });
    case 'activate':
      return activate(state, series, action.at);
    case 'expand':
      return unfold(state, series, action.at);
    case 'fold':
      return fold(state, series, action.at);
    case 'escape':
      return leave(state);
    case 'open':
      return openCard(state, series, action.id);
    case 'go':
      return goToPlace({ ...state, openCard: action.id ?? state.openCard }, series, action.place);
    case 'filter-attention':
      return setFilter(state, { attentions: toggleIn(view.filter.attentions, action.attention) });
    case 'filter-category':
      return setFilter(state, { categories: toggleIn(view.filter.categories, action.category) });
    case 'filter-text':
      return setFilter(state, { text: action.text });
    case 'find':
      return findText(state, series, action.step);
    case 'clear-filter':
      return clearFilter(state);
    case 'leave-filter':
      return step(state, focus('rows'));
    case 'toggle-problems':
      return step({ ...state, view: { ...view, problemsOpen: !view.problemsOpen } });
    case 'toggle-house-rules':
      return step({ ...state, view: { ...view, houseRulesOpen: !view.houseRulesOpen } });
    case 'toggle-carried':
      return step({ ...state, view: { ...view, carriedOpen: !view.carriedOpen } });
    case 'toggle-others':
      return step({ ...state, view: { ...view, othersOpen: !view.othersOpen } });
    case 'filter-others':
      return step({ ...state, view: { ...view, others: !view.others } });
    case 'answer':
      return startAnswer(state, series, action.id);
    case 'answer-text':
      return step(
        state.answering ? { ...state, answering: { ...state.answering, text: action.text } } : state,
      );
    case 'answer-save':
      return saveAnswer(state);
    case 'answer-cancel':
      return step({ ...state, answering: null }, focus('rows'));
    case 'kept':
      return step(state, post({ type: 'kept' }));
    case 'draft-text':
      return step(state.draft ? { ...state, draft: { ...state.draft, text: action.text } } : state);
    case 'draft-save':
      return saveDraft(state);
    case 'draft-cancel':
      return step({ ...state, draft: null }, focus('rows'));
    case 'confirm':
      return step(state, post({ type: 'endQuestion', id: action.id, kind: action.kind, reason: '' }));
    case 'withdraw':
      return step({ ...state, withdrawal: { id: action.id, reason: '' } }, focus('withdrawal'));
    case 'withdraw-reason':
      return step(
        state.withdrawal ? { ...state, withdrawal: { ...state.withdrawal, reason: action.reason } } : state,
      );
    case 'withdraw-save':
      return saveWithdrawal(state);
    case 'withdraw-cancel':
      return step({ ...state, withdrawal: null }, focus('rows'));
    case 'unmark':
      return step(state, post({ type: 'unmark', id: action.id }), focus('rows'));
    case 'edit':
      return editQuestion(state, series, action.id);
    case 'ask-again':
      return askAgain(state, series, action.id);
    case 'link':
      return step(state, post({ type: 'openLink', target: action.target }));
    case 'native-diff':
      return step(state, post({ type: 'nativeDiff', patch: action.patch }));
    case 'compare-twins':
      return step(state, post({ type: 'compareTwins', patch: action.patch, file: action.file }));
    case 'open-file': {
      const { patch, file, line } = action;
      return step(state, post({ type: 'openFile', patch, file, line }));
    }
    default:
      return assertNever(action);
  }
}
