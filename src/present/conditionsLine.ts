import { t } from '../base/translate.ts';
import type { SafetyConditions } from '../core/annotate/annotation.ts';
import { markdownText } from '../core/output/markdownText.ts';

/** What a called function asks of its callers, as a line of Markdown. */
export function conditionsLine({ callee, conditions }: SafetyConditions): string {
  return `**${t('{0} asks:', markdownText(callee))}** ${conditions.map(markdownText).join(' ')}`;
}
