import type { DeviceParity } from '../core/counterpart/parity/deviceParity.ts';
import type { ParityCell } from '../core/counterpart/parity/parityTable.ts';
import { paritySections, paritySummary, VERDICT_WORDS } from '../core/output/paritySections.ts';
import { visibleText } from '../core/output/visibleText.ts';
import { languageOf } from '../core/patch/language.ts';
import type { ParityModel, ParitySide } from '../protocol/parityPage.ts';

/** The table of twins for its page. `paths` are the files that were compared, in the order in which places name them. */
export function parityModel(
  parity: DeviceParity,
  paths: readonly string[],
  words: Pick<ParityModel, 'title' | 'state' | 'notes'>,
): ParityModel {
  const side = (cell: ParityCell | null): ParitySide | null => {
    const file = cell ? paths.indexOf(cell.path) : -1;
    return cell && file >= 0 ? { text: visibleText(cell.text), file, line: cell.line } : null;
  };
  return {
    ...words,
    files: paths.map((path) => ({ path, language: languageOf(path) === 'rust' ? 'rust' : 'c' })),
    summary: paritySummary(parity.rows),
    sections: paritySections(parity.rows).map(({ id, title, rows }) => ({
      ...{ id, title, open: id !== 'same' },
      rows: rows.map(({ item, verdict, c, rust }) => ({
        item: visibleText(item),
        ...{ verdict, says: VERDICT_WORDS[verdict] },
        ...{ c: side(c), rust: side(rust) },
      })),
    })),
  };
}

/** What stands for a device in a heading: the C file's name, or the first file's. */
export function parityTitle(paths: readonly string[]): string {
  const main = paths.find((path) => path.endsWith('.c')) ?? paths[0] ?? '';
  return visibleText(/([^/]*?)(?:\.[^/.]*)?$/.exec(main)?.[1] ?? main);
}
