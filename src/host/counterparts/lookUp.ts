import type { Position, TextDocument } from 'vscode';
import type { Reach } from '../../core/counterpart/at/cursor.ts';
import type { CrossingResult } from '../../core/counterpart/counterpart.ts';
import { counterpartAt } from '../../core/counterpart/counterpartAt.ts';
import { createFileReader } from '../../core/counterpart/sources/fileReader.ts';
import { languageOf } from '../../core/patch/language.ts';
import { imageAddress } from '../documents/imageUri.ts';
import type { Core } from '../lazyCore.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import type { OpenReviews } from '../reviews/openReviews.ts';
import type { ProjectTree } from './projectTree.ts';
import type { ProjectTrees } from './projectTrees.ts';
import type { ReviewCounterparts } from './reviewCounterparts.ts';

/** What looking up needs. */
export interface LookUpServices {
  readonly core: () => Promise<Core>;
  readonly projects: ProjectTrees;
  readonly counterparts: ReviewCounterparts;
  readonly reviews: OpenReviews;
}

/** What is on the other side of a place in a document. */
export interface LookedUp {
  readonly result: CrossingResult;
  /** Where it was looked for; undefined when the file is of no project. */
  readonly tree: ProjectTree | undefined;
  /** Set when the document is a side of a file under review. */
  readonly review: OpenReview | undefined;
}

/** Looks for the other side of a place in any Rust or C document, of the disk or of a review; undefined for others. */
export async function lookUp(
  document: TextDocument,
  position: Position,
  { core, projects, counterparts, reviews }: LookUpServices,
  reach: Reach = 'around',
): Promise<LookedUp | undefined> {
  const { uri } = document;
  if (!languageOf(uri.path)) return undefined;
  const [line, column] = [position.line + 1, position.character + 1];
  const address = imageAddress(uri);
  const review = address && reviews.get(address.review);
  if (review) {
    const { patch, file, side } = address;
    const result = await (await counterparts.of(review)).at({ patch, file, side, line, column });
    return { result, tree: await counterparts.treeOf(review), review };
  }
  const { engine } = await core();
  const tree = await projects.holding(uri);
  const path = tree?.pathOf(uri) ?? uri.path.slice(1);
  const place = { path, text: document.getText(), line, column };
  const result = await counterpartAt(createFileReader(engine), tree?.sources ?? null, place, reach);
  return { result, tree, review: undefined };
}
