import type { CommentThread, Uri } from 'vscode';
import type { ToCatalogue } from '../protocol/catalogue.ts';
import type { ToPanel } from '../protocol/messages.ts';
import type { ToParityPage } from '../protocol/parityPage.ts';
import type { ShownMark } from './editor/gutterMarks.ts';
import type { OpenReview } from './reviews/openReview.ts';

/** What tests see of the running extension. Not there for anyone else. */
export interface ExtensionApi {
  /** Open reviews in the order in which they were opened. */
  readonly reviews: () => readonly OpenReview[];
  /** Messages that went to the panel of a review, oldest first. */
  readonly sent: (key: string) => readonly ToPanel[];
  /** Acts as the page of that panel. */
  readonly receive: (key: string, message: unknown) => Promise<void>;
  /** Messages shown to the user about failures. */
  readonly failures: () => readonly string[];
  /** Directory of the extension's own files. */
  readonly storage: string;
  /** Messages that went to the catalogue page, oldest first. */
  readonly taught: () => readonly ToCatalogue[];
  /** Acts as the catalogue page. */
  readonly teach: (message: unknown) => Promise<void>;
  /** Messages that went to pages of twins, oldest first, with the key of the twins. */
  readonly compared: () => readonly { readonly key: string; readonly message: ToParityPage }[];
  /** Acts as the page of these twins. */
  readonly compare: (key: string, message: unknown) => Promise<void>;
  /** Milliseconds that panels took to show a series. */
  readonly painted: () => readonly number[];
  /** Resolves when all marks are saved. */
  readonly flush: () => Promise<void>;
  /** True once grammars and catalogue have been loaded. */
  readonly coreLoaded: () => boolean;
  /** The threads of questions. */
  readonly threads: () => readonly CommentThread[];
  /** Marks in the gutter of the visible editors of a document. */
  readonly gutter: (uri: Uri) => readonly ShownMark[];
}
