import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { metricsFor, type Metrics } from '../rows/metrics.ts';

/** Two hidden boxes as wide as 10 em of the interface's font and as 100 digits of the editor's. */
export const fontProbes: TemplateResult = html`<div class="probe of-ui" aria-hidden="true"></div>
  <div class="probe of-code" aria-hidden="true"></div>`;

/** Heights of rows and the width of a column, for the fonts that are set; follows them when they change. */
export class FontSizes implements ReactiveController {
  metrics: Metrics = metricsFor(13, 12);
  /** Width of a column of code, in CSS pixels. */
  column = 7.2;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #sizes = new ResizeObserver(() => {
    if (this.#measure()) this.#host.requestUpdate();
  });

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    for (const probe of this.#host.querySelectorAll('.probe')) this.#sizes.observe(probe);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
  }

  #measure(): boolean {
    const ui = this.#host.querySelector<HTMLElement>('.probe.of-ui')?.getBoundingClientRect();
    const code = this.#host.querySelector<HTMLElement>('.probe.of-code')?.getBoundingClientRect();
    if (!ui || !code || ui.width === 0 || code.width === 0) return false;
    const metrics = metricsFor(ui.width / 10, code.height / 10);
    const column = code.width / 100;
    if (JSON.stringify(metrics) === JSON.stringify(this.metrics) && column === this.column) return false;
    this.metrics = metrics;
    this.column = column;
    return true;
  }
}
