import { l10n, window } from 'vscode';
import { personName } from '../../present/panelRemarks.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import type { OtherServices } from './otherCommands.ts';

/** Forgets what was opened or pasted of one reviewer; files in the repository and the thread stay what they are. */
export async function forgetOther(
  review: OpenReview,
  services: OtherServices,
  given: unknown,
): Promise<void> {
  const { kept } = services.others;
  const { value } = await kept.load(review.source, review.analysis.series);
  const items = value.map(({ review: { reviewer, marks }, source }) => ({
    label: personName(reviewer),
    description: l10n.t('{0} remarks', marks.length),
    name: source.name,
  }));
  if (items.length === 0) {
    void window.showInformationMessage(l10n.t('Nothing of another reviewer was opened or pasted here.'));
    return;
  }
  const named = items.find(({ name }) => name === given);
  const picked = named ?? (await window.showQuickPick(items, { title: l10n.t('Forget whose remarks?') }));
  if (!picked) return;
  await kept.forget(picked.name);
  await services.reviews.gatherOthers(review);
}
