import { describe, expect, it } from 'vitest';
import { textOf } from '../../../../src/core/review/carry/version.ts';
import { versionAt, versionOf } from '../../../../src/core/review/carry/versionOf.ts';
import type { BlobStore } from '../../../../src/core/ports.ts';
import { file, hunk, patch, series } from '../sample.ts';

const FILES: Readonly<Record<string, string>> = {
  'tip:fan.rs': 'merged\nfirst\nadded\n',
  'tip:other.rs': 'untouched\n',
};
const blobs: BlobStore = {
  blob: () => Promise.resolve(undefined),
  file: (commit, path) => {
    const text = FILES[`${commit}:${path}`];
    return Promise.resolve(text === undefined ? undefined : new TextEncoder().encode(text));
  },
};

describe('a version of commits', () => {
  it('has the files of the commit that the range ends in, be that a merge', async () => {
    const added = patch(1, [file('fan.rs', [hunk(1, [' first', '+added'])])], { commit: 'side' });
    const version = await versionOf(series([added], { tipCommit: 'tip' }), blobs);
    const { lines } = await textOf(version, 'fan.rs', 'new');
    expect(lines.map(({ text }) => text)).toEqual(['merged', 'first', 'added']);
  });

  it('may change nothing', async () => {
    const { lines } = await textOf(await versionAt('tip', blobs), 'other.rs', 'new');
    expect(lines).toEqual([{ line: 1, text: 'untouched' }]);
  });
});
