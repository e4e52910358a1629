import type { Driver } from '../../vscode-host/driver.ts';
import type { Target } from './target.ts';

/** Has the extension open the review, once the extension host is up. */
export async function openReview({ evaluate }: Driver, { review }: Target): Promise<void> {
  await evaluate(async ({ commands, Uri }, wanted) => {
    if (wanted.kind === 'file')
      await commands.executeCommand('interopReview.openSeries', Uri.file(wanted.file));
    else {
      const { directory, range } = wanted;
      await commands.executeCommand('interopReview.reviewRange', { directory, range });
    }
  }, review);
}
