import { t } from '../base/translate.ts';
import type { Exit, ExitKind } from '../core/review/review.ts';

const KIND_WORDS: Record<ExitKind, string> = {
  documented: t('documented'),
  rewritten: t('rewritten'),
  withdrawn: t('withdrawn'),
};

/** How a question ended, in plain words: `documented · in v2 · the reason`. */
export function exitWords({ kind, reason, version }: Exit): string {
  return [KIND_WORDS[kind], t('in v{0}', version), reason].filter((part) => part !== '').join(' · ');
}
