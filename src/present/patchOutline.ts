/** A part of a patch or mailbox that is shown as text. Lines 0-based, inclusive. */
export interface OutlineNode {
  readonly kind: 'patch' | 'file' | 'hunk';
  readonly name: string;
  readonly detail: string;
  readonly first: number;
  readonly last: number;
  readonly children: readonly OutlineNode[];
}

interface Draft {
  readonly kind: OutlineNode['kind'];
  name: string;
  detail: string;
  readonly first: number;
  last: number;
  readonly children: Draft[];
}

const MAIL_START = /^From \S+ .*\d{2}:\d{2}:\d{2} \d{4}$/;
const HUNK = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@ ?(.*)$/;

/** Patches with their files and hunks, in order; files stand at the top where the text is a bare diff. */
export function patchOutline(lines: readonly string[]): readonly OutlineNode[] {
  const roots: Draft[] = [];
  let patch: Draft | undefined;
  let file: Draft | undefined;
  /** Lines of either side that the open hunk still has to show; headers inside them are text. */
  let left = { before: 0, after: 0 };
  const close = (upTo: number): void => {
    if (file) file.last = upTo;
    file = undefined;
  };
  for (const [index, line] of lines.entries()) {
    if (left.before > 0 || left.after > 0) {
      left = remaining(left, line);
      const hunk = file?.children.at(-1);
      if (hunk) hunk.last = index;
    } else if (MAIL_START.test(line)) {
      close(index - 1);
      if (patch) patch.last = index - 1;
      patch = draft('patch', '', index);
      roots.push(patch);
    } else if (patch?.name === '' && line.startsWith('Subject: ')) {
      patch.name = subjectOf(lines, index);
    } else if (line.startsWith('diff --git ') || startsPlainDiff(lines, index, file)) {
      close(index - 1);
      file = draft('file', nameOf(lines, index), index);
      (patch?.children ?? roots).push(file);
    } else if (file && HUNK.test(line)) {
      const [, before = '1', after = '1', section = ''] = HUNK.exec(line) ?? [];
      file.children.push({ ...draft('hunk', line.replace(/^(@@.*?@@).*$/, '$1'), index), detail: section });
      left = { before: Number(before), after: Number(after) };
    } else if (/^-- ?$/.test(line)) close(index - 1);
  }
  close(lines.length - 1);
  if (patch) patch.last = lines.length - 1;
  for (const root of roots) if (root.name === '') root.name = '(no subject)';
  return roots;
}

/** The file and the 1-based line of its new side that a line (0-based) of a patch shows; undefined outside of hunks. */
export function shownPlace(
  lines: readonly string[],
  line: number,
): { readonly path: string; readonly line: number } | undefined {
  const files = patchOutline(lines).flatMap((node) => (node.kind === 'patch' ? node.children : [node]));
  const file = files.find(({ first, last }) => first <= line && line <= last);
  const hunk = file?.children.find(({ first, last }) => first <= line && line <= last);
  if (!file || !hunk) return undefined;
  const start = Number(/\+(\d+)/.exec(lines[hunk.first] ?? '')?.[1] ?? 1);
  let number = line === hunk.first ? start : start - 1;
  for (let at = hunk.first + 1; at <= line; at++) if (!/^[-\\]/.test(lines[at] ?? '')) number++;
  return { path: file.name, line: Math.max(1, number) };
}

function draft(kind: OutlineNode['kind'], name: string, first: number): Draft {
  return { kind, name, detail: '', first, last: first, children: [] };
}

function remaining(left: { before: number; after: number }, line: string): { before: number; after: number } {
  if (line.startsWith('\\')) return left;
  return {
    before: left.before - (line.startsWith('+') ? 0 : 1),
    after: left.after - (line.startsWith('-') ? 0 : 1),
  };
}

/** Subject with its folded lines joined. */
function subjectOf(lines: readonly string[], index: number): string {
  let subject = (lines[index] ?? '').slice('Subject: '.length);
  for (let at = index + 1; /^[ \t]\S/.test(lines[at] ?? ''); at++) subject += ` ${(lines[at] ?? '').trim()}`;
  return subject.trim();
}

function startsPlainDiff(lines: readonly string[], index: number, file: Draft | undefined): boolean {
  const isHeader = /^--- \S/.test(lines[index] ?? '') && /^\+\+\+ \S/.test(lines[index + 1] ?? '');
  return isHeader && HUNK.test(lines[index + 2] ?? '') && (file === undefined || file.children.length > 0);
}

/** The path after the change, or before it if the file is deleted. */
function nameOf(lines: readonly string[], index: number): string {
  const header: string[] = [];
  for (let at = index; at < lines.length && at < index + HEADER_LINES; at++) {
    const line = lines[at] ?? '';
    if (at > index && /^(?:diff --git |@@ )/.test(line)) break;
    header.push(line);
  }
  const path = (marker: string): string | undefined =>
    header
      .find((line) => line.startsWith(marker) && !line.startsWith(`${marker}/dev/null`))
      ?.slice(marker.length);
  const shown =
    path('+++ ') ?? path('--- ') ?? path('rename to ') ?? / (b\/.*)$/.exec(header[0] ?? '')?.[1] ?? '';
  return shown
    .replace(/\t.*$/, '')
    .replace(/^"?[ab]\//, '')
    .replace(/"$/, '');
}

const HEADER_LINES = 16;
