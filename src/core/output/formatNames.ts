import type { FoundBy, NameEntry, NamePlace } from '../counterpart/names/nameEntry.ts';
import type { Problem } from '../problem.ts';
import { codeSpan, markdownText } from './markdownText.ts';
import { count } from './scope.ts';
import { visibleText } from './visibleText.ts';

/** How an entry was found, in words. */
const FOUND_WORDS: Record<FoundBy, string> = {
  alias: 'its documentation names it',
  exported: 'C calls it by this name',
  'wraps-type': 'holds this type',
  'named-call': 'calls it and is named after it',
  'only-call': 'calls nothing else of C',
  macro: 'expands to it',
  calls: 'merely calls it',
};

/** Why an entry is there, in words. */
export function foundWords({ foundBy, via, cPlace }: NameEntry): string {
  const how = FOUND_WORDS[foundBy];
  const through = via === null ? '' : `, through ${visibleText(via)}`;
  // A field of C is declared within its struct.
  return `${how}${through}${cPlace || foundBy === 'alias' ? '' : '; not declared in this tree'}`;
}

/** A list as text: a C name, and below it what it is in Rust, where, and why that is thought. */
export function formatNamesText(entries: readonly NameEntry[]): string {
  const lines: string[] = [];
  let last = '';
  for (const entry of entries) {
    if (entry.c !== last)
      lines.push(`${visibleText(entry.c)}${entry.cPlace ? `  ${placeText(entry.cPlace)}` : ''}`);
    last = entry.c;
    lines.push(`  ${visibleText(entry.rust)}  ${placeText(entry.rustPlace)}`, `    ${foundWords(entry)}`);
  }
  lines.push(count(entries.length, 'entry', 'entries'), '');
  return lines.join('\n');
}

function placeText({ path, line }: NamePlace): string {
  return `(${visibleText(path)}:${line})`;
}

/** The list as a Markdown table. */
export function formatNamesMarkdown(entries: readonly NameEntry[]): string {
  const rows = entries.map(
    (entry) =>
      `| ${codeSpan(entry.c)} | ${codeSpan(entry.rust)} | ${markdownText(`${entry.rustPlace.path}:${entry.rustPlace.line}`)} | ${markdownText(foundWords(entry))} |`,
  );
  return ['| C | Rust | Place | |', '|---|---|---|---|', ...rows, ''].join('\n');
}

/** The list for programs; `version` goes up when a key changes its meaning. */
export function formatNamesJson(entries: readonly NameEntry[], problems: readonly Problem[]): string {
  return `${JSON.stringify({ format: 1, names: entries, problems }, null, 2)}\n`;
}
