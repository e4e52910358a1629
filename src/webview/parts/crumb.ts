import { html, type TemplateResult } from 'lit';
import { blockAt, type Layout } from '../rows/layout.ts';
import type { Block } from '../rows/block.ts';
import type { PanelModel } from '../../protocol/panelModel.ts';
import { pathOf } from '../series/seriesIndex.ts';
import type { Dispatch } from '../state/action.ts';
import { words } from '../text/words.ts';

/** The file or patch whose heading has scrolled out of sight. */
export interface Crumb {
  readonly patch: number;
  readonly file: number | null;
}

/** What is in sight at this height, if its heading is not. */
export function crumbAt(layout: Layout, y: number): Crumb | null {
  const index = blockAt(layout, y);
  const block = layout.blocks[index];
  const isCut = (layout.tops[index] ?? 0) < y;
  if (!block || y <= 0) return null;
  const at = crumbOf(block);
  const isHeading = block.kind === 'patch' || block.kind === 'cover';
  return at && (isCut || !isHeading) ? at : null;
}

/** Tells where the reviewer is; its headings are in the list, so a screen reader need not hear it twice. */
export function crumbView(crumb: Crumb, model: PanelModel, dispatch: Dispatch): TemplateResult {
  const patch = model.patches[crumb.patch];
  if (!patch) return html``;
  const file = crumb.file === null ? undefined : patch.files[crumb.file];
  const go = (at: Crumb) => () => {
    dispatch(
      at.file === null
        ? { type: 'visit', at: { kind: 'patch', patch: at.patch } }
        : { type: 'visit', at: { kind: 'file', patch: at.patch, file: at.file } },
    );
  };
  return html`<div class="crumb" aria-hidden="true">
    <span class="crumb-part" @click=${go({ patch: crumb.patch, file: null })}
      ><span class="position">${words.position(patch.position, patch.total)}</span> ${patch.subject}</span
    >${
      file
        ? html`<span class="codicon codicon-chevron-right"></span
            ><span class="crumb-part" @click=${go(crumb)}>${pathOf(file)}</span>`
        : ''
    }
  </div>`;
}

function crumbOf(block: Block): Crumb | null {
  switch (block.kind) {
    case 'patch':
    case 'message':
      return { patch: block.patch, file: null };
    case 'text':
      return block.owner === 'cover' ? null : { patch: block.owner, file: null };
    case 'file':
    case 'hunk':
    case 'lines':
    case 'no-lines':
      return { patch: block.patch, file: block.file };
    case 'card': {
      const { under } = block;
      if (under.kind === 'line') return { patch: under.patch, file: under.file };
      return under.kind === 'text' && under.owner !== 'cover' ? { patch: under.owner, file: null } : null;
    }
    case 'cover':
    case 'text-end':
    case 'file-end':
      return null;
  }
}
