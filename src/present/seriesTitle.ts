import type { Series } from '../core/patch/series.ts';

/** The subject as posted, with its prefix; for what did not come by mail and has no cover letter the bare subject. */
export function seriesTitle(series: Series): string {
  const envelope = series.cover?.envelope ?? series.patches[0]?.envelope;
  if (!envelope && !series.cover) return series.subject;
  if (envelope && (series.cover || series.total === 1)) return envelope.subject;
  const version = series.version > 1 ? ` v${series.version}` : '';
  return `[PATCH${version} 0/${series.total}] ${series.subject}`;
}
