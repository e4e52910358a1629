import { html, nothing, type TemplateResult } from 'lit';
import type { PanelSlot } from '../../protocol/panelModel.ts';
import type { Dispatch } from '../state/action.ts';
import { words } from '../text/words.ts';
import { linkButton } from './linkButton.ts';
import { prose } from './prose.ts';

/** The slots of a table of callbacks, spread out when one of them asks for a look. */
export function slotsView(slots: readonly PanelSlot[], dispatch: Dispatch): TemplateResult {
  const asks = slots.some(({ standing }) => standing === 'new' || standing === 'differs');
  return html`<details class="slots" ?open=${asks} aria-label=${words.slots(slots)}>
    <summary>${words.slots(slots)}</summary>
    <table>
      <thead>
        <tr aria-label=${words.slotColumns}>
          <th scope="col">${words.slot}</th>
          <th scope="col">${words.slotValue}</th>
          <th scope="col">${words.slotInC}</th>
        </tr>
      </thead>
      <tbody>
        ${slots.map((slot) => slotRow(slot, dispatch))}
      </tbody>
    </table>
  </details>`;
}

function slotRow({ name, standing, value, c, doc, target }: PanelSlot, dispatch: Dispatch): TemplateResult {
  return html`<tr class="is-${standing}" aria-label=${`${name}, ${words.slotStanding[standing]}`}>
    <th scope="row">
      ${linkButton(name, () => {
        dispatch({ type: 'link', target });
      })}
    </th>
    <td>
      ${value === '' ? nothing : html`<code>${value}</code>`}
      ${standing === 'set' ? nothing : html`<span class="standing">${words.slotStanding[standing]}</span>`}
    </td>
    <td>
      <code>${c}</code>
      ${doc === '' ? nothing : html`<p class="doc">${prose(doc)}</p>`}
    </td>
  </tr>`;
}
