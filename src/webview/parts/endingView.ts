import { html, nothing, type TemplateResult } from 'lit';
import type { PanelMark } from '../../protocol/panelModel.ts';
import type { Dispatch } from '../state/action.ts';
import type { PanelState } from '../state/panelState.ts';
import { words } from '../text/words.ts';
import { actionButton } from './actionButton.ts';
import { onSubmitKeys, textOf } from './submitKeys.ts';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';

/**
 * How a question can end: confirmed as documented or rewritten where an earlier version asked it, or withdrawn with a
 * reason. The tool proposes one; nothing ends by itself.
 */
export function endingView(
  mark: Pick<PanelMark, 'id' | 'state' | 'ended' | 'carried'>,
  withdrawal: PanelState['withdrawal'],
  dispatch: Dispatch,
): TemplateResult | typeof nothing {
  const { id, state, ended, carried } = mark;
  if (state !== 'needs-explanation' || ended !== null) return nothing;
  if (withdrawal?.id === id) return withdrawalBox(withdrawal.reason, dispatch);
  const confirm = (kind: 'documented' | 'rewritten') =>
    actionButton(
      kind === 'documented' ? words.confirmDocumented : words.confirmRewritten,
      () => {
        dispatch({ type: 'confirm', id, kind });
      },
      { isPrimary: carried?.proposal === kind },
    );
  return html`<div class="actions">
    ${carried ? html`${confirm('documented')} ${confirm('rewritten')}` : nothing}
    ${actionButton(words.withdraw, () => {
      dispatch({ type: 'withdraw', id });
    })}
  </div>`;
}

function withdrawalBox(reason: string, dispatch: Dispatch): TemplateResult {
  const save = (): void => {
    dispatch({ type: 'withdraw-save' });
  };
  const cancel = (): void => {
    dispatch({ type: 'withdraw-cancel' });
  };
  return html`<div class="withdrawal" @keydown=${onSubmitKeys(save, cancel, 'Enter')}>
    <vscode-textfield
      class="withdrawal-reason"
      .label=${words.withdrawReason}
      placeholder=${words.withdrawReason}
      .value=${reason}
      @input=${(event: Event) => {
        dispatch({ type: 'withdraw-reason', reason: textOf(event) });
      }}
    ></vscode-textfield>
    ${actionButton(words.save, save, { isPrimary: true, isDisabled: reason.trim() === '' })}
    ${actionButton(words.cancel, cancel)}
  </div>`;
}
