import { t } from '../base/translate.ts';
import type { SafetyConditions } from '../core/annotate/annotation.ts';
import type { PanelConditions } from '../protocol/panelModel.ts';
import { linkTargetText } from './linkTarget.ts';

/** What a called function asks of its callers, with a link to where it does. */
export function panelConditions({ callee, conditions, source }: SafetyConditions): PanelConditions {
  const [, path, line] = /^(.*):(\d+)$/.exec(source) ?? [];
  const link =
    path === undefined
      ? { title: t('documentation'), target: source }
      : {
          title: source,
          target: linkTargetText({ kind: 'series', path, heading: null, line: Number(line) }),
        };
  return { callee, conditions, link };
}
