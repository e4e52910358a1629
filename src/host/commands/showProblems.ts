import { l10n, window, type QuickPickItem } from 'vscode';
import { visibleText } from '../../core/output/visibleText.ts';
import type { OpenReview } from '../reviews/openReview.ts';

/** Lists everything of a series that was not read, not parsed or cut off. */
export async function showProblems({ analysis }: OpenReview): Promise<void> {
  const items = analysis.problems.map(({ code, message, at }): QuickPickItem => ({
    label: visibleText(message),
    description: code,
    detail: visibleText(at),
  }));
  await window.showQuickPick(items.length > 0 ? items : [{ label: l10n.t('Everything was read.') }], {
    title: l10n.t('Problems in reading {0}', visibleText(analysis.series.subject)),
    placeHolder: l10n.t('What could not be read is not annotated'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
}
