import { languageOf } from './language.ts';
import { localSeries } from './localSeries.ts';
import type { DiffLine, FileChange, Series } from './series.ts';

/** A file as a patch would add it. `lines` are without their line ends; a last empty one stands for the final line end. */
export function addedFile(path: string, lines: readonly string[]): FileChange {
  const shown = lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  const added = shown.map((text, index): DiffLine => {
    const noNewline = shown === lines && index === lines.length - 1;
    return { kind: 'added', text, oldLine: undefined, newLine: index + 1, noNewline };
  });
  const hunk = {
    ...{ oldStart: 0, oldLines: 0, newStart: 1, newLines: added.length },
    ...{ section: '', lines: added },
  };
  return {
    kind: 'added',
    oldPath: null,
    newPath: path,
    language: languageOf(path),
    oldOid: undefined,
    newOid: undefined,
    oldMode: undefined,
    newMode: undefined,
    similarity: undefined,
    binary: false,
    combined: false,
    hunks: added.length === 0 ? [] : [hunk],
  };
}

/** A series of one patch with this file change and nothing said about it. */
export function seriesOfFile(file: FileChange): Series {
  const id = file.newPath ?? file.oldPath ?? '';
  const patch = {
    ...{ id, position: 1, author: '', envelope: undefined, commit: undefined },
    message: { subject: id, body: [], notes: [], trailers: [] },
    files: [file],
  };
  return localSeries(id, id, [patch]);
}
