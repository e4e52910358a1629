import type { Patch, Series } from './series.ts';

/** A series that was not posted: a version of its own, with no cover letter and nobody it went to. */
export function localSeries(id: string, subject: string, patches: readonly Patch[] = []): Series {
  return {
    id,
    changeId: undefined,
    subject,
    version: 1,
    total: patches.length,
    cover: undefined,
    patches,
    baseCommit: undefined,
    recipients: [],
  };
}
