import { html, nothing, type TemplateResult } from 'lit';
import { ATTENTIONS } from '../series/filter.ts';
import type { Dispatch } from '../state/action.ts';
import type { OpenSeries, PanelState } from '../state/panelState.ts';
import { words } from '../text/words.ts';
import { glyphSign } from './glyph.ts';

/** The chips by attention and category, each with its count. */
export function filterChips(
  { index, marks }: OpenSeries,
  { view }: PanelState,
  dispatch: Dispatch,
): TemplateResult {
  const { attentions, categories } = view.filter;
  const known = [...new Set(index.annotations.map(({ annotation }) => annotation.category))].sort(byWords);
  const countOf = (name: string): number => index.counts.get(name) ?? 0;
  return html`<div class="chips">
    <div role="group" aria-label=${words.attentionGroup}>
      ${ATTENTIONS.map((attention) =>
        chip(
          html`${glyphSign(attention, '')}${words.attention[attention]}`,
          countOf(attention),
          attentions.has(attention),
          () => {
            dispatch({ type: 'filter-attention', attention });
          },
        ),
      )}
    </div>
    ${
      known.length > 0
        ? html`<div class="categories" role="group" aria-label=${words.categoryGroup}>
            ${known.map((category) =>
              chip(words.category(category), countOf(category), categories.has(category), () => {
                dispatch({ type: 'filter-category', category });
              }),
            )}
          </div>`
        : nothing
    }
    ${
      marks.others
        ? html`<div class="categories" role="group" aria-label=${words.othersGroup}>
            ${chip(
              html`${glyphSign('remark', '')}${words.fromOthersChip}`,
              marks.others.length,
              view.others,
              () => {
                dispatch({ type: 'filter-others' });
              },
            )}
          </div>`
        : nothing
    }
  </div>`;
}

function chip(
  label: TemplateResult | string,
  count: number,
  isOn: boolean,
  toggle: () => void,
): TemplateResult {
  return html`<button type="button" class="chip" aria-pressed=${isOn} @click=${toggle}>
    ${label} <b>${count}</b>
  </button>`;
}

/** Plain order of letters: asking the locale costs more than all the rest of the panel's head. */
function byWords(a: string, b: string): number {
  return words.category(a).toLowerCase() < words.category(b).toLowerCase() ? -1 : 1;
}
