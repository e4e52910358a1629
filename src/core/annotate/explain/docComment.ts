import type { Language } from '../../patch/language.ts';
import { type Comment, commentText, type LineText } from './comment.ts';

/** Clippy's spellings of the heading, `missing_safety_doc`. */
const SAFETY_HEADING = /^#+\s+(Safety|SAFETY|Implementation [sS]afety)\s*$/;

/** The doc comment directly above an item that begins at `line`, attributes skipped; undefined if there is none. */
export function docComment(text: LineText, line: number, language: Language): Comment | undefined {
  return language === 'rust' ? rustDoc(text, line) : cDoc(text, line);
}

/** The `# Safety` section of a Rust doc comment, heading excluded; undefined if it has none. */
export function safetySection(text: LineText, doc: Comment): Comment | undefined {
  let start = 0;
  let end = 0;
  let fenced = false;
  for (let at = doc.first; at <= doc.last; at++) {
    const line = docLine(text(at) ?? '');
    if (line.startsWith('```')) fenced = !fenced;
    if (fenced) {
      if (start > 0) end = at;
    } else if (SAFETY_HEADING.test(line)) start = end = at;
    else if (start > 0 && /^#+\s/.test(line)) break;
    else if (start > 0) end = at;
  }
  if (start === 0) return undefined;
  const lines: string[] = [];
  for (let at = start + 1; at <= end; at++) lines.push(text(at) ?? '');
  return { first: start, last: end, text: commentText(lines) };
}

function docLine(line: string): string {
  const trimmed = line.trim();
  const attribute = /^#!?\[doc\s*=\s*"(.*)"\]$/.exec(trimmed);
  return (attribute?.[1] ?? trimmed.replace(/^(\/\/[/!]|\/\*\*|\*(?!\/))/, '')).trim();
}

function rustDoc(text: LineText, line: number): Comment | undefined {
  let at = line - 1;
  let last = 0;
  let first = 0;
  const lines: string[] = [];
  for (; ; at--) {
    const trimmed = text(at)?.trim();
    if (trimmed === undefined) break;
    if (/^\/\/\/(?!\/)/.test(trimmed) || /^#\[doc\s*=/.test(trimmed)) lines.unshift(docLine(trimmed));
    else if (trimmed.endsWith('*/')) {
      let top = at;
      while (text(top) !== undefined && !text(top)?.trim().startsWith('/*')) top--;
      if (!text(top)?.trim().startsWith('/**')) break;
      for (let row = at; row >= top; row--) lines.unshift(docLine((text(row) ?? '').replace(/\*\/\s*$/, '')));
      if (last === 0) last = at;
      at = top;
    } else if (trimmed === '' || trimmed.startsWith('#[') || trimmed.startsWith('//')) continue;
    else if (trimmed.endsWith(')]')) {
      at = attributeStart(text, at);
      continue;
    } else break;
    if (last === 0) last = at;
    first = at;
  }
  return last === 0 ? undefined : { first, last, text: lines.filter((entry) => entry !== '').join(' ') };
}

const LONGEST_ATTRIBUTE = 30;

/** First line of the attribute that ends on a line; the line itself if none does. */
function attributeStart(text: LineText, end: number): number {
  for (let at = end - 1; at > end - LONGEST_ATTRIBUTE; at--) {
    const line = text(at)?.trim();
    if (line === undefined || /^(\/\/\/|\}|$)/.test(line)) return end;
    if (/^#!?\[/.test(line)) return at;
  }
  return end;
}

/** C: the comment block that ends on the line above the item (a line of attribute macros may stand between). */
function cDoc(text: LineText, line: number): Comment | undefined {
  let at = line - 1;
  if (/^[A-Z_][A-Z0-9_]*(\(.*\))?$/.test(text(at)?.trim() ?? '')) at--;
  const end = text(at)?.trim();
  if (end === undefined) return undefined;
  if (end.startsWith('//')) {
    let top = at;
    while (
      text(top - 1)
        ?.trim()
        .startsWith('//')
    )
      top--;
    return slice(text, top, at);
  }
  if (!end.endsWith('*/')) return undefined;
  let top = at;
  while (text(top) !== undefined && !text(top)?.includes('/*')) top--;
  return text(top)?.trim().startsWith('/*') ? slice(text, top, at) : undefined;
}

function slice(text: LineText, first: number, last: number): Comment {
  const lines: string[] = [];
  for (let at = first; at <= last; at++) lines.push(text(at) ?? '');
  return { first, last, text: commentText(lines) };
}
