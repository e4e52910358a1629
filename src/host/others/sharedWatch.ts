import { Disposable, RelativePattern, workspace } from 'vscode';
import type { Failures } from '../failures.ts';
import type { OpenReviews } from '../reviews/openReviews.ts';
import { diskFolders } from '../reviews/reviewKeeping.ts';
import { readKeeping } from '../settings.ts';

/** How long files must rest before they are read: a pull changes many at once. */
const REST_MS = 300;

/** Shows what other reviewers said as soon as their shared files change, and where reviews are kept when that is set anew. */
export function watchShared(reviews: OpenReviews, failures: Failures): Disposable {
  let watching = Disposable.from();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const read = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (reviews.all.length > 0) failures.watch(reviews.gatherOthers());
    }, REST_MS);
  };
  const watch = (): void => {
    watching.dispose();
    watching = Disposable.from(
      ...diskFolders().map(({ uri }) => {
        const watcher = workspace.createFileSystemWatcher(
          new RelativePattern(uri, sharedPaths(readKeeping(uri).directory)),
        );
        return Disposable.from(
          watcher,
          watcher.onDidChange(read),
          watcher.onDidCreate(read),
          watcher.onDidDelete(read),
        );
      }),
    );
  };
  watch();
  return Disposable.from(
    workspace.onDidChangeWorkspaceFolders(watch),
    workspace.onDidChangeConfiguration((change) => {
      const settings = ['interopReview.reviews.location', 'interopReview.reviews.directory'];
      if (!settings.some((setting) => change.affectsConfiguration(setting))) return;
      watch();
      read();
      for (const review of reviews.all) failures.watch(review.findKept());
    }),
    new Disposable(() => {
      clearTimeout(waiting);
      watching.dispose();
    }),
  );
}

/**
 * A glob for the files, and for the folders that they are in: of a folder that was just made, only itself may be told, and
 * not what came into it meanwhile.
 */
function sharedPaths(directory: string): string {
  const names = directory.split('/');
  const folders = names.map((_, index) => names.slice(0, index + 1).join('/'));
  return `{${[...folders, `${directory}/*.json`].join(',')}}`;
}
