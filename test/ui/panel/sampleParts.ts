import type {
  PanelAnnotation,
  PanelFile,
  PanelHunk,
  PanelMark,
  PanelMarks,
  PanelModel,
} from '../../../src/protocol/panelModel.ts';

/** Marks with their sums, as the host sends them. */
export function marksOf(list: readonly PanelMark[]): PanelMarks {
  const count = (state: PanelMark['state']): number =>
    list.filter((one) => one.annotation && one.state === state).length;
  const total = 6;
  const coverage = {
    total,
    understood: count('understood'),
    needsExplanation: count('needs-explanation'),
    deferred: count('deferred'),
    notLookedAt: total - list.filter((one) => one.annotation).length,
  };
  const none = { total: 0, understood: 0, needsExplanation: 0, deferred: 0, notLookedAt: 0 };
  return {
    marks: list,
    coverage,
    byPatch: [
      { ...none, total: 1, understood: 1 },
      { ...coverage, total: 5, understood: 1, notLookedAt: Math.max(0, coverage.notLookedAt) },
      none,
    ],
    carried: {
      fromVersion: 1,
      questions: 4,
      documented: 2,
      rewritten: 1,
      open: 1,
      gone: [
        {
          id: 'm-gone',
          where: 'v1 2/3 hw/misc/fan.c:88',
          question: 'Who frees the timer?',
          lines: ['    s->timer = timer_new_ns(QEMU_CLOCK_VIRTUAL, fan_tick, s);'],
        },
      ],
    },
  };
}

/** The marks of a review that has not begun. */
export function noMarks({ patches }: PanelModel): PanelMarks {
  const coverage = (total: number) => ({
    ...{ understood: 0, needsExplanation: 0, deferred: 0 },
    total,
    notLookedAt: total,
  });
  const totals = patches.map(
    ({ files }) =>
      files.flatMap(({ annotations }) => annotations).filter(({ attention }) => attention !== 'note').length,
  );
  return {
    ...{ marks: [], carried: null, byPatch: totals.map(coverage) },
    coverage: coverage(totals.reduce((sum, total) => sum + total, 0)),
  };
}

/** A mark on rows of the device's hunk, or of another file. */
export function mark(
  id: string,
  state: PanelMark['state'],
  about: Partial<Omit<PanelMark, 'place'>> & {
    readonly rows: readonly [number, number];
    readonly at?: readonly [patch: number, file: number];
  },
): PanelMark {
  const { rows, at = [1, 0], ...rest } = about;
  return {
    ...{ id, state, question: '', annotation: null, deferredTo: null, ended: null, carried: null },
    ...rest,
    place: { kind: 'lines', patch: at[0], file: at[1], hunk: 0, row: rows[0], endRow: rows[1] },
  };
}

export function hunk(
  header: string,
  oldStart: number,
  newStart: number,
  lines: readonly string[],
): PanelHunk {
  return { header, oldStart, newStart, body: lines.join('\n'), lineCount: lines.length };
}

export function annotation(
  id: string,
  hunkIndex: number,
  row: number,
  about: Partial<PanelAnnotation> &
    Pick<PanelAnnotation, 'pattern' | 'category' | 'attention' | 'title' | 'question'>,
): PanelAnnotation {
  const line = about.line ?? row + 1;
  return {
    ...{
      id,
      hunk: hunkIndex,
      row,
      endRow: row,
      side: 'new',
      line,
      endLine: line,
    },
    ...{ facts: [], explanation: null },
    ...about,
  };
}

export function file(
  path: string,
  hunks: readonly PanelHunk[],
  found: readonly PanelAnnotation[],
  about: Partial<PanelFile> = {},
): PanelFile {
  const lines = hunks.flatMap((one) => one.body.split('\n'));
  const count = (marker: string): number => lines.filter((line) => line.startsWith(marker)).length;
  return {
    ...{ oldPath: about.kind === 'added' ? null : path, newPath: path, kind: 'modified', language: 'rust' },
    ...{ image: 'whole', layer: 'build', generated: false, binary: false },
    ...{ added: count('+'), removed: count('-'), hunks, annotations: found },
    ...about,
  };
}
