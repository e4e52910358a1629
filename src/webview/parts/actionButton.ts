import { html, nothing, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-button/index.js';

interface ButtonLook {
  /** The key that does the same unless it was changed. */
  readonly key?: string;
  readonly isPrimary?: boolean;
  readonly isPressed?: boolean;
  readonly isDisabled?: boolean;
  readonly icon?: string;
  readonly title?: string;
}

/** A button with its words, and the key that does the same: a sign drawn beside its name, told as its shortcut. */
export function actionButton(label: string, run: () => void, look: ButtonLook = {}): TemplateResult {
  const { key, isPrimary = false, isPressed, isDisabled = false, icon = '', title } = look;
  return html`<vscode-button
    class=${isPressed === true ? 'pressed' : ''}
    ?secondary=${!isPrimary}
    ?disabled=${isDisabled}
    icon=${icon}
    aria-label=${label}
    title=${title ?? nothing}
    aria-pressed=${isPressed ?? nothing}
    aria-keyshortcuts=${key ?? nothing}
    @click=${run}
    >${label}${key === undefined ? nothing : html`<kbd aria-hidden="true" data-key=${key}></kbd>`}</vscode-button
  >`;
}
