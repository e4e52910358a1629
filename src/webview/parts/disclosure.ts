import { html, nothing, type TemplateResult } from 'lit';

/** A list that is spread out by a button which says how much is in it. */
export interface Disclosure {
  /** Id of the list element. */
  readonly id: string;
  /** Name of the icon. */
  readonly icon: string;
  readonly label: string;
  /** What the list is, in words. */
  readonly title: string;
  readonly isOpen: boolean;
  readonly toggle: () => void;
  /** Each a list item. */
  readonly items: readonly TemplateResult[];
}

export function disclosure({ id, icon, label, title, isOpen, toggle, items }: Disclosure): TemplateResult {
  return html`<div class="disclosed">
    <button type="button" class="disclosure" aria-expanded=${isOpen} aria-controls=${id} @click=${toggle}>
      <span class="codicon codicon-${icon}" aria-hidden="true"></span>
      ${label}
      <span class="aside">${title}</span>
      <span class="codicon codicon-chevron-${isOpen ? 'down' : 'right'}" aria-hidden="true"></span>
    </button>
    ${
      isOpen
        ? html`<ul id=${id} class="disclosed-list" tabindex="0" aria-label=${title}>
            ${items}
          </ul>`
        : nothing
    }
  </div>`;
}
