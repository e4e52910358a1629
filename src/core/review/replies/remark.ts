import type { MarkMail, MarkTarget } from '../review.ts';

/** What someone wrote below quoted lines of a posting, at the lines that it is about. */
export interface Remark {
  /** `Name <address>`. */
  readonly author: string;
  /** Message-ID of the mail, with angle brackets, if it has one. */
  readonly messageId: string | undefined;
  readonly text: string;
  /** Undefined when what is quoted is not in this version of the series: the remark is shown all the same. */
  readonly target: MarkTarget | undefined;
  /** The quoted lines above the remark, with their diff markers. */
  readonly quoted: readonly string[];
  /** Id of the patch that is answered, where that is known; undefined for the cover letter. */
  readonly patch?: string;
  /** ISO 8601, UTC, where the mail tells. */
  readonly date?: string;
  readonly mail?: MarkMail;
  /** What others answered to it in the thread, oldest first. */
  readonly answers?: readonly RemarkAnswer[];
}

/** What was said below a remark. */
export interface RemarkAnswer {
  readonly author: string;
  readonly text: string;
  readonly date?: string;
}
