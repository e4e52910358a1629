import type { Uri } from 'vscode';
import type { ToPanel } from '../../protocol/messages.ts';
import type { Failures } from '../failures.ts';
import type { Core } from '../lazyCore.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import type { OpenReviews } from '../reviews/openReviews.ts';
import type { ReviewCounterparts } from '../counterparts/reviewCounterparts.ts';
import type { ReviewImages } from '../reviews/reviewImages.ts';

/** What panels need of the rest. */
export interface PanelServices {
  /** Root of the extension. */
  readonly extension: Uri;
  readonly reviews: OpenReviews;
  readonly images: ReviewImages;
  readonly counterparts: ReviewCounterparts;
  readonly core: () => Promise<Core>;
  readonly failures: Failures;
  readonly actions: PanelActions;
  /** Sees every message to a panel, if set. */
  readonly observe?: (key: string, message: ToPanel) => void;
}

/** What the panel asks for and others do. Indices are 0-based, lines 1-based. */
export interface PanelActions {
  openLink(target: string, review: OpenReview | undefined): Promise<void>;
  openFile(review: OpenReview, patch: number, file: number, line: number): Promise<void>;
  nativeDiff(review: OpenReview, patch: number): Promise<void>;
  compareTwins(review: OpenReview, patch: number, file: number): Promise<void>;
  aboutPattern(pattern: string): void;
  exportReply(review: OpenReview): Promise<void>;
  /** Tells where the review is kept, and lets that be changed. */
  showKept(review: OpenReview): Promise<void>;
  /** How long the panel took to show a series, in milliseconds. */
  painted(milliseconds: number): void;
}
