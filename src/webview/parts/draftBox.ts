import { html, nothing, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-textarea/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { PanelDraft } from '../../protocol/messages.ts';
import type { Dispatch } from '../state/action.ts';
import { words } from '../text/words.ts';
import { actionButton } from './actionButton.ts';
import { prose } from './prose.ts';
import { onSubmitKeys, textOf } from './submitKeys.ts';

/** Where a question is written, from suggestions or freely; or the name of whom something is left to. */
export function draftBox(
  draft: PanelDraft,
  suggestions: readonly string[],
  dispatch: Dispatch,
): TemplateResult {
  const save = (): void => {
    dispatch({ type: 'draft-save' });
  };
  const cancel = (): void => {
    dispatch({ type: 'draft-cancel' });
  };
  const isQuestion = draft.state === 'needs-explanation';
  const write = (event: Event): void => {
    dispatch({ type: 'draft-text', text: textOf(event) });
  };
  return html`<div class="draft" @keydown=${onSubmitKeys(save, cancel, isQuestion ? 'Ctrl+Enter' : 'Enter')}>
    ${
      isQuestion
        ? html`<vscode-textarea
            class="draft-text"
            rows=${rowsFor(draft.text)}
            .label=${words.question}
            placeholder=${words.questionHint}
            .value=${draft.text}
            @input=${write}
          ></vscode-textarea>`
        : html`<vscode-textfield
            class="draft-text"
            .label=${words.leftTo}
            placeholder=${words.leftTo}
            .value=${draft.text}
            @input=${write}
          ></vscode-textfield>`
    }
    ${isQuestion ? suggestionList(draft.text, suggestions, dispatch) : nothing}
    <div class="actions">
      ${actionButton(words.save, save, {
        isPrimary: true,
        isDisabled: draft.text.trim() === '',
        key: isQuestion ? words.saveHint : 'Enter',
      })}
      ${actionButton(words.cancel, cancel, { key: 'Esc' })}
    </div>
  </div>`;
}

/** Grows with the text; a handle to resize it would be a picture, which the page's policy does not let in. */
function rowsFor(text: string): number {
  return Math.min(12, Math.max(3, text.split('\n').length + 1));
}

/** Each suggestion is put into the question, or taken out again. */
function suggestionList(
  text: string,
  suggestions: readonly string[],
  dispatch: Dispatch,
): TemplateResult | typeof nothing {
  if (suggestions.length === 0) return nothing;
  return html`<ul class="suggestions" aria-label=${words.suggestions}>
    ${suggestions.map((suggestion) => {
      const isIn = text.includes(suggestion);
      return html`<li>
        <button
          type="button"
          class="suggestion"
          aria-pressed=${isIn}
          @click=${() => {
            dispatch({
              type: 'draft-text',
              text: isIn ? without(text, suggestion) : withIt(text, suggestion),
            });
          }}
        >
          <span class="codicon codicon-${isIn ? 'check' : 'add'}" aria-hidden="true"></span>
          <span>${prose(suggestion)}</span>
        </button>
      </li>`;
    })}
  </ul>`;
}

function withIt(text: string, suggestion: string): string {
  return text.trim() === '' ? suggestion : `${text.trimEnd()}\n${suggestion}`;
}

function without(text: string, suggestion: string): string {
  return text
    .replace(suggestion, '')
    .replace(/\n{2,}/g, '\n')
    .trim();
}
