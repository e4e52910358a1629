import type { PanelCommand } from '../../protocol/messages.ts';

/** Commands that go to the panel with the keyboard, by their id in the manifest. */
export const PANEL_COMMANDS: Readonly<Record<string, PanelCommand>> = {
  'interopReview.next': 'next',
  'interopReview.previous': 'previous',
  'interopReview.nextOpen': 'next-open',
  'interopReview.understood': 'understood',
  'interopReview.needsExplanation': 'needs-explanation',
  'interopReview.defer': 'defer',
  'interopReview.undo': 'undo',
  'interopReview.counterpart': 'counterpart',
  'interopReview.docs': 'docs',
  'interopReview.about': 'about',
  'interopReview.nativeDiff': 'native-diff',
  'interopReview.collapse': 'collapse',
  'interopReview.filter': 'filter',
  'interopReview.order': 'order',
  'interopReview.list': 'list',
  'interopReview.export': 'export',
};
