import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, Uri, window, workspace } from 'vscode';
import { extensionApi, latest, openFile, openWith, projectFile, shown } from './support/extension.ts';
import { until } from './support/until.ts';

const fan = projectFile('media/example/fan-v2.mbox');

describe('a mailbox', () => {
  it('becomes a review in a panel', async () => {
    const review = await openFile(fan);
    const { model, marks, source } = await shown(review);
    match(model.title, /^\[PATCH v2 0\/\d+\]/);
    equal(model.version, 2);
    equal(model.patches.length, review.analysis.series.patches.length);
    ok(model.patches.length > 1);
    ok(model.cover && model.cover.lines.length > 0);
    deepEqual(model.problems, []);
    const annotations = model.patches.flatMap(({ files }) => files.flatMap((file) => file.annotations));
    ok(annotations.some(({ category }) => category === 'unsafe'));
    equal(marks.coverage.notLookedAt, marks.coverage.total);
    deepEqual(source, { kind: 'files', uris: [Uri.file(fan).toString()] });
    const title = `v2 ${review.analysis.series.subject}`;
    await until('the title of the tab', () =>
      window.tabGroups.activeTabGroup.activeTab?.label === title ? true : undefined,
    );
  });

  it('is the same review when opened twice, and two mailboxes are two', async () => {
    const api = await extensionApi();
    const first = await openFile(fan);
    const again = await openFile(fan);
    equal(first.key, again.key);
    const other = await openFile(projectFile('media/example/fan-v1.mbox'));
    ok(api.reviews().includes(again));
    ok(api.reviews().includes(other));
    equal((await shown(other)).model.version, 1);
  });

  it('does what was asked of it while its page was built anew', async () => {
    const api = await extensionApi();
    const review = await openFile(fan);
    await shown(review);
    await commands.executeCommand('workbench.action.files.newUntitledFile');
    await until('the panel to be hidden', () => (window.activeTextEditor ? true : undefined));
    const before = api.sent(review.key).length;
    await openFile(fan);
    await commands.executeCommand('interopReview.next');
    await api.receive(review.key, { type: 'ready' });
    const types = api
      .sent(review.key)
      .slice(before)
      .map(({ type }) => type);
    ok(types.includes('command'), types.join());
    ok(types.lastIndexOf('model') < types.indexOf('command'), types.join());
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('gets colours for a hunk when the panel asks', async () => {
    const api = await extensionApi();
    const review = await openFile(fan);
    const { model } = await shown(review);
    const patch = model.patches.findIndex(({ files }) => files.some(({ language }) => language === 'rust'));
    const file = model.patches[patch]?.files.findIndex(({ language }) => language === 'rust') ?? -1;
    await api.receive(review.key, { type: 'needTokens', patch, file, hunk: 0 });
    const { lines } = await latest(review, 'tokens');
    equal(lines.length, model.patches[patch]?.files[file]?.hunks[0]?.lineCount);
    ok(lines.some((runs) => runs.some(([, , tokenClass]) => tokenClass === 'keyword')));
  });

  it('is read from the editor when its text was changed there', async () => {
    const document = await workspace.openTextDocument({
      language: 'diff',
      content: '--- a/a.rs\n+++ b/a.rs\n@@ -1 +1 @@\n-fn a() {}\n+unsafe fn a() {}\n',
    });
    const review = await openWith('interopReview.openSeries', document.uri);
    equal((await shown(review)).model.patches[0]?.files[0]?.annotations[0]?.pattern, 'unsafe-fn');
  });

  it('given as several files is one series', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'patches-'));
    try {
      const paths = [1, 2].map((number) => join(directory, `000${number}.patch`));
      for (const [index, path] of paths.entries())
        await writeFile(
          path,
          `From: A <a@example.org>\nSubject: [PATCH ${index + 1}/2] part ${index + 1}\nMessage-ID: <p${index}@example.org>\n\nWhy.\n---\n--- a/a.c\n+++ b/a.c\n@@ -1 +1 @@\n-int a;\n+int b;\n`,
        );
      const uris = paths.map((path) => Uri.file(path));
      const review = await openWith('interopReview.openSeries', uris[0], uris);
      deepEqual(
        review.analysis.series.patches.map(({ message }) => message.subject),
        ['part 1', 'part 2'],
      );
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});

describe('a file that cannot be reviewed', () => {
  it('says so in the panel, with the place', async () => {
    const api = await extensionApi();
    const before = api.reviews().length;
    await commands.executeCommand('interopReview.openSeries', Uri.file('/nowhere/at-all.patch'));
    equal(api.reviews().length, before);
    equal(await until('the tab', () => window.tabGroups.activeTabGroup.activeTab?.label), 'at-all.patch');
  });
});
