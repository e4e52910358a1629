import { html, nothing, type TemplateResult } from 'lit';

/** What looks like a link: the host decides what following it means. */
export function linkButton(label: string, follow: () => void, title = ''): TemplateResult {
  return html`<button class="link" type="button" title=${title === '' ? nothing : title} @click=${follow}>
    ${label}
  </button>`;
}
