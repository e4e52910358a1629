import { html, nothing, type TemplateResult } from 'lit';
import type { CardBlock } from '../rows/block.ts';
import type { Address } from '../series/address.ts';
import { annotationTexts } from '../series/annotationTexts.ts';
import { silentAbout } from '../series/remarkIndex.ts';
import type { OpenSeries } from '../state/panelState.ts';
import { annotationsAt } from '../state/subject.ts';
import './annotationCard.ts';
import './draftCard.ts';
import './markCard.ts';
import './remarkCard.ts';
import { rowAttributes } from './rowAttributes.ts';
import type { RowContext } from './rowContext.ts';

/** The row of a card. */
export function cardRow(context: RowContext, block: CardBlock, firstRow: number): TemplateResult {
  const address: Address = { kind: 'card', id: block.id, under: block.under };
  const { id, isCursor } = rowAttributes(context, address);
  return html`<div
    class="row card-row ${isCursor ? 'cursor' : ''}"
    role="row"
    id=${id}
    aria-level="5"
    aria-rowindex=${firstRow + 1}
    .address=${address}
  >
    <div class="card-cell" role="gridcell">${card(context, block)}</div>
  </div>`;
}

function card({ series, state, dispatch }: RowContext, block: CardBlock): unknown {
  switch (block.card) {
    case 'annotation': {
      const placed = series.index.byId.get(block.id);
      if (!placed) return nothing;
      return html`<interop-annotation-card
        .placed=${placed}
        .texts=${annotationTexts(placed.annotation, series.index)}
        .answer=${series.markIndex.answers.get(block.id) ?? null}
        .counterpart=${state.counterparts.get(block.id) ?? null}
        .draft=${state.draft?.annotation === block.id ? state.draft : null}
        .withdrawal=${state.withdrawal}
        .alsoHere=${annotationsAt(block.under, state, series).filter((other) => other !== placed)}
        .answered=${series.markIndex.answers}
        .silent=${silentAbout(placed, series.remarkIndex)}
        .again=${series.remarkIndex.again.get(block.id) ?? null}
        .version=${series.index.model.version}
        .dispatch=${dispatch}
      ></interop-annotation-card>`;
    }
    case 'mark': {
      const mark = series.markIndex.byId.get(block.id);
      const annotation = mark?.annotation ?? null;
      return mark
        ? html`<interop-mark-card
            .mark=${mark}
            .annotation=${titleOf(annotation, series)}
            .isOpen=${state.openCard === mark.id}
            .isSpread=${state.view.carriedOpen && mark.carried !== null}
            .withdrawal=${state.withdrawal?.id === mark.id ? state.withdrawal : null}
            .version=${series.index.model.version}
            .dispatch=${dispatch}
          ></interop-mark-card>`
        : nothing;
    }
    case 'remark': {
      const remark = series.remarkIndex.byId.get(block.id);
      return remark
        ? html`<interop-remark-card
            .remark=${remark}
            .isOpen=${state.openCard === remark.id}
            .answering=${state.answering?.id === remark.id ? state.answering : null}
            .version=${series.index.model.version}
            .dispatch=${dispatch}
          ></interop-remark-card>`
        : nothing;
    }
    case 'draft':
      return html`<interop-draft-card .draft=${state.draft} .dispatch=${dispatch}></interop-draft-card>`;
  }
}

function titleOf(annotation: string | null, { index }: OpenSeries): string | null {
  return annotation === null ? null : (index.byId.get(annotation)?.annotation.title ?? null);
}
