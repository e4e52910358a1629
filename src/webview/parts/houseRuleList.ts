import { html, nothing, type TemplateResult } from 'lit';
import type { PanelModel } from '../../protocol/panelModel.ts';
import type { Dispatch } from '../state/action.ts';
import { words } from '../text/words.ts';
import { disclosure } from './disclosure.ts';
import { linkButton } from './linkButton.ts';

/** How many house rules the posting does not seem to keep; spread out, each with where the project says so. */
export function houseRuleList(
  rules: PanelModel['houseRules'],
  isOpen: boolean,
  dispatch: Dispatch,
): TemplateResult {
  return disclosure({
    id: 'house-rule-list',
    icon: 'checklist',
    label: words.houseRules(rules.length),
    title: words.houseRulesTitle,
    isOpen,
    toggle: () => {
      dispatch({ type: 'toggle-house-rules' });
    },
    items: rules.map(
      ({ text, link }) =>
        html`<li>
          ${text}
          ${
            link
              ? linkButton(link.title, () => {
                  dispatch({ type: 'link', target: link.target });
                })
              : nothing
          }
        </li>`,
    ),
  });
}
