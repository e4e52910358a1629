import { html, type TemplateResult } from 'lit';
import type { PanelModel } from '../../protocol/panelModel.ts';
import type { Dispatch } from '../state/action.ts';
import { words } from '../text/words.ts';
import { disclosure } from './disclosure.ts';

/** How many things could not be read or looked at; spread out, each with its place. */
export function problemList(
  problems: PanelModel['problems'],
  isOpen: boolean,
  dispatch: Dispatch,
): TemplateResult {
  return disclosure({
    id: 'problem-list',
    icon: 'warning',
    label: words.problems(problems.length),
    title: words.problemsTitle,
    isOpen,
    toggle: () => {
      dispatch({ type: 'toggle-problems' });
    },
    items: problems.map(
      ({ code, message, at }) =>
        html`<li><span class="at">${at}</span> ${message} <span class="code-name">${code}</span></li>`,
    ),
  });
}
