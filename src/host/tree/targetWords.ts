import { l10n } from 'vscode';
import { visibleText } from '../../core/output/visibleText.ts';
import type { MarkTarget } from '../../core/review/review.ts';
import type { OpenReview } from '../reviews/openReview.ts';

/** Where a mark stands, in a few words: `2/5 device.rs:113`. */
export function targetWords({ analysis: { series } }: OpenReview, target: MarkTarget): string {
  if (target.kind === 'cover') return l10n.t('cover letter, line {0}', target.line);
  const position = series.patches.find(({ id }) => id === target.patch)?.position;
  const patch = position === undefined || series.total === 1 ? '' : `${position}/${series.total} `;
  if (target.kind === 'message') return patch + l10n.t('message, line {0}', target.line);
  return visibleText(`${patch}${target.path.split('/').at(-1) ?? ''}:${target.line}`);
}
