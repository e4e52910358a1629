import { Range, workspace, type TextDocument, type Uri } from 'vscode';
import { findAnchor } from '../../core/review/carry/findAnchor.ts';
import { wholeText } from '../../core/review/carry/knownText.ts';
import { movedLines } from '../../core/review/carry/movedLines.ts';
import type { Anchor, MarkTarget } from '../../core/review/review.ts';
import { pathOn } from '../../core/review/targetText.ts';
import { imageUri } from '../documents/imageUri.ts';
import { changesOf, type ShownFile } from '../editor/editorFiles.ts';
import type { OpenReview } from '../reviews/openReview.ts';

/** Where a thread stands. */
export interface ThreadPlace {
  readonly uri: Uri;
  readonly range: Range;
}

/** What open files of the disk show of series under review. */
export type ShownOnDisk = ReadonlyMap<TextDocument, readonly ShownFile[]>;

/** What a thread is about: a place in the series, and what its lines are. */
export interface ThreadSubject {
  readonly target: MarkTarget;
  readonly anchor: Anchor;
}

/** Where the thread of a question is shown: in the image of its file, and in each open file of the disk that has its lines. */
export function threadPlaces(
  review: OpenReview,
  subject: ThreadSubject,
  shown: ShownOnDisk,
): readonly ThreadPlace[] {
  const image = imagePlace(review, subject.target);
  if (!image) return [];
  const onDisk = workspace.textDocuments.flatMap(
    (document) =>
      followed(document, review, subject.target, shown) ?? diskPlace(document, review, subject) ?? [],
  );
  return [image, ...onDisk];
}

/** In a file that was edited since the patch the lines are followed, also when they themselves were changed. */
function followed(
  document: TextDocument,
  review: OpenReview,
  target: MarkTarget,
  shown: ShownOnDisk,
): ThreadPlace | undefined {
  const file = shown.get(document)?.find((each) => each.review === review);
  const patch = file && review.analysis.series.patches[file.patch];
  const change = patch?.files[file?.file ?? -1];
  if (!file || !change || target.kind !== 'lines' || target.side !== 'new') return undefined;
  if (target.patch !== patch.id || target.path !== change.newPath) return undefined;
  const line = file.lines.toShown(target.line);
  const endLine = Math.max(line, file.lines.toShown(target.endLine));
  return { uri: document.uri, range: lines(line, endLine) };
}

function imagePlace(review: OpenReview, target: MarkTarget): ThreadPlace | undefined {
  if (target.kind !== 'lines') return undefined;
  for (const [index, patch] of review.analysis.series.patches.entries()) {
    if (patch.id !== target.patch) continue;
    const file = patch.files.findIndex((change) => pathOn(change, target.side) === target.path);
    const uri = file < 0 ? undefined : imageUri(review, index, file, target.side);
    if (uri) return { uri, range: lines(target.line, target.endLine) };
  }
  return undefined;
}

/** Found by what the lines are: the mark may be on an earlier patch. Nowhere if they are not there as they were marked. */
function diskPlace(
  document: TextDocument,
  review: OpenReview,
  { target, anchor }: ThreadSubject,
): ThreadPlace | undefined {
  const { uri } = document;
  if (target.kind !== 'lines' || target.side !== 'new' || uri.scheme !== 'file') return undefined;
  if (!uri.path.endsWith(`/${target.path}`) || changesOf(uri.path, review).length === 0) return undefined;
  const text = wholeText(target.path, document.getText().split(/\r?\n/));
  const found = findAnchor(anchor, text, movedLines([]))?.range;
  if (found?.fate !== 'exact' && found?.fate !== 'moved') return undefined;
  const { line, endLine } = found;
  return line === null || endLine === null ? undefined : { uri, range: lines(line, endLine) };
}

function lines(line: number, endLine: number): Range {
  return new Range(line - 1, 0, endLine - 1, 0);
}
