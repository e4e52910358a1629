import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImages, type Images } from '../../../src/core/image/createImages.ts';
import { readGitLog } from '../../../src/core/patch/gitSource.ts';
import type { Series } from '../../../src/core/patch/series.ts';
import { openRepository, type Repository } from '../../../src/node/git.ts';

let folder: string;
let repository: Repository;
let series: Series;

const git = (...args: readonly string[]): Buffer =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args]);

async function commit(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text, 'latin1');
  git('add', '-A');
  git('commit', '-q', '-m', 'Change files');
}

const numbered = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `int v${at};`);

/** Files in which lines are hard to count, changed again and again, moved, copied and deleted. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interop-images-'));
  execFileSync('git', ['init', '-q', '-b', 'main', folder]);
  git('config', 'core.autocrlf', 'false');
  await commit({ README: 'Fans.\n' });
  await commit({
    'plain.c': `${numbered(40).join('\n')}\n`,
    'crlf.c': `${numbered(20).join('\r\n')}\r\n`,
    'returns.c': 'int a;\rint b;\nint c;\f\nint d;\v\u0085\nint e;\n',
    'open.c': 'int a;\nint b;',
    'latin.c': '/* f\xfcr */\nint a;\n\nint b;\n',
    'empty.c': '',
  });
  const changed = numbered(40).map((line, at) => (at === 3 || at === 30 ? `${line} /* changed */` : line));
  await commit({
    'plain.c': `int first;\n${changed.join('\n')}\n`,
    'crlf.c': `${numbered(22).join('\r\n')}\r\n`,
    'returns.c': 'int a;\rint b;\nint c;\f\nint D;\v\u0085\nint e;\n',
    'open.c': 'int a;\nint b;\nint c;',
    'latin.c': '/* f\xfcr */\nint a;\n\nint c; /* \xe9 */\n',
    'empty.c': 'int now;\n',
  });
  git('mv', 'plain.c', 'moved.c');
  await commit({
    'moved.c': `int first;\n${changed.slice(0, -1).join('\n')}\nint last;\n`,
    'open.c': 'int b;\n',
  });
  git('rm', '-q', 'crlf.c');
  await commit({ 'moved.c': `int first;\n${changed.slice(0, -1).join('\n')}\n`, 'empty.c': '' });
  const opened = await openRepository(folder);
  if (!opened.value) throw new Error('no repository');
  repository = opened.value;
  const range = `${git('rev-list', '--max-parents=0', 'HEAD').toString().trim()}..HEAD`;
  const log = await repository.log(range);
  const read = readGitLog(log.value ?? new Uint8Array(), range);
  if (!read.value) throw new Error('no series');
  series = read.value;
});

afterAll(async () => {
  repository.dispose();
  await rm(folder, { recursive: true });
});

/** Lines of a file in a commit, counted and cut as `git blame` does. */
function blamed(revision: string, path: string): readonly string[] {
  return git('blame', '--porcelain', revision, '--', path)
    .toString('latin1')
    .split('\n')
    .filter((line) => line.startsWith('\t'))
    .map((line) => line.slice(1));
}

async function expectWholeFiles(images: Images): Promise<void> {
  let sides = 0;
  for (const patch of series.patches)
    for (const file of patch.files) {
      if (!file.language) continue;
      const { value, problems } = await images.of(file, 'here');
      expect(problems).toEqual([]);
      for (const [image, path, revision] of [
        [value.old, file.oldPath, `${patch.commit ?? ''}^`],
        [value.new, file.newPath, patch.commit ?? ''],
      ] as const) {
        expect(image.kind, `${path ?? ''} ${image.side}`).toBe(path === null ? 'none' : 'whole');
        if (path === null) continue;
        const lines = image.parts.flatMap((part) => part.lines);
        expect(lines.map((line) => line.replace(/[^\0-\x7f]+/g, '?'))).toEqual(
          blamed(revision, path).map((line) => line.replace(/[^\0-\x7f]+/g, '?')),
        );
        sides++;
      }
    }
  expect(sides).toBeGreaterThan(20);
}

describe('images of a series of commits', () => {
  it('have the lines that git counts, from the blobs', async () => {
    await expectWholeFiles(createImages({ blobs: repository }));
  });

  it('have the same lines without a repository, as the series itself adds the files', async () => {
    await expectWholeFiles(createImages({}));
  });

  it('have the same lines from the new blobs alone', async () => {
    const newer = new Set(series.patches.flatMap(({ files }) => files.map(({ newOid }) => newOid)));
    const later = { ...series, patches: series.patches.slice(1) };
    const images = createImages({
      blobs: {
        blob: (oid) => (newer.has(oid) ? repository.blob(oid) : Promise.resolve(undefined)),
        file: () => Promise.resolve(undefined),
      },
    });
    for (const file of later.patches[0]?.files ?? []) {
      const { value } = await images.of(file, '');
      expect([value.old.kind, value.new.kind]).toEqual(['whole', 'whole']);
    }
  });
});
