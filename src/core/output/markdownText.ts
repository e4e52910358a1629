import { visibleText } from './visibleText.ts';

/**
 * Prose as Markdown that shows exactly its characters (CommonMark): code spans in single backticks stay, everything else
 * that could be markup, HTML or an entity is escaped. One line.
 */
export function markdownText(text: string): string {
  return text
    .split(/((?<!`)`[^`\n]+`(?!`))/)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part.slice(1, -1)) : escaped(visibleText(part))))
    .join('');
}

/** Prose of several lines; a blank line parts paragraphs, single line ends stay. */
export function markdownLines(text: string): readonly string[] {
  return text
    .trim()
    .split(/\r\n|\r|\n/)
    .map((line) => markdownText(line.trim()));
}

/** `text` as a code span, whatever backticks it holds. */
export function codeSpan(text: string): string {
  const shown = visibleText(text);
  if (shown.trim() === '') return escaped(shown);
  const ticks = '`'.repeat(longestRun(shown) + 1);
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${ticks}${pad}${shown}${pad}${ticks}`;
}

/** A fenced block that no content can close early. */
export function fenced(language: string, lines: readonly string[]): readonly string[] {
  const shown = lines.map(visibleText);
  const fence = '`'.repeat(Math.max(3, longestRun(shown.join('\n')) + 1));
  return [`${fence}${language}`, ...shown, fence];
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(/\b(https?|ftp):\/\//gi, '$1\\://')
    .replace(/\bwww\./gi, 'www\\.');
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
