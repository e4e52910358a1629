import { ThemeColor, ThemeIcon } from 'vscode';
import type { Attention } from '../../core/catalog/pattern.ts';

/** Icons of what nobody has looked at yet; each has a shape of its own. */
export const ATTENTION_ICONS: Readonly<Record<Attention, ThemeIcon>> = {
  'look-first': new ThemeIcon('circle-large-filled', new ThemeColor('list.errorForeground')),
  check: new ThemeIcon('circle-large', new ThemeColor('list.warningForeground')),
  note: new ThemeIcon('info'),
};
