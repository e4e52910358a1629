import { Uri } from 'vscode';
import type { ReviewPanels } from '../panel/reviewPanels.ts';
import type { OpenReviews } from '../reviews/openReviews.ts';
import { sourceKey, type ReviewSource } from '../source/reviewSource.ts';

/** The versions of the bundled series, oldest first. */
const VERSIONS = ['fan-v1.mbox', 'fan-v2.mbox'];

/** What opening the example needs. */
export interface ExampleServices {
  /** Root of the extension. */
  readonly extension: Uri;
  readonly panels: ReviewPanels;
  readonly reviews: OpenReviews;
}

/**
 * Opens a version of the bundled series: the one whose number (1-based) is given, else the first that is not open yet,
 * so that asking again brings the next. Saved marks come back, as with every series.
 */
export async function openExample(
  version: unknown,
  { extension, panels, reviews }: ExampleServices,
): Promise<void> {
  const sources = VERSIONS.map((name): ReviewSource => {
    return { kind: 'files', uris: [Uri.joinPath(extension, 'media', 'example', name).toString()] };
  });
  const asked = typeof version === 'number' ? sources[version - 1] : undefined;
  const source = asked ?? sources.find((one) => !reviews.get(sourceKey(one))) ?? sources.at(-1);
  if (!source) return;
  const open = reviews.get(sourceKey(source));
  if (open) await panels.show(open);
  else await panels.open(source);
}
