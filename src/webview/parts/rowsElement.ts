import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

import { chooseAnchor, extentWithCards, movedBy } from '../rows/anchor.ts';
import { blockKey, isInFile, type Block } from '../rows/block.ts';
import { locate, makeLayout, totalRows, type Layout } from '../rows/layout.ts';
import { rowKeyAction } from '../rows/rowKeys.ts';
import { drawnBlocks, sameDrawn, scrollToShow, type DrawnBlock } from '../rows/viewport.ts';
import { addressKey, type Address } from '../series/address.ts';
import { sectionOf } from '../series/sectionKey.ts';
import type { Dispatch } from '../state/action.ts';
import { blocksOf, shownOf } from '../state/derived.ts';
import type { OpenSeries, PanelState } from '../state/panelState.ts';
import { words } from '../text/words.ts';
import { blockRows } from './blockRows.ts';
import { CardSizes } from './cardSizes.ts';
import { crumbAt, crumbView, type Crumb } from './crumb.ts';
import type { FontSizes } from './fontProbes.ts';
import { LightElement } from './lightElement.ts';
import { rowId } from './rowAttributes.ts';
import { RowPointer } from './rowPointer.ts';
import { rowStyle, widestColumns } from './rowStyle.ts';
import { ScrollFrame } from './scrollFrame.ts';
import { styled } from './styled.ts';
import type { TokenStore } from './tokenStore.ts';

/**
 * All rows of a series, of which only those near what can be seen are in the page. Heights are known beforehand, but for
 * cards; whatever changes, the row that the reviewer looks at stays where it is.
 */
@customElement('interop-rows')
export class RowsElement extends LightElement {
  @property({ attribute: false }) state!: PanelState;
  @property({ attribute: false }) series!: OpenSeries;
  @property({ attribute: false }) tokens!: TokenStore;
  @property({ attribute: false }) dispatch!: Dispatch;
  @property({ attribute: false }) fonts!: FontSizes;
  /** Called when what can be seen has changed: by scrolling, or because rows came or went. */
  @property({ attribute: false }) seen: (drawn: readonly Block[]) => void = () => undefined;

  readonly frame = new ScrollFrame(this, (byReviewer) => {
    if (byReviewer) this.letGo();
    if (this.revealing !== null || this.restoring !== null) this.requestUpdate();
    else this.onFrame();
  });
  private readonly cards = new CardSizes(this);
  private readonly pointer = new RowPointer((action) => {
    this.dispatch(action);
  });
  private layout: Layout | undefined;
  private laidOutCards: ReadonlyMap<string, number> | undefined;
  private drawn: readonly DrawnBlock[] = [];
  private crumb: Crumb | null = null;
  private drawnWidth = 0;
  private columns = 0;
  /** A row that is to be seen; kept while cards near it may still change their height. */
  private revealing: Address | null = null;
  private restoring: number | null = null;
  private scrollTarget = 0;

  /** Scrolls, if need be, so that the row and the cards below it are seen. */
  reveal(address: Address): void {
    this.revealing = address;
    this.requestUpdate();
  }

  /** The reviewer went on: what was revealed or restored may leave the sight again. */
  letGo(): void {
    this.revealing = null;
    this.restoring = null;
  }

  /** Scrolls to a position, in CSS pixels, and stays there while cards get their height. */
  restore(scrollTop: number): void {
    this.restoring = scrollTop;
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    this.scrollTarget = this.frame.scrollTop;
    this.layOut();
    this.revealWanted();
    this.scrollTarget = this.restoring ?? this.scrollTarget;
    this.draw();
  }

  protected override render(): TemplateResult {
    const { layout, state, series } = this;
    if (!layout) return html``;
    const { cursor } = state;
    const cursorKey = cursor && addressKey(cursor);
    const context = {
      ...{ state, series, tokens: this.tokens, dispatch: this.dispatch, cursorKey },
      shown: shownOf(series, state),
    };
    const style = rowStyle(layout, this.fonts.column, this.columns, series.index.digits);
    return html`<div class="crumb-holder">
        ${this.crumb ? crumbView(this.crumb, series.index.model, this.dispatch) : nothing}
      </div>
      <div
        class="rows ${style.width > this.frame.width ? 'is-wide' : ''}"
        role="treegrid"
        tabindex="0"
        aria-label=${words.rows}
        aria-multiselectable="true"
        aria-rowcount=${totalRows(layout)}
        aria-activedescendant=${cursor && cursorKey !== null && this.isDrawn(cursor) ? rowId(cursorKey) : nothing}
        ${styled(style.properties)}
        @keydown=${this.onKey}
        @focus=${this.onFocus}
        @mousedown=${this.pointer.down}
        @mouseover=${this.pointer.over}
        @click=${this.pointer.click}
      >
        ${repeat(
          this.drawn,
          ({ block }) => keyOf(layout.blocks[block]),
          (drawn) => this.chunk(drawn, layout, context),
        )}
      </div>`;
  }

  protected override updated(): void {
    this.frame.scrollTo(this.scrollTarget);
    // There is no such position: what is there instead is drawn.
    if (Math.abs(this.frame.scrollTop - this.scrollTarget) >= 1) this.letGo();
    if (this.isDrawnElsewhere()) this.requestUpdate();
    this.seen(this.drawnNow());
  }

  private chunk(drawn: DrawnBlock, layout: Layout, context: Parameters<typeof blockRows>[0]): unknown {
    const block = layout.blocks[drawn.block];
    if (!block) return nothing;
    return html`<div
      class="chunk of-${block.kind} ${isInFile(block) ? 'in-file' : ''}"
      role="presentation"
      data-key=${blockKey(block)}
      ${styled({ top: `${drawn.top}px` })}
    >
      ${blockRows(context, block, drawn, layout.rows[drawn.block] ?? 0)}
    </div>`;
  }

  /** Lays the rows out anew if they changed, and keeps the row in place that the reviewer looks at. */
  private layOut(): void {
    const blocks = blocksOf(this.series, this.state);
    const { heights } = this.cards;
    const { metrics } = this.fonts;
    const before = this.layout;
    if (before?.blocks === blocks && before.metrics === metrics && this.laidOutCards === heights) return;
    const preferred = [this.revealing, this.state.cursor];
    const anchor = before && chooseAnchor(before, this.frame.viewport(), preferred);
    this.layout = makeLayout(blocks, metrics, heights);
    this.laidOutCards = heights;
    if (anchor) this.scrollTarget += movedBy(this.layout, anchor);
  }

  private revealWanted(): void {
    const extent = this.revealing && this.layout && extentWithCards(this.layout, this.revealing);
    if (!extent || this.frame.height === 0) return;
    const viewport = this.frame.viewport(this.scrollTarget);
    this.scrollTarget += scrollToShow(viewport, extent) - viewport.top;
  }

  private draw(): void {
    if (!this.layout) return;
    const viewport = this.frame.viewport(this.scrollTarget);
    this.drawn = this.withFocused(drawnBlocks(this.layout, viewport), this.layout);
    this.drawnWidth = this.frame.width;
    this.crumb = crumbAt(this.layout, viewport.top);
    this.columns = Math.max(this.columns, widestColumns(this.layout, this.drawn, this.series.index.model));
  }

  /** The block that holds the focus stays in the page, so that no typing is lost. */
  private withFocused(drawn: readonly DrawnBlock[], layout: Layout): readonly DrawnBlock[] {
    const key = this.querySelector<HTMLElement>('.chunk:focus-within')?.dataset['key'];
    const isIt = (one: Block): boolean =>
      one.kind !== 'lines' && one.kind !== 'hunk' && blockKey(one) === key;
    const block = key === undefined ? -1 : layout.blocks.findIndex(isIt);
    if (block < 0 || drawn.some((one) => one.block === block)) return drawn;
    const pinned = { block, from: 0, to: 1, top: layout.tops[block] ?? 0 };
    return [...drawn, pinned].sort((a, b) => a.block - b.block);
  }

  private onFrame(): void {
    if (this.isDrawnElsewhere()) this.requestUpdate();
    else this.seen(this.drawnNow());
  }

  /** True if another part is in sight than the one that is drawn. */
  private isDrawnElsewhere(): boolean {
    if (!this.layout) return false;
    const viewport = this.frame.viewport();
    const crumb = crumbAt(this.layout, viewport.top);
    if (crumb?.file !== this.crumb?.file || crumb?.patch !== this.crumb?.patch) return true;
    if (this.frame.width !== this.drawnWidth) return true;
    return !sameDrawn(this.withFocused(drawnBlocks(this.layout, viewport), this.layout), this.drawn);
  }

  private isDrawn(address: Address): boolean {
    const place = this.layout && locate(this.layout, address);
    const shown = place && this.drawn.find(({ block }) => block === place.block);
    return shown !== undefined && place !== undefined && place.row >= shown.from && place.row < shown.to;
  }

  private drawnNow(): readonly Block[] {
    return this.drawn.flatMap(({ block }) => this.layout?.blocks[block] ?? []);
  }

  /** The browser scrolls to the top of what gets the focus; the rows are too tall for that. */
  private readonly onFocus = (): void => {
    const { scrollTop } = this.frame;
    requestAnimationFrame(() => {
      this.frame.holdAt(scrollTop);
    });
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) {
      if (event.key === 'Escape') this.dispatch({ type: 'escape' });
      return;
    }
    if (!this.layout) return;
    const { cursor, view } = this.state;
    const section = cursor ? sectionOf(cursor, this.series.index) : undefined;
    const isOpen = section === undefined ? null : !view.collapsed.has(section);
    const action = rowKeyAction(event, this.layout, cursor, isOpen, this.frame.viewport().height);
    if (!action) return;
    event.preventDefault();
    this.dispatch(action);
  };
}

const keyOf = (block: Block | undefined): string => (block ? blockKey(block) : '');

declare global {
  interface HTMLElementTagNameMap {
    'interop-rows': RowsElement;
  }
}
