import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Heights of the cards that are or were drawn, by their block's key, in CSS pixels. */
export class CardSizes implements ReactiveController {
  /** Replaced whenever a height changes. */
  heights: ReadonlyMap<string, number> = new Map();
  readonly #host: ReactiveControllerHost & HTMLElement;
  #watched = new Set<Element>();
  readonly #sizes = new ResizeObserver((entries) => {
    this.#take(entries);
  });

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const drawn = new Set(this.#host.querySelectorAll('.chunk.of-card'));
    for (const element of this.#watched) if (!drawn.has(element)) this.#sizes.unobserve(element);
    for (const element of drawn) if (!this.#watched.has(element)) this.#sizes.observe(element);
    this.#watched = drawn;
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#watched.clear();
  }

  #take(entries: readonly ResizeObserverEntry[]): void {
    const heights = new Map(this.heights);
    let isChanged = false;
    for (const { target, borderBoxSize } of entries) {
      const key = target instanceof HTMLElement ? target.dataset['key'] : undefined;
      const height = borderBoxSize[0]?.blockSize ?? 0;
      if (key === undefined || height === 0 || Math.abs((heights.get(key) ?? 0) - height) < 0.5) continue;
      heights.set(key, height);
      isChanged = true;
    }
    if (!isChanged) return;
    this.heights = heights;
    this.#host.requestUpdate();
  }
}
