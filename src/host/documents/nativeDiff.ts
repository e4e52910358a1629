import { commands, l10n, Range, workspace, type Uri } from 'vscode';
import { seriesChanges, type ChangePlace } from '../../present/seriesChanges.ts';
import { showsImage } from '../../present/showsImage.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import type { ReviewImages } from '../reviews/reviewImages.ts';
import { imageUri } from './imageUri.ts';
import { findOnDisk } from './workspaceFiles.ts';

/** Shows what a series does in VS Code's own diff editors. Indices 0-based, lines 1-based. */
export interface NativeDiffs {
  /** All files that the series changes, from before its first patch to after its last. */
  openSeries(review: OpenReview): Promise<void>;
  openPatch(review: OpenReview, patch: number): Promise<void>;
  /** One file of a patch, at a line of its new side if given. */
  openFile(review: OpenReview, patch: number, file: number, line?: number): Promise<void>;
}

/** The two sides of a file; undefined where it is not there. */
type Sides = readonly [before: Uri | undefined, after: Uri | undefined];

export function nativeDiffs(images: ReviewImages): NativeDiffs {
  const after = async (review: OpenReview, { patch, file }: ChangePlace): Promise<Uri | undefined> =>
    (await sameOnDisk(review, { patch, file }, images)) ?? imageUri(review, patch, file, 'new');
  const sides = async (review: OpenReview, first: ChangePlace, last = first): Promise<Sides> => [
    imageUri(review, first.patch, first.file, 'old'),
    await after(review, last),
  ];
  return {
    openSeries: async (review) => {
      const { subject } = review.analysis.series;
      const changes = seriesChanges(review.analysis);
      const all = await Promise.all(changes.map(({ first, last }) => sides(review, first, last)));
      await showAll(subject, all);
    },
    openPatch: async (review, patch) => {
      const { patches, total } = review.analysis.series;
      const found = patches[patch];
      if (!found) return;
      const all = await Promise.all([...found.files.keys()].map((file) => sides(review, { patch, file })));
      await showAll(`${total > 1 ? `${found.position}/${total} ` : ''}${found.message.subject}`, all);
    },
    openFile: async (review, patch, file, line) => {
      const { series, patches } = review.analysis;
      const change = series.patches[patch]?.files[file];
      if (!change) return;
      const [before, now] = await sides(review, { patch, file });
      const partly = patches[patch]?.files[file]?.image === 'hunks';
      const name = change.newPath ?? change.oldPath ?? '';
      const title = partly ? l10n.t('{0} (only what the patch shows)', name) : name;
      const options = line === undefined ? undefined : { selection: new Range(line - 1, 0, line - 1, 0) };
      if (before && now) await commands.executeCommand('vscode.diff', before, now, title, options);
      else if (before ?? now) await commands.executeCommand('vscode.open', before ?? now, options, title);
    },
  };
}

async function showAll(title: string, all: readonly Sides[]): Promise<void> {
  const files = all.flatMap(([before, after]) => {
    const shown = after ?? before;
    return shown ? [[shown, before, after]] : [];
  });
  await commands.executeCommand('vscode.changes', title, files);
}

/** The work tree's own file if it is all that the patch leaves behind: there language servers work and it can be edited. */
async function sameOnDisk(
  review: OpenReview,
  { patch, file }: ChangePlace,
  images: ReviewImages,
): Promise<Uri | undefined> {
  const path = review.analysis.series.patches[patch]?.files[file]?.newPath;
  const uri = path === null || path === undefined ? undefined : await findOnDisk(path, review.repository);
  const image = uri && (await images.of(review, patch, file))?.new;
  if (!uri || image?.kind !== 'whole') return undefined;
  return showsImage(await textOf(uri), image) ? uri : undefined;
}

/** What an editor shows wins over the disk. */
async function textOf(uri: Uri): Promise<string> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open ? open.getText() : new TextDecoder().decode(await workspace.fs.readFile(uri));
}
