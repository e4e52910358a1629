import {
  comments,
  CommentThreadCollapsibleState,
  Disposable,
  l10n,
  Range,
  workspace,
  type CommentController,
  type CommentThread,
} from 'vscode';
import { shownRanges } from '../../present/linesPlace.ts';
import { IMAGE_SCHEME } from '../documents/imageUri.ts';
import type { EditorFiles } from '../editor/editorFiles.ts';
import type { Failures } from '../failures.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import type { OpenReviews } from '../reviews/openReviews.ts';
import { threadContents, type ThreadContent } from './threadContents.ts';
import { threadPlaces, type ShownOnDisk } from './threadPlaces.ts';

/** How long typing must rest before threads are looked up again. */
const REST_MS = 200;

/** A question by its review. */
export interface QuestionReference {
  readonly review: OpenReview;
  /** Id of the mark. */
  readonly id: string;
}

/** Shows questions, and what others said, as threads of comments at their lines, in images and in files of the disk. */
export class QuestionThreads implements Disposable {
  readonly #reviews: OpenReviews;
  readonly #files: EditorFiles;
  readonly #controller: CommentController;
  /** By review, mark and document. */
  readonly #threads = new Map<string, CommentThread>();
  readonly #questions = new WeakMap<CommentThread, QuestionReference>();
  readonly #subscriptions: Disposable;
  #shown: ShownOnDisk = new Map();
  /** Grows with each time files are followed, so that a slow answer does not replace a later one. */
  #turn = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(reviews: OpenReviews, files: EditorFiles, failures: Failures) {
    this.#reviews = reviews;
    this.#files = files;
    this.#controller = comments.createCommentController('interopReview', l10n.t('Interop Review'));
    this.#controller.options = {
      prompt: l10n.t('Say more'),
      placeHolder: l10n.t('What needs explanation here?'),
    };
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: async (document) => {
        const shown = await files.of(document);
        return shown.flatMap((file) =>
          shownRanges(file.review.analysis.series, file).map((range) => {
            const [line, endLine] = [file.lines.toShown(range.line), file.lines.toShown(range.endLine)];
            return new Range(line - 1, 0, Math.min(Math.max(line, endLine), document.lineCount) - 1, 0);
          }),
        );
      },
    };
    const update = failures.guard(async () => {
      this.#update();
      await this.#follow();
    });
    this.#subscriptions = Disposable.from(
      reviews.onDidChange(update),
      files.onDidChange(update),
      workspace.onDidOpenTextDocument(({ uri }) => {
        if (uri.scheme === 'file' && reviews.all.length > 0) void update();
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === 'file' && reviews.all.length > 0) void update();
      }),
      workspace.onDidChangeTextDocument(({ document: { uri } }) => {
        if (uri.scheme !== 'file' || reviews.all.length === 0) return;
        clearTimeout(this.#waiting);
        this.#waiting = setTimeout(() => void update(), REST_MS);
      }),
    );
  }

  /** The question that a thread is about; undefined for one that is just being written. */
  questionOf(thread: CommentThread): QuestionReference | undefined {
    return this.#questions.get(thread);
  }

  /** All threads, for tests. */
  get all(): readonly CommentThread[] {
    return [...this.#threads.values()];
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    this.#subscriptions.dispose();
    this.#controller.dispose();
  }

  /** Looks where open files of the disk have the lines now. */
  async #follow(): Promise<void> {
    const turn = ++this.#turn;
    const documents = workspace.textDocuments.filter(({ uri }) => uri.scheme === 'file');
    const shown = await Promise.all(
      documents.map(async (document) => [document, await this.#files.of(document)] as const),
    );
    if (turn !== this.#turn) return;
    this.#shown = new Map(shown.filter(([, files]) => files.length > 0));
    this.#update();
  }

  #update(): void {
    const wanted = new Set<string>();
    for (const review of this.#reviews.all)
      for (const content of threadContents(review))
        for (const place of threadPlaces(review, content, this.#shown)) {
          const key = [review.key, content.id, place.uri.toString()].join(' ');
          wanted.add(key);
          const thread =
            this.#threads.get(key) ?? this.#controller.createCommentThread(place.uri, place.range, []);
          if (!this.#threads.has(key)) {
            this.#threads.set(key, thread);
            const open = content.context === 'open' || content.context === 'other';
            thread.collapsibleState =
              open && place.uri.scheme === IMAGE_SCHEME
                ? CommentThreadCollapsibleState.Expanded
                : CommentThreadCollapsibleState.Collapsed;
          }
          this.#questions.set(thread, { review, id: content.id });
          if (!thread.range?.isEqual(place.range)) thread.range = place.range;
          fill(thread, content);
        }
    for (const [key, thread] of this.#threads) {
      if (wanted.has(key)) continue;
      this.#threads.delete(key);
      thread.dispose();
    }
  }
}

function fill(thread: CommentThread, content: ThreadContent): void {
  if (JSON.stringify(content.comments) !== JSON.stringify(thread.comments))
    thread.comments = content.comments;
  thread.label = content.label;
  thread.state = content.state;
  thread.contextValue = content.context;
  thread.canReply = content.canReply;
}
