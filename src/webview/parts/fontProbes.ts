import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { metricsFor, type Metrics } from '../rows/metrics.ts';

/** What follows from the fonts that are set. */
export interface FontSizes {
  readonly metrics: Metrics;
  /** Width of a column of code, in CSS pixels. */
  readonly column: number;
}

/** Two hidden boxes: one 10 em of the interface's font wide, one 100 columns and 10 em of the editor's. */
export const fontProbes: TemplateResult = html`<div class="probe of-ui" aria-hidden="true"></div>
  <div class="probe of-code" aria-hidden="true"></div>`;

/** Measures the fonts by the probes in its host, and again when they change. */
export class FontProbes implements ReactiveController {
  sizes: FontSizes = { metrics: metricsFor(13, 12), column: 7.2 };
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #watch = new ResizeObserver(() => {
    this.#measure();
  });

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    for (const probe of this.#host.querySelectorAll('.probe')) this.#watch.observe(probe);
  }

  hostDisconnected(): void {
    this.#watch.disconnect();
  }

  #measure(): void {
    const ui = this.#host.querySelector('.probe.of-ui')?.getBoundingClientRect();
    const code = this.#host.querySelector('.probe.of-code')?.getBoundingClientRect();
    if (!ui || !code || ui.width === 0 || code.width === 0) return;
    const sizes = { metrics: metricsFor(ui.width / 10, code.height / 10), column: code.width / 100 };
    if (JSON.stringify(sizes) === JSON.stringify(this.sizes)) return;
    this.sizes = sizes;
    this.#host.requestUpdate();
  }
}
