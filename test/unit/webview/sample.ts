import type { FromPanel } from '../../../src/protocol/messages.ts';
import type { PanelMarks, PanelModel } from '../../../src/protocol/panelModel.ts';
import type { Action } from '../../../src/webview/state/action.ts';
import { firstState, type OpenSeries, type PanelState } from '../../../src/webview/state/panelState.ts';
import type { Effect } from '../../../src/webview/state/step.ts';
import { update } from '../../../src/webview/state/update.ts';
import { marks as sampleMarks, model as sampleModel } from '../../ui/panel/sampleSeries.ts';

/** A panel without a page: its state, and what it asked for since it was opened. */
export class StatePanel {
  state: PanelState;
  effects: Effect[] = [];

  constructor(model: PanelModel = sampleModel, marks: PanelMarks = sampleMarks) {
    this.state = firstState(null);
    this.do({ type: 'host', message: { type: 'model', model, marks, source: 'sample' } });
    this.effects = [];
  }

  do(...actions: readonly Action[]): this {
    for (const action of actions) {
      const { state, effects } = update(this.state, action);
      this.state = state;
      this.effects.push(...effects);
    }
    return this;
  }

  get series(): OpenSeries {
    if (!this.state.series) throw new Error('no series is open');
    return this.state.series;
  }

  /** The last message that was posted. */
  get posted(): FromPanel | undefined {
    return this.effects.flatMap((effect) => (effect.kind === 'post' ? [effect.message] : [])).at(-1);
  }

  /** What the last effects put the focus on. */
  get focused(): string | undefined {
    return this.effects.flatMap((effect) => (effect.kind === 'focus' ? [effect.on] : [])).at(-1);
  }
}
