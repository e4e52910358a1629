import { html, type TemplateResult } from 'lit';
import { inlineCode } from '../text/inlineCode.ts';

/** Prose with its `code` set apart. */
export function prose(text: string): readonly (TemplateResult | string)[] {
  return inlineCode(text).map((piece) => (piece.isCode ? html`<code>${piece.text}</code>` : piece.text));
}
