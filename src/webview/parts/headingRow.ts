import { html, type TemplateResult } from 'lit';
import { addressKey, type Address } from '../series/address.ts';
import { words } from '../text/words.ts';
import { glyphSign } from './glyph.ts';
import { rowAttributes } from './rowAttributes.ts';
import type { RowContext } from './rowContext.ts';

interface Heading {
  readonly address: Address;
  /** Key of the section that it opens and closes. */
  readonly section: string;
  readonly level: 1 | 2;
  /** Its class. */
  readonly name: string;
  /** What a screen reader hears of it. */
  readonly label: readonly (string | null)[];
  readonly body: TemplateResult;
}

/** The row of a heading that opens and closes a section. `rowIndex` is its number in the list, 0-based. */
export function headingRow(context: RowContext, rowIndex: number, heading: Heading): TemplateResult {
  const { address, section, level, name, label, body } = heading;
  const isOpen = !context.state.view.collapsed.has(section);
  const { id, isCursor } = rowAttributes(context, address);
  return html`<div
    class="row heading ${name} ${isCursor ? 'cursor' : ''}"
    role="row"
    id=${id}
    aria-level=${level}
    aria-rowindex=${rowIndex + 1}
    aria-expanded=${isOpen}
    aria-label=${label.filter((part) => part !== null && part !== '').join(', ')}
    .address=${address}
  >
    <div class="heading-body" role="gridcell">
      <span class="twistie codicon codicon-chevron-${isOpen ? 'down' : 'right'}" aria-hidden="true"></span>
      ${body}
    </div>
  </div>`;
}

/** A button in a heading; it can be tabbed to only while the cursor is on its row. */
export function headingButton(
  context: RowContext,
  address: Address,
  button: { readonly icon: string; readonly label: string; readonly run: () => void },
): TemplateResult {
  const isHere = context.cursorKey === addressKey(address);
  return html`<button
    class="icon-button codicon codicon-${button.icon}"
    type="button"
    tabindex=${isHere ? 0 : -1}
    aria-label=${button.label}
    title=${button.label}
    @click=${button.run}
  ></button>`;
}

/** How much is still to look at, for the end of a heading. */
export function leftView(open: number, total: number): TemplateResult {
  if (open > 0) return html`<span class="left">${leftWords(open, total)}</span>`;
  if (total === 0) return html`<span class="left"></span>`;
  return html`<span class="left done">${glyphSign('understood', '')}${leftWords(open, total)}</span>`;
}

/** The same in words; null where nothing asks for a look. */
export function leftWords(open: number, total: number): string | null {
  if (open > 0) return words.toLookAt(open);
  return total === 0 ? null : words.allLookedAt;
}
