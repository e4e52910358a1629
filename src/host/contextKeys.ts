import { commands } from 'vscode';

/** Facts that menus and keybindings of the manifest ask for. */
export type ContextKey =
  'panelFocused' | 'inputFocused' | 'hasReview' | 'editorReviewed' | 'seriesFiltered' | LearnedStep;

/** Steps of the walkthrough that no command tells it about. */
export type LearnedStep = 'answeredBoth' | 'wroteReply' | 'sawCarried';

const last = new Map<ContextKey, boolean>();

/** Sets `interopReview.KEY`; nothing is sent when it is so already. */
export function setContextKey(key: ContextKey, value: boolean): void {
  if (last.get(key) === value) return;
  last.set(key, value);
  void commands.executeCommand('setContext', `interopReview.${key}`, value);
}
