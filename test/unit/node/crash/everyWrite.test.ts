// A process killed before each of its file operations in turn, and one whose disk takes no more.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyReview } from '../../../../src/core/review/emptyReview.ts';
import { readReview } from '../../../../src/core/review/readReview.ts';
import { ReviewStore } from '../../../../src/core/review/reviewStore.ts';
import { setMark } from '../../../../src/core/review/setMark.ts';
import { writeReview } from '../../../../src/core/review/writeReview.ts';
import { diskReviewFiles } from '../../../../src/node/diskReviewFiles.ts';
import { buildMarker } from './buildMarker.ts';
import { SERIES, markNumber } from './sampleMarks.ts';

let folder = '';
let program = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interop-writes-'));
  program = await buildMarker(folder, [
    {
      name: 'killing-files',
      setup: (bundle) => {
        bundle.onResolve({ filter: /^node:fs\/promises$/ }, ({ importer }) =>
          importer.endsWith('killingFiles.ts')
            ? { path: 'node:fs/promises', external: true }
            : { path: join(import.meta.dirname, 'killingFiles.ts') },
        );
      },
    },
  ]);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

interface Ended {
  readonly saved: readonly string[];
  readonly said: string;
  readonly signal: string | null;
}

/** Runs the program that makes marks until it ends, by its own error or a signal. */
function run(command: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      command,
      args,
      { env: { ...process.env, ...environment } },
      (_error, stdout, stderr) => {
        resolve({ saved: stdout.split('\n').slice(0, -1), said: stderr, signal: child.signalCode });
      },
    );
  });
}

async function marksIn(directory: string): Promise<readonly string[]> {
  const { value, problems } = await new ReviewStore(() => [{ files: diskReviewFiles(directory) }]).load(
    SERIES,
  );
  expect(problems).toEqual([]);
  return value.marks.map(({ id }) => id);
}

describe('a process killed before a file operation', () => {
  it('has kept what it saved, whichever operation that was, and leaves the next one free to go on', async () => {
    const directory = join(folder, 'killed');
    const saved: string[] = [];
    for (let at = 1; at <= 36; at++) {
      const ended = await run(process.execPath, [program, directory, String(at)], { KILL_AT: String(at) });
      expect([at, ended.signal, ended.said]).toEqual([at, 'SIGKILL', '']);
      saved.push(...ended.saved);
      expect(await marksIn(directory)).toEqual(expect.arrayContaining(saved));
    }
    expect(saved.length).toBeGreaterThan(2);
  }, 60_000);

  it('has kept what it saved where there are no hard links', async () => {
    const directory = join(folder, 'unlinked');
    const ended = await run(process.execPath, [program, directory, '1'], { KILL_AT: '200', NO_LINKS: '' });
    expect([ended.signal, ended.said]).toEqual(['SIGKILL', '']);
    expect(ended.saved.length).toBeGreaterThan(2);
    expect(await marksIn(directory)).toEqual(expect.arrayContaining([...ended.saved]));
  });
});

describe('a disk that takes no more', () => {
  it('is told; what was saved stays whole, and nothing half-written is left', async () => {
    const directory = join(folder, 'full');
    await mkdir(directory);
    // No file may grow beyond eight blocks; writing more fails as on a full disk.
    const ended = await run('sh', [
      '-c',
      `ulimit -f 8; exec "$0" "$@"`,
      process.execPath,
      program,
      directory,
      '1',
    ]);
    expect(ended.saved.length).toBeGreaterThan(2);
    expect(ended.said).toContain('The review could not be saved: EFBIG');
    expect(await marksIn(directory)).toEqual(ended.saved);
    expect((await readdir(directory)).filter((name) => !name.endsWith('.json'))).toEqual([]);
  });

  it('holds nobody up when not even the lock could be written', async () => {
    const directory = join(folder, 'no-room');
    const ended = await run('sh', [
      '-c',
      `ulimit -f 0; exec "$0" "$@"`,
      process.execPath,
      program,
      directory,
      '1',
    ]);
    expect(ended.said).toContain('The review could not be saved: EFBIG');
    expect(await readdir(directory)).toEqual([]);
  });
});

describe('a review file that was cut off or damaged', () => {
  it('is reported and kept aside as it is, wherever it ends', async () => {
    const directory = join(folder, 'damaged');
    const review = setMark(
      (await new ReviewStore(() => [{ files: diskReviewFiles(directory) }]).load(SERIES)).value,
      markNumber('1', 1),
    );
    const save = () => new ReviewStore(() => [{ files: diskReviewFiles(directory) }]).save(review);
    await save();
    const [name = ''] = await readdir(directory);
    const text = await readFile(join(directory, name), 'utf8');
    for (let length = 0; length < text.trimEnd().length; length++) {
      await writeFile(join(directory, name), text.slice(0, length));
      const { value, problems } = await save();
      expect(problems.map(({ code }) => code)).toContain('bad-review-file');
      expect(value.marks).toHaveLength(1);
      expect(await readFile(join(directory, `${name}.corrupt-1`), 'utf8')).toBe(text.slice(0, length));
      await rm(join(directory, `${name}.corrupt-1`));
    }
  }, 60_000);

  it('is either read or refused with a place, whichever byte is another', () => {
    const text = writeReview(setMark(emptyReview(SERIES), markNumber('1', 1)));
    for (let at = 0; at < text.length; at++) {
      const { value, problems } = readReview(`${text.slice(0, at)}#${text.slice(at + 1)}`, 'review');
      expect([at, value === undefined]).toEqual([at, problems.length > 0]);
    }
  });
});
