import { Disposable, Uri, workspace } from 'vscode';
import { decodeUtf8 } from '../../core/patch/mime/charset.ts';
import { carryAnchors } from '../../core/review/carry/carryAnchors.ts';
import type { CarriedMark } from '../../core/review/carry/carryReview.ts';
import { wholeText, type KnownText } from '../../core/review/carry/knownText.ts';
import type { Version } from '../../core/review/carry/version.ts';
import type { OtherMark } from '../../core/review/others/otherReview.ts';
import type { Mark } from '../../core/review/review.ts';
import { pathOn } from '../../core/review/targetText.ts';
import type { Failures } from '../failures.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import type { OpenReviews } from '../reviews/openReviews.ts';

/** How long saving and committing must rest before the tree is looked at. */
const REST_MS = 300;

/**
 * Follows the questions of other reviewers into the work tree, so that an author sees which are still open: whenever a file
 * is saved, another commit is checked out, or somebody asks something new.
 */
export class TreeFollower implements Disposable {
  readonly #reviews: OpenReviews;
  readonly #failures: Failures;
  readonly #subscriptions: Disposable;
  /** The questions that were followed last, by review. */
  readonly #asked = new WeakMap<OpenReview, string>();
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(reviews: OpenReviews, failures: Failures) {
    this.#reviews = reviews;
    this.#failures = failures;
    // What git writes with each commit, checkout and rebase.
    const heads = workspace.createFileSystemWatcher('**/.git/logs/HEAD');
    const anew = (): void => {
      this.#soon(true);
    };
    this.#subscriptions = Disposable.from(
      heads,
      heads.onDidChange(anew),
      heads.onDidCreate(anew),
      workspace.onDidSaveTextDocument(anew),
      reviews.onDidChange(() => {
        this.#soon(false);
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    this.#subscriptions.dispose();
  }

  #soon(isAnew: boolean): void {
    if (isAnew) for (const review of this.#reviews.all) this.#asked.delete(review);
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      this.#failures.watch(this.#followAll());
    }, REST_MS);
  }

  async #followAll(): Promise<void> {
    for (const review of this.#reviews.all) {
      const open = review.others.marks.filter(
        ({ mark }) => mark.state === 'needs-explanation' && mark.exit === null,
      );
      const ids = open.map(({ mark }) => mark.id).join(' ');
      if (this.#asked.get(review) === ids) continue;
      this.#asked.set(review, ids);
      const inTree = new Map<string, CarriedMark>();
      const version = treeVersion(review);
      if (version && open.length > 0) {
        const marks = await inAppliedFiles(review, version, open);
        for (const carried of await carryAnchors({ ...review.review, marks }, version))
          inTree.set(carried.mark.id, carried);
      }
      review.showInTree(inTree);
    }
  }
}

/** Share of the lines that a series adds to a file which the work tree must have, for the file to be the one under review. */
const LEAST_APPLIED = 0.5;

/**
 * The marks on files that the series was applied to: of any other tree it would seem that all was rewritten. A range of
 * commits that is checked out, or changes of the tree itself, are applied.
 */
async function inAppliedFiles(
  { analysis: { series } }: OpenReview,
  version: Version,
  others: readonly OtherMark[],
): Promise<readonly Mark[]> {
  const marks: Mark[] = [];
  for (const { mark, target } of others) {
    const place = target ?? mark.target;
    if (place.kind !== 'lines' || place.side !== 'new') continue;
    const text = await version.whole(place.path, 'new');
    const there = new Set(text?.lines.map((line) => line.text.trim()));
    const added = series.patches
      .flatMap(({ files }) => files.filter(({ newPath }) => newPath === place.path))
      .flatMap(({ hunks }) => hunks.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'added')))
      .map((line) => line.text.trim())
      .filter((line) => line.length > 2);
    const found = added.filter((line) => there.has(line)).length;
    if (added.length > 0 && found / added.length >= LEAST_APPLIED) marks.push(mark);
  }
  return marks;
}

/** The work tree as a version: its files as editors show them. Messages are those that were asked about, so they tell nothing. */
function treeVersion({ repository, analysis: { series } }: OpenReview): Version | undefined {
  if (!repository || repository.isBare) return undefined;
  const root = Uri.file(repository.root);
  const known = new Set(
    series.patches.flatMap(({ files }) =>
      files.flatMap((file) => [pathOn(file, 'old'), pathOn(file, 'new')]).filter((path) => path !== null),
    ),
  );
  const patches = series.patches.map((patch) => ({ ...patch, message: { ...patch.message, body: [] } }));
  return {
    series: { ...series, patches },
    whole: async (path, side) =>
      side === 'new' && known.has(path) ? currentText(Uri.joinPath(root, path), path) : undefined,
  };
}

async function currentText(uri: Uri, path: string): Promise<KnownText | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  try {
    const text = open ? open.getText() : decodeUtf8(await workspace.fs.readFile(uri)).text;
    return wholeText(path, text.split(/\r?\n/));
  } catch {
    // A file that is gone has no lines.
    return wholeText(path, []);
  }
}
