import { equal, ok } from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, Uri } from 'vscode';
import { sourceKey } from '../../src/host/source/reviewSource.ts';
import { extensionApi, shown } from './support/extension.ts';
import { until } from './support/until.ts';

const PATCHES = 400;

describe('a long series', () => {
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'long-'));
  });
  after(() => rm(directory, { recursive: true }));

  it('tells how far it is, stops when asked, and says that it is not complete', async () => {
    const path = join(directory, 'long.mbox');
    await writeFile(path, Array.from({ length: PATCHES }, (_, index) => mail(index + 1)).join('\n'));
    const api = await extensionApi();
    const uri = Uri.file(path);
    const key = sourceKey({ kind: 'files', uris: [uri.toString()] });
    const opening = commands.executeCommand('interopReview.openSeries', uri);
    const progress = await until('progress', async () => {
      await api.receive(key, { type: 'ready' });
      return api.sent(key).find((message) => message.type === 'loading' && message.done > 0);
    });
    ok(progress.type === 'loading' && progress.total === PATCHES && progress.done < PATCHES);
    await api.receive(key, { type: 'cancel' });
    await opening;

    const review = api.reviews().find((open) => open.key === key);
    ok(review);
    const { model } = await shown(review);
    ok(model.problems.some(({ code }) => code === 'cancelled'));
    equal(model.patches.length, PATCHES);
    ok(review.analysis.patches.some(({ files }) => files.some(({ annotations }) => annotations.length > 0)));
  });
});

/** A patch that adds a file with many places to look at. */
function mail(position: number): string {
  const body = Array.from({ length: 60 }, (_, line) =>
    line % 3 === 1 ? `+    let v${line} = unsafe { fan_read(p.add(${line})) };` : `+    tick(${line});`,
  );
  const lines = [`+pub unsafe extern "C" fn part_${position}(p: *mut u8) {`, ...body, '+}'];
  return [
    'From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001',
    'From: Fan Author <author@example.org>',
    `Subject: [PATCH ${position}/${PATCHES}] part ${position}`,
    `Message-ID: <long-${position}@example.org>`,
    '',
    'Why.',
    '---',
    `diff --git a/src/part${position}.rs b/src/part${position}.rs`,
    'new file mode 100644',
    '--- /dev/null',
    `+++ b/src/part${position}.rs`,
    `@@ -0,0 +1,${lines.length} @@`,
    ...lines,
    '',
  ].join('\n');
}
