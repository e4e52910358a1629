import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Viewport } from '../rows/viewport.ts';

/** Height of the line that names the file in sight, in CSS pixels; it covers the top of what can be seen. */
const CRUMB_HEIGHT = 24;

/**
 * Where the rows are within what scrolls. Sizes are taken from observers and scroll events, so that reading them never
 * makes the browser lay the page out. All in CSS pixels.
 */
export class ScrollFrame implements ReactiveController {
  scrollTop = 0;
  /** Inner size of the scrolled area; of the window until it is known. */
  width = innerWidth;
  height = innerHeight;
  /** Height of what stands above the rows. */
  #above = 0;
  /** Height of that part of it that stays in sight. */
  #sticky = 0;
  #scroller: HTMLElement | undefined;
  readonly #changed: (byReviewer: boolean) => void;
  readonly #sizes = new ResizeObserver(() => {
    this.#measure();
  });

  /** `changed` is called when another part may be in sight, or the width is another; and whether the reviewer scrolled. */
  constructor(host: ReactiveControllerHost, changed: (byReviewer: boolean) => void) {
    this.#changed = changed;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#scroller?.removeEventListener('scroll', this.#scrolled);
    this.#scroller = undefined;
  }

  /** Begins to watch what scrolls, and the elements in it that are marked with `data-above`. */
  watch(scroller: HTMLElement): void {
    if (this.#scroller === scroller) return;
    this.#scroller = scroller;
    scroller.addEventListener('scroll', this.#scrolled, { passive: true });
    for (const element of [scroller, ...aboveIn(scroller)]) this.#sizes.observe(element);
  }

  /** What of the rows can be seen at this scroll position. */
  viewport(scrollTop = this.scrollTop): Viewport {
    const top = Math.max(0, scrollTop - this.#above + this.#sticky + CRUMB_HEIGHT);
    return { top, height: Math.max(0, scrollTop - this.#above + this.height - top) };
  }

  /** Scrolls by how far the position is from the last one known: what was scrolled meanwhile is kept. */
  scrollTo(top: number): void {
    const by = top - this.scrollTop;
    if (!this.#scroller || Math.abs(by) < 0.5) return;
    this.#scroller.scrollTop += by;
    this.scrollTop = this.#scroller.scrollTop;
  }

  /** Scrolls back to a position that was known before the browser scrolled by itself. */
  holdAt(top: number): void {
    if (this.#scroller && this.#scroller.scrollTop !== top) this.#scroller.scrollTop = top;
  }

  readonly #scrolled = (): void => {
    const scrollTop = this.#scroller?.scrollTop ?? 0;
    const byReviewer = Math.abs(scrollTop - this.scrollTop) >= 1;
    this.scrollTop = scrollTop;
    this.#changed(byReviewer);
  };

  /** Takes the sizes; runs where the page is laid out already. */
  #measure(): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    const above = aboveIn(scroller);
    const last = above.at(-1);
    const height = above.reduce((sum, element) => sum + element.offsetHeight, 0);
    const grown = height - this.#above;
    const wasOutOfSight = this.#above > 0 && this.scrollTop > this.#above - this.#sticky;
    this.#above = height;
    this.#sticky = last && getComputedStyle(last).position === 'sticky' ? last.offsetHeight : 0;
    this.width = scroller.clientWidth;
    this.height = scroller.clientHeight;
    scroller.style.setProperty('--view-width', `${this.width}px`);
    scroller.style.setProperty('--sticky-height', `${this.#sticky}px`);
    if (grown !== 0 && wasOutOfSight) this.scrollTo(this.scrollTop + grown);
    this.#changed(false);
  }
}

/** What stands above the rows; the last of it may stay in sight. */
function aboveIn(scroller: HTMLElement): readonly HTMLElement[] {
  return [...scroller.querySelectorAll<HTMLElement>(':scope > [data-above]')];
}
