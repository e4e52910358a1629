import type { ReviewPanels } from '../panel/reviewPanels.ts';
import { chooseTwins } from './chooseTwins.ts';
import type { ParityPanels } from './parityPanels.ts';
import { workspaceTwins, type WorkspaceTwinServices } from './workspaceTwins.ts';

/** What these commands work on. */
export interface ParityCommandServices extends WorkspaceTwinServices {
  readonly parity: ParityPanels;
  readonly panels: ReviewPanels;
}

type Handler = (...args: readonly unknown[]) => unknown;

/** Commands about a device in C and its port to Rust. */
export function parityCommands(services: ParityCommandServices): Record<string, Handler> {
  const { parity, panels } = services;
  return {
    'interopReview.compareTwins': async (clicked, selected) => {
      // In a review, it is about the file at the cursor as its patch makes it.
      if (clicked === undefined && panels.active) {
        panels.active.post({ type: 'command', command: 'compare-twins' });
        return;
      }
      const uris = await chooseTwins(clicked, selected);
      if (uris && uris.length > 0) await parity.show(workspaceTwins(uris, services));
    },
  };
}
