import type { DeviceParity } from '../counterpart/parity/deviceParity.ts';
import type { ParityCell, ParityRow, ParityVerdict } from '../counterpart/parity/parityTable.ts';
import type { Problem } from '../problem.ts';
import { codeSpan, markdownText } from './markdownText.ts';
import { visibleText } from './visibleText.ts';

const VERDICTS: Record<ParityVerdict, string> = {
  same: 'same',
  differs: 'differs',
  'only-c': 'only in C',
  'only-rust': 'only in Rust',
  'not-resolvable': 'cannot be told',
};

/** Sections of the table, in the order in which its rows come. */
const SECTIONS: readonly { readonly title: string; readonly holds: (row: ParityRow) => boolean }[] = [
  {
    title: 'Breaks migration, command lines or the guest',
    holds: (row) => isOpen(row) && row.weight === 'break',
  },
  { title: 'To be checked', holds: (row) => isOpen(row) && row.weight === 'check' },
  { title: 'To be noted', holds: (row) => isOpen(row) && row.weight === 'note' },
  { title: 'Cannot be told from these files', holds: ({ verdict }) => verdict === 'not-resolvable' },
  { title: 'The same', holds: ({ verdict }) => verdict === 'same' },
];

function isOpen({ verdict }: ParityRow): boolean {
  return verdict !== 'same' && verdict !== 'not-resolvable';
}

/** The table as plain text: a section for each weight, with both sides and their places. */
export function formatParityText({ rows }: DeviceParity): string {
  const lines: string[] = [];
  for (const { title, holds } of SECTIONS) {
    const section = rows.filter(holds);
    if (section.length === 0) continue;
    lines.push(`${title} (${section.length})`);
    for (const row of section) {
      lines.push(`  ${visibleText(row.item)}: ${VERDICTS[row.verdict]}`);
      if (row.verdict === 'same') continue;
      lines.push(`    C     ${cellText(row.c)}`, `    Rust  ${cellText(row.rust)}`);
    }
    lines.push('');
  }
  lines.push(summary(rows), '');
  return lines.join('\n');
}

function cellText(cell: ParityCell | null): string {
  return cell ? `${visibleText(cell.text)}  (${visibleText(cell.path)}:${cell.line})` : 'nothing';
}

/** How many rows there are of each verdict. */
function summary(rows: readonly ParityRow[]): string {
  const of = (verdict: ParityVerdict): number => rows.filter((row) => row.verdict === verdict).length;
  return `${rows.length} facts: ${of('same')} the same, ${of('differs')} differ, ${of('only-c')} only in C, ${of('only-rust')} only in Rust, ${of('not-resolvable')} cannot be told.`;
}

/** The table as Markdown, for a mail or a merge request. */
export function formatParityMarkdown({ rows }: DeviceParity): string {
  const lines: string[] = [];
  for (const { title, holds } of SECTIONS) {
    const section = rows.filter(holds);
    if (section.length === 0) continue;
    lines.push(`## ${title}`, '', '| | C | Rust | |', '|---|---|---|---|');
    for (const { item, c, rust, verdict } of section)
      lines.push(
        `| ${markdownText(item)} | ${markdownCell(c)} | ${markdownCell(rust)} | ${VERDICTS[verdict]} |`,
      );
    lines.push('');
  }
  lines.push(summary(rows), '');
  return lines.join('\n');
}

function markdownCell(cell: ParityCell | null): string {
  // A table cell ends at a bar even within code.
  return cell ? `${codeSpan(cell.text.replaceAll('|', '¦'))} ${markdownText(cell.path)}:${cell.line}` : '';
}

/** The table for programs; `version` goes up when a key changes its meaning. */
export function formatParityJson({ rows }: DeviceParity, problems: readonly Problem[]): string {
  return `${JSON.stringify({ version: 1, rows, problems }, null, 2)}\n`;
}
