// What this reader makes of patches, against what git makes of them: on files and messages full of lines that mislead.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GIT_LOG_ARGUMENTS, readGitLog } from '../../../src/core/patch/gitSource.ts';
import { splitMessage } from '../../../src/core/patch/message/splitMessage.ts';
import { splitMailbox } from '../../../src/core/patch/mime/mailbox.ts';
import { readSeries } from '../../../src/core/patch/readSeries.ts';
import type { FileChange, Patch, Series, Side } from '../../../src/core/patch/series.ts';
import { edited, nastyText, random } from './nastyFiles.ts';
import { temporaryRepository, type TemporaryRepository } from './temporaryRepository.ts';

const NAMES = ['a.c', 'b.rs', 'with blank.c', 'dir b/x.c', '\u00e9\t"q.c', 'a/b/c.h'];
const COMMITS = 30;

let repository: TemporaryRepository;
let first: string;
let ofRange: Series;

beforeAll(() => {
  repository = temporaryRepository();
  const next = random(42);
  const texts = new Map(NAMES.map((name) => [name, nastyText(next, 60)]));
  const commit = (number: number): string => {
    for (const [name, text] of texts) repository.write(name, text);
    return repository.commit(
      `part ${number}\n\nWhy ${number}: ${'x'.repeat(next(90))} \u00f6\n\n${number % 2 ? 'From here\n' : ''}`,
    );
  };
  first = commit(0);
  for (let number = 1; number <= COMMITS; number++) {
    for (const name of NAMES) if (next(3) === 0) texts.set(name, edited(next, texts.get(name) ?? ''));
    texts.set('a.c', `int part_${number};\n${texts.get('a.c') ?? ''}`);
    commit(number);
  }
  const { value, problems } = readGitLog(repository.git(...GIT_LOG_ARGUMENTS, `${first}..HEAD`), 'range');
  if (!value) throw new Error('nothing was read');
  expect(problems.filter(({ code }) => code !== 'hidden-characters')).toEqual([]);
  ofRange = value;
}, 120_000);

afterAll(() => {
  repository.remove();
});

/** Lines that a file's hunks show of one side, by number. */
function shownLines(file: FileChange, side: Side): ReadonlyMap<number, string> {
  const shown = new Map<number, string>();
  for (const { lines } of file.hunks)
    for (const { text, oldLine, newLine } of lines) {
      const number = side === 'old' ? oldLine : newLine;
      if (number !== undefined) shown.set(number, text);
    }
  return shown;
}

function numbersOf({ files }: Patch): readonly string[] {
  return files.map(({ newPath, hunks }) => {
    const lines = hunks.flatMap((hunk) => hunk.lines);
    const [added, removed] = ['added', 'removed'].map(
      (kind) => lines.filter((line) => line.kind === kind).length,
    );
    return `${added ?? 0}\t${removed ?? 0}\t${newPath ?? ''}`;
  });
}

describe('a range', () => {
  it('has the commits that git lists, and the lines that git counts', () => {
    expect(ofRange.patches.map(({ commit }) => commit)).toEqual(
      repository.git('rev-list', '--reverse', `${first}..HEAD`).toString().trim().split('\n'),
    );
    for (const patch of ofRange.patches) {
      const counted = repository.git('show', '--format=', '--numstat', '-z', patch.commit ?? '').toString();
      expect(numbersOf(patch)).toEqual(counted.split('\0').slice(0, -1));
    }
  });

  it('shows the lines of the files as they are, at their numbers, on both sides', () => {
    let compared = 0;
    for (const { commit = '', files } of ofRange.patches)
      for (const file of files)
        for (const side of ['old', 'new'] as const) {
          const path = (side === 'old' ? file.oldPath : file.newPath) ?? '';
          const lines = repository
            .git('show', `${commit}${side === 'old' ? '^' : ''}:${path}`)
            .toString()
            .split('\n');
          for (const [number, text] of shownLines(file, side)) {
            expect(text).toBe(lines[number - 1]);
            compared++;
          }
        }
    expect(compared).toBeGreaterThan(1000);
  });
});

describe('mails of format-patch', () => {
  it.each([
    ['as they are', []],
    ['attached', ['--attach']],
    ['inline', ['--inline']],
    ['without prefixes', ['--no-prefix']],
    ['without statistics and signature', ['--no-stat', '--no-signature']],
    ['with much context', ['-U20']],
    ['with little context', ['-U0']],
  ])('hold the same files as the range: %s', async (_, options) => {
    const bytes = repository.git('format-patch', '--stdout', '--full-index', ...options, first);
    const { value, problems } = await readSeries([{ name: 'in', bytes }]);
    expect(problems.filter(({ code }) => code !== 'hidden-characters')).toEqual([]);
    expect(value).toHaveLength(1);
    const changed = (patches: readonly Patch[]): unknown =>
      patches.map(({ files }) =>
        files.map(({ oldPath, newPath, oldOid, newOid, hunks }) => ({
          names: [oldPath, newPath, oldOid, newOid],
          lines: hunks.flatMap(({ lines }) => lines.filter(({ kind }) => kind !== 'context')),
        })),
      );
    expect(changed(value[0]?.patches ?? [])).toEqual(changed(ofRange.patches));
  });

  it('are split where git mailsplit splits, and hold the messages that git mailinfo finds', async () => {
    const bytes = repository.git('format-patch', '--stdout', first);
    const folder = join(repository.folder, '.git/split');
    mkdirSync(folder);
    repository.gitWith(bytes, 'mailsplit', '--keep-cr', `-o${folder}`);
    expect(splitMailbox(bytes)).toHaveLength(readdirSync(folder).length);
    rmSync(folder, { recursive: true });
    const { value } = await readSeries([{ name: 'in', bytes }]);
    for (const [index, raw] of splitMailbox(bytes).entries()) {
      const info = repository.gitWith(raw.bytes, 'mailinfo', '.git/message', '.git/patch').toString();
      const patch = value[0]?.patches[index];
      expect(info).toContain(`Subject: ${patch?.message.subject ?? ''}\n`);
      expect(`Author: ${patch?.author ?? ''}`).toBe(
        info.replace(/^Author: (.*)\nEmail: (.*)\n[^]*$/, 'Author: $1 <$2>'),
      );
      const message = repository.git('hash-object', '-w', '.git/message').toString().trim();
      const body = repository.git('cat-file', 'blob', message).toString().trimEnd();
      expect(patch?.message.body.join('\n').trimEnd()).toBe(body);
    }
  });
});

describe('messages', () => {
  it.each([
    'Why.\n\nMore.\n---\nnotes\n',
    '\n\nFrom: Two <two@example.org>\nSubject: other\n\nWhy.\n---\n',
    'From: Two <two@example.org>\nWhy.\n---\n',
    'Subject: a\n b\nDate: Mon, 6 Jan 2025 10:00:00 +0100\n\n\nWhy.\n--- \n',
    'From: Two <two@example.org>\n\nFrom: Three <three@example.org>\n\nWhy.\n---\n',
    'From: Two <two@example.org>\nFrom: Three <three@example.org>\nWhy.\n---\n',
    '[PATCH] other\nWhy.\n---\n',
    'Why: not.\n----\nMore.\n--- \tx\n',
    'Why.\n--- x\nMore.\n',
    'Why.\n---x\nMore.\ndiff -u a b\n',
    'Why.\nIndex: x\nMore.\n',
    'Why.\n@@ -1 +1 @@\nMore.\n---\n',
    'Hello\n\n-- >8 --\nSubject: other\n\nWhy.\n---\n',
    'Hello\n- - - 8< - - -\n\nWhy.\n---\n',
    'Hello -- >8 -- and much more text than a perforated line would have\nWhy.\n---\n',
    'Why.  \n\n\nMore.\n\n\n---\n',
    '',
  ])('end and begin where git mailinfo has it: %j', (text) => {
    const mail = `From: One <one@example.org>\nSubject: [PATCH] x\n\n${text}`;
    repository.gitWith(mail, 'mailinfo', '--scissors', '.git/message', '.git/patch');
    const blob = repository.git('hash-object', '-w', '.git/message').toString().trim();
    const message = repository.git('cat-file', 'blob', blob).toString();
    expect(splitMessage(text).body.join('\n')).toBe(message.replace(/^\n+|\n+$/g, ''));
  });
});
