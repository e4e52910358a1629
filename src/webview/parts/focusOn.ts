import type { FocusTarget } from '../state/step.ts';

const SELECTORS: Record<FocusTarget, string> = {
  rows: '.rows, .annotation-list',
  filter: '.filter-text',
  draft: '.draft-text',
  withdrawal: '.withdrawal-reason',
  answer: '.answer-text',
  card: '.row.cursor .card :is(button, vscode-button, [tabindex="0"])',
  counterparts: '.counterparts button',
  docs: '.links.docs button',
};

/** Puts the focus on what a step asks for, without scrolling; once it is drawn. */
export async function focusOn(panel: HTMLElement, on: FocusTarget): Promise<void> {
  const found = panel.querySelector<HTMLElement & { updateComplete?: Promise<unknown> }>(SELECTORS[on]);
  await found?.updateComplete;
  found?.focus({ preventScroll: true });
}
