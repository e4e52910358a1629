import type { PanelHunk, PanelModel, PanelPatch } from '../../../src/protocol/panelModel.ts';
import { annotation, file, hunk } from './sampleParts.ts';

const FILES_PER_PATCH = 4;
const HUNKS_PER_FILE = 5;
const LINES_PER_HUNK = 25;

/** A series of so many diff lines (rounded up to whole patches), with an annotation on every hunk. */
export function bigSeries(lines: number): PanelModel {
  const perPatch = FILES_PER_PATCH * HUNKS_PER_FILE * LINES_PER_HUNK;
  const count = Math.ceil(lines / perPatch);
  return {
    ...{ seriesId: `big-${lines}`, title: `[PATCH 00/${count}] A long series`, profile: 'generic' },
    ...{ version: 1, baseCommit: null, cover: null, patterns: [], houseRules: [], problems: [] },
    patches: Array.from({ length: count }, (_, index) => bigPatch(index, count)),
  };
}

function bigPatch(index: number, total: number): PanelPatch {
  return {
    ...{ id: `patch-${index}`, position: index + 1, total, subject: `module ${index}: move to Rust` },
    message: {
      author: 'Author One',
      date: null,
      lines: ['Moves it.', '', 'Signed-off-by: Author One <one@example.org>'],
    },
    files: Array.from({ length: FILES_PER_PATCH }, (_, number) =>
      file(
        `rust/module${index}/src/file${number}.rs`,
        Array.from({ length: HUNKS_PER_FILE }, (_, at) => bigHunk(at, index)),
        Array.from({ length: HUNKS_PER_FILE }, (_, at) =>
          annotation(`a-${index}-${number}-${at}`, at, 4, {
            pattern: 'unsafe-block',
            category: at % 2 === 0 ? 'unsafe' : 'callbacks',
            attention: at % 5 === 0 ? 'look-first' : 'check',
            title: 'Unsafe block without an explanation',
            question: 'What makes this sound?',
            facts: ['no explanation found', 'device'],
          }),
        ),
        { layer: 'device' },
      ),
    ),
  };
}

function bigHunk(index: number, seed: number): PanelHunk {
  const start = index * 200 + 1;
  const lines = Array.from({ length: LINES_PER_HUNK }, (_, row) => {
    const marker = row < 3 || row > 21 ? ' ' : row % 4 === 0 ? '-' : '+';
    return `${marker}    let value_${row} = unsafe { read_register(base + ${seed * 31 + row}, ${'x'.repeat(row % 9)}mask) };`;
  });
  return hunk(`@@ -${start},25 +${start},25 @@ impl Module`, start, start, lines);
}
