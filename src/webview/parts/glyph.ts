import { html, nothing, type TemplateResult } from 'lit';
import type { Glyph } from '../series/lineStanding.ts';
import { words } from '../text/words.ts';

const ICONS: Partial<Record<Glyph, string>> = {
  'needs-explanation': 'codicon codicon-question',
  understood: 'codicon codicon-check',
  deferred: 'codicon codicon-arrow-right',
  remark: 'codicon codicon-comment',
};

/** The sign of an attention or state: told apart by shape, colour and name. With an empty name it only adorns. */
export function glyphSign(glyph: Glyph, name: string = words.glyph[glyph]): TemplateResult {
  return html`<span
    class="glyph is-${glyph} ${ICONS[glyph] ?? ''}"
    role=${name === '' ? 'presentation' : 'img'}
    aria-label=${name === '' ? nothing : name}
    title=${name}
  ></span>`;
}
