// Processes that are killed while they save, two at a time on one review. CRASH_ROUNDS=1000 does it a thousand times.
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReview } from '../../../../src/core/review/readReview.ts';
import { ReviewStore } from '../../../../src/core/review/reviewStore.ts';
import { setMark } from '../../../../src/core/review/setMark.ts';
import { diskReviewFiles } from '../../../../src/node/diskReviewFiles.ts';
import { buildMarker } from './buildMarker.ts';
import { SERIES, markNumber } from './sampleMarks.ts';

const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 12);

let folder = '';
let program = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'interop-crash-'));
  program = await buildMarker(folder);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Runs a process that makes marks, kills it after `milliseconds` of making them, and returns what it had saved. */
function runAndKill(directory: string, name: string, milliseconds: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, directory, name]);
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (out === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
      out += chunk.toString('utf8');
    });
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', () => {
      if (err === '') resolve(out.split('\n').slice(0, -1));
      else reject(new Error(err));
    });
  });
}

async function savedIds(directory: string): Promise<ReadonlySet<string>> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.json'));
  expect(names).toHaveLength(1);
  const text = await readFile(join(directory, names[0] ?? ''), 'utf8');
  const { value, problems } = readReview(text, 'review');
  expect(problems).toEqual([]);
  return new Set((value?.marks ?? []).map(({ id }) => id));
}

describe('a process that is killed while it saves', () => {
  it(
    'loses nothing that it had saved, its own or of another at the same review',
    async () => {
      const directory = join(folder, 'reviews');
      const saved: string[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const runs = [0, 1].map((side) =>
          runAndKill(directory, String(round * 2 + side), ((round * 7 + side * 11) % 23) * 3),
        );
        saved.push(...(await Promise.all(runs)).flat());
        const ids = await savedIds(directory);
        expect(saved.filter((id) => !ids.has(id))).toEqual([]);
        // A long history would only make each round slower.
        if (ids.size > 400) {
          await rm(directory, { recursive: true });
          saved.length = 0;
        }
      }
    },
    ROUNDS * 10_000,
  );
});

describe('a folder that cannot be written to', () => {
  it('is told, and the review goes on', async () => {
    const place = join(folder, 'file');
    await writeFile(place, 'in the way');
    const store = new ReviewStore(() => [{ files: diskReviewFiles(join(place, 'below')) }]);
    const review = setMark((await store.load(SERIES)).value, markNumber('1', 1));
    const { value, problems } = await store.save(review);
    expect(value.marks).toHaveLength(1);
    expect(problems[0]?.message).toMatch(/^The review could not be saved: /);
  });
});
