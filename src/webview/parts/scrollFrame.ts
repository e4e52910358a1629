import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Viewport } from '../rows/viewport.ts';

/** Height of the line that names the file in sight, in CSS pixels; it covers the top of what can be seen. */
export const CRUMB_HEIGHT = 24;

/**
 * Where the rows are within what scrolls. Sizes are taken from observers and scroll events, so that reading them never
 * makes the browser lay the page out. All in CSS pixels.
 */
export class ScrollFrame implements ReactiveController {
  scrollTop = 0;
  /** Inner size of the scrolled area. */
  width = 0;
  height = 0;
  /** The last scroll event came from `scrollTo`, not from the reviewer. */
  isOwnScroll = false;
  /** Height of what stands above the rows. */
  #above = 0;
  /** Height of that part of it that stays in sight. */
  #sticky = 0;
  #scroller: HTMLElement | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #onScroll: () => void;
  readonly #sizes = new ResizeObserver(() => {
    this.#measure();
  });

  constructor(host: ReactiveControllerHost, onScroll: () => void) {
    this.#host = host;
    this.#onScroll = onScroll;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#scroller?.removeEventListener('scroll', this.#scrolled);
    this.#scroller = undefined;
  }

  /** Begins to watch; `above` are the elements above the rows, of which the last one may stay in sight. */
  watch(scroller: HTMLElement, above: readonly HTMLElement[]): void {
    if (this.#scroller === scroller) return;
    this.#scroller = scroller;
    scroller.addEventListener('scroll', this.#scrolled, { passive: true });
    for (const element of [scroller, ...above]) this.#sizes.observe(element);
    this.#above = above.reduce((sum, element) => sum + element.offsetHeight, 0);
    this.#measureScroller();
    this.#takeSticky(above.at(-1));
  }

  /** What of the rows can be seen at this scroll position. */
  viewport(scrollTop = this.scrollTop): Viewport {
    const covered = this.#sticky > 0 ? this.#sticky + CRUMB_HEIGHT : 0;
    const top = Math.max(0, scrollTop - this.#above + covered);
    return { top, height: Math.max(0, scrollTop - this.#above + this.height - top) };
  }

  scrollTo(top: number): void {
    if (!this.#scroller || Math.abs(this.#scroller.scrollTop - top) < 0.5) return;
    this.#scroller.scrollTop = top;
    this.scrollTop = this.#scroller.scrollTop;
  }

  readonly #scrolled = (): void => {
    const scrollTop = this.#scroller?.scrollTop ?? 0;
    this.isOwnScroll = Math.abs(scrollTop - this.scrollTop) < 1;
    this.scrollTop = scrollTop;
    this.#onScroll();
  };

  #measure(): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    const above = [...scroller.querySelectorAll<HTMLElement>(':scope > [data-above]')];
    const height = above.reduce((sum, element) => sum + element.offsetHeight, 0);
    const grown = height - this.#above;
    const wasOutOfSight = this.scrollTop > this.#above - this.#sticky;
    this.#above = height;
    this.#takeSticky(above.at(-1));
    if (grown !== 0 && wasOutOfSight) this.scrollTo(this.scrollTop + grown);
    this.#measureScroller();
    this.#host.requestUpdate();
  }

  #measureScroller(): void {
    this.width = this.#scroller?.clientWidth ?? 0;
    this.height = this.#scroller?.clientHeight ?? 0;
    this.#scroller?.style.setProperty('--view-width', `${this.width}px`);
  }

  #takeSticky(last: HTMLElement | undefined): void {
    const isSticky = last !== undefined && getComputedStyle(last).position === 'sticky';
    this.#sticky = isSticky ? last.offsetHeight : 0;
    this.#scroller?.style.setProperty('--sticky-height', `${this.#sticky}px`);
  }
}
