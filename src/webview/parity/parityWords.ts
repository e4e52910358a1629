import { t } from '../../base/translate.ts';

/** Every word that the page of twins shows or says, in one place. */
export const words = {
  loading: (title: string) => t('Comparing {0}…', title),
  heading: (title: string) => t('{0}: C beside Rust', title),
  files: t('Files compared'),
  c: 'C',
  rust: 'Rust',
  fact: t('Fact'),
  verdict: t('Verdict'),
  nothing: t('nothing'),
  reload: t('Compare again'),
  notes: t('Not read'),
  none: t('These files state nothing that can be compared.'),
  count: (title: string, rows: number) => `${title} (${rows})`,
  place: (path: string, line: number) => `${path.replace(/^.*\//, '')}:${line}`,
} as const;
