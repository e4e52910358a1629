import { panelMarks } from '../../present/panelMarks.ts';
import type { ToPanel } from '../../protocol/messages.ts';
import type { PanelModel } from '../../protocol/panelModel.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import { readSettings } from '../settings.ts';

/** What a panel shows. */
export type PanelState =
  | { readonly kind: 'loading'; readonly title: string; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly message: string; readonly at: string }
  | { readonly kind: 'shown'; readonly review: OpenReview; readonly model: PanelModel };

/** The message that brings a panel to this state, whatever it showed before. */
export function stateMessage(state: PanelState): ToPanel {
  switch (state.kind) {
    case 'loading':
      return { type: 'loading', title: state.title, done: state.done, total: state.total };
    case 'failed':
      return { type: 'failed', message: state.message, at: state.at };
    case 'shown': {
      const { model, review } = state;
      const marks = panelMarks(review.analysis, review.review, review);
      return { type: 'model', model, marks, source: review.source, order: readSettings().order };
    }
  }
}
