import { describe, expect, it } from 'vitest';
import { createImages, type Images } from '../../../src/core/image/createImages.ts';
import type { Image } from '../../../src/core/image/image.ts';
import type { FileChange } from '../../../src/core/patch/series.ts';
import type { BlobStore } from '../../../src/core/ports.ts';
import { file, hunk } from '../review/sample.ts';

const BEFORE = ['int a;', 'int b;', 'int c;', 'int d;', 'int e;'];
const AFTER = ['int a;', 'int b;', 'long c;', 'int d;', 'int e;'];
const CHANGE = file('fan.c', [hunk(2, [' int b;', '-int c;', '+long c;', ' int d;'], 'struct fan')], {
  oldOid: '1111111111',
  newOid: '2222222222',
});

function store(blobs: Readonly<Record<string, string>>): BlobStore {
  const answer = (key: string) =>
    Promise.resolve(blobs[key] === undefined ? undefined : new TextEncoder().encode(blobs[key]));
  return { blob: answer, file: (commit, path) => answer(`${commit}:${path}`) };
}

const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

function words(image: Image): string {
  const parts = image.parts.map(({ firstLine, lines }) => `${firstLine}: ${lines.join(' ')}`);
  return [image.kind, ...parts].join(' | ');
}

async function shown(images: Images, change: FileChange): Promise<readonly string[]> {
  const { value, problems } = await images.of(change, '1/1 fan.c');
  return [words(value.old), words(value.new), ...problems.map(({ code, at }) => `${code} at ${at}`)];
}

const WHOLE = [`whole | 1: ${BEFORE.join(' ')}`, `whole | 1: ${AFTER.join(' ')}`];
const HUNKS = ['hunks | 2: int b; int c; int d;', 'hunks | 2: int b; long c; int d;'];

describe('createImages', () => {
  it('gives what the hunks show, with their section, when there is no repository', async () => {
    const images = createImages({});
    expect(await shown(images, CHANGE)).toEqual(HUNKS);
    expect((await images.of(CHANGE, '')).value.new.parts[0]?.section).toBe('struct fan');
  });

  it.each([
    ['the old blob', { '1111111111': text(BEFORE) }],
    ['the new blob', { '2222222222': text(AFTER) }],
    ['the base commit', { 'base:fan.c': text(BEFORE) }],
    [
      'a file with carriage returns that the mail lost',
      { '1111111111': text(BEFORE.map((line) => `${line}\r`)) },
    ],
  ])('makes both sides whole from %s', async (_, blobs) => {
    const found = await shown(createImages({ blobs: store(blobs), baseCommit: 'base' }), CHANGE);
    expect(found.map((line) => line.replaceAll('\r', ''))).toEqual(WHOLE);
  });

  it('says so when the repository has neither side, or one that does not fit', async () => {
    expect(await shown(createImages({ blobs: store({}) }), CHANGE)).toEqual([
      ...HUNKS,
      'image-unavailable at 1/1 fan.c',
    ]);
    const other = store({ '1111111111': text(['x', 'y', 'z', 'u', 'v']) });
    expect(await shown(createImages({ blobs: other }), CHANGE)).toEqual([
      ...HUNKS,
      'image-mismatch at 1/1 fan.c',
    ]);
  });

  it('says so when a file is too large to be source', async () => {
    const blobs = store({ '1111111111': 'x'.repeat(5 * 1024 * 1024) });
    expect(await shown(createImages({ blobs }), CHANGE)).toEqual([...HUNKS, 'file-too-large at 1/1 fan.c']);
  });

  it('shows added and deleted files whole, from the patch alone', async () => {
    const added = file('new.c', [hunk(1, ['+int x;', '+int y;'])], { kind: 'added', oldPath: null });
    expect(await shown(createImages({}), added)).toEqual(['none', 'whole | 1: int x; int y;']);
    const deleted = file('old.c', [hunk(1, ['-int x;'])], { kind: 'deleted', newPath: null });
    expect(await shown(createImages({}), deleted)).toEqual(['whole | 1: int x;', 'none']);
  });

  it('builds later patches on what earlier ones made', async () => {
    const images = createImages({});
    const added = file(
      'fan.c',
      [
        hunk(
          1,
          BEFORE.map((line) => `+${line}`),
        ),
      ],
      {
        kind: 'added',
        oldPath: null,
        newOid: '1111111',
      },
    );
    await images.of(added, '');
    expect(await shown(images, CHANGE)).toEqual(WHOLE);
    const renamed = file('fan2.c', [], { kind: 'renamed', oldPath: 'fan.c' });
    expect(await shown(images, renamed)).toEqual([WHOLE[1], WHOLE[1]]);
  });

  it('does not take the base for a file that the series has changed in an unknown way', async () => {
    const images = createImages({ blobs: store({ 'base:fan.c': text(BEFORE) }), baseCommit: 'base' });
    const unknown = file('fan.c', [hunk(40, [' q', '+int z;'])]);
    await images.of(unknown, '');
    expect((await shown(images, { ...CHANGE, oldOid: undefined, newOid: undefined })).slice(0, 2)).toEqual(
      HUNKS,
    );
  });

  it('does not call an added file whole that was cut off', async () => {
    const cut = { ...hunk(1, ['+int x;', '+int y;']), newLines: 3 };
    const added = file('new.c', [cut], { kind: 'added', oldPath: null });
    expect(await shown(createImages({}), added)).toEqual(['none', 'hunks | 1: int x; int y;']);
    const lost = file('new.c', [], { kind: 'added', oldPath: null, newOid: '1234567' });
    expect((await shown(createImages({}), lost))[1]).toBe('hunks');
    expect((await shown(createImages({}), { ...lost, newOid: 'e69de29' }))[1]).toBe('whole | 1: ');
  });

  it('does not make a side whose lines would have other numbers than the hunks say', async () => {
    const moved = { ...hunk(2, [' int b;', '-int c;', '+long c;']), newStart: 3 };
    const blobs = store({ '1111111111': text(BEFORE) });
    const found = await shown(createImages({ blobs }), { ...CHANGE, hunks: [moved] });
    expect(found.at(-1)).toBe('image-mismatch at 1/1 fan.c');
  });

  it('finds an earlier version by its id, as the source of a copy', async () => {
    const images = createImages({});
    const lines = BEFORE.map((line) => `+${line}`);
    await images.of(file('fan.c', [hunk(1, lines)], { kind: 'added', oldPath: null, newOid: '1111111' }), '');
    await images.of(CHANGE, '');
    const copy = file('fan2.c', CHANGE.hunks, { kind: 'copied', oldPath: 'fan.c', oldOid: '1111111111aa' });
    expect(await shown(images, copy)).toEqual(WHOLE);
  });

  it('has nothing to say of a mere rename that no repository knows', async () => {
    const renamed = file('fan2.c', [], { kind: 'renamed', oldPath: 'fan.c' });
    expect(await shown(createImages({ blobs: store({}) }), renamed)).toEqual(['hunks', 'hunks']);
  });

  it('does not read a patch that is too large to be source', async () => {
    const body = ['+'.padEnd(5 * 1024 * 1024, 'x')];
    const added = file('new.c', [hunk(1, body)], { kind: 'added', oldPath: null });
    expect(await shown(createImages({}), added)).toEqual(['none', 'none', 'file-too-large at 1/1 fan.c']);
  });

  it('shows nothing of binary and combined changes, and one byte a character where UTF-8 fails', async () => {
    expect(await shown(createImages({}), file('x.bin', [], { binary: true }))).toEqual(['none', 'none']);
    const latin: BlobStore = {
      blob: () => Promise.resolve(Uint8Array.from([0x2f, 0x2f, 0xfc, 0x0a])),
      file: () => Promise.resolve(undefined),
    };
    const change = file('u.c', [hunk(1, [' //\ufffd', '+int x;'])], { oldOid: '3333333' });
    expect((await shown(createImages({ blobs: latin }), change))[0]).toBe('whole | 1: //ü');
  });
});
