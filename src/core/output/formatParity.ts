import type { DeviceParity } from '../counterpart/parity/deviceParity.ts';
import type { ParityCell } from '../counterpart/parity/parityTable.ts';
import type { Problem } from '../problem.ts';
import { codeSpan, markdownText } from './markdownText.ts';
import { paritySections, paritySummary, VERDICT_WORDS } from './paritySections.ts';
import { visibleText } from './visibleText.ts';

/** The table as plain text: a section for each weight, with both sides and their places. */
export function formatParityText({ rows }: DeviceParity): string {
  const lines: string[] = [];
  for (const { title, rows: section } of paritySections(rows)) {
    lines.push(`${title} (${section.length})`);
    for (const row of section) {
      lines.push(`  ${visibleText(row.item)}: ${VERDICT_WORDS[row.verdict]}`);
      if (row.verdict === 'same') continue;
      lines.push(`    C     ${cellText(row.c)}`, `    Rust  ${cellText(row.rust)}`);
    }
    lines.push('');
  }
  lines.push(paritySummary(rows), '');
  return lines.join('\n');
}

function cellText(cell: ParityCell | null): string {
  return cell ? `${visibleText(cell.text)}  (${visibleText(cell.path)}:${cell.line})` : 'nothing';
}

/** The table as Markdown, for a mail or a merge request. */
export function formatParityMarkdown({ rows }: DeviceParity): string {
  const lines: string[] = [];
  for (const { title, rows: section } of paritySections(rows)) {
    lines.push(`## ${title}`, '', '| | C | Rust | |', '|---|---|---|---|');
    for (const { item, c, rust, verdict } of section)
      lines.push(
        `| ${markdownText(item)} | ${markdownCell(c)} | ${markdownCell(rust)} | ${VERDICT_WORDS[verdict]} |`,
      );
    lines.push('');
  }
  lines.push(paritySummary(rows), '');
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
