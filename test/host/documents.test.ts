import { equal, match, ok } from 'node:assert/strict';
import { join } from 'node:path';
import {
  commands,
  TabInputTextDiff,
  Uri,
  window,
  workspace,
  type DocumentSymbol,
  type FoldingRange,
} from 'vscode';
import { imageUri } from '../../src/host/documents/imageUri.ts';
import { patternUri } from '../../src/host/documents/patternPages.ts';
import { extensionApi, openFile, openWith, projectFile, shown } from './support/extension.ts';
import { makeRepository } from './support/repository.ts';
import { until } from './support/until.ts';

const fan = projectFile('media/example/fan-v2.mbox');

describe('both sides of a file under review', () => {
  it('are documents in their language with the line numbers of the file', async () => {
    const review = await openFile(fan);
    const { patches } = review.analysis.series;
    const patch = patches.findIndex(({ files }) =>
      files.some((file) => file.language && file.hunks.length > 0),
    );
    const file =
      patches[patch]?.files.findIndex((change) => change.language && change.hunks.length > 0) ?? -1;
    const change = patches[patch]?.files[file];
    ok(change);
    const side = change.newPath === null ? 'old' : 'new';
    const uri = imageUri(review, patch, file, side);
    ok(uri);
    const document = await workspace.openTextDocument(uri);
    await until('the language', () => (document.languageId === change.language ? true : undefined));
    for (const line of change.hunks.flatMap((hunk) => hunk.lines)) {
      const number = side === 'old' ? line.oldLine : line.newLine;
      if (number !== undefined) equal(document.lineAt(number - 1).text, line.text);
    }
  });

  it('open as a native diff from the panel and from the tree', async () => {
    const api = await extensionApi();
    const review = await openFile(fan);
    await shown(review);
    await api.receive(review.key, { type: 'nativeDiff', patch: 0 });
    const { total, patches } = review.analysis.series;
    const label = `1/${total} ${patches[0]?.message.subject ?? ''}`;
    await until('the multi-diff', () => {
      const shownNow = window.tabGroups.activeTabGroup.activeTab?.label ?? '';
      return shownNow.startsWith(label) ? true : undefined;
    });
  });

  it('are whole and diffed when a repository has them', async () => {
    const repository = await makeRepository();
    try {
      await repository.write('a.c', 'int a;\nint b;\nint c;\n');
      await repository.git('add', '.');
      await repository.git('commit', '-q', '-m', 'Begin');
      await repository.write('a.c', 'int a;\nint b;\nint d;\n');
      await repository.git('commit', '-q', '-a', '-m', 'Rename');
      const { directory } = repository;
      const review = await openWith('interopReview.reviewRange', { directory, range: 'HEAD^!' });
      await commands.executeCommand('interopReview.openDiff', { kind: 'file', review, patch: 0, file: 0 });
      const input = await until('the diff', () => {
        const tab = window.tabGroups.activeTabGroup.activeTab?.input;
        return tab instanceof TabInputTextDiff ? tab : undefined;
      });
      equal((await workspace.openTextDocument(input.original)).getText(), 'int a;\nint b;\nint c;\n');
      equal((await workspace.openTextDocument(input.modified)).getText(), 'int a;\nint b;\nint d;\n');
      equal(input.original.scheme, 'interop-review-image');
      equal(input.modified.toString(), Uri.file(join(directory, 'a.c')).toString());
      await repository.write('a.c', 'int elsewhere;\n');
      await commands.executeCommand('workbench.action.closeAllEditors');
      await until('the image of a file that the tree has otherwise', async () => {
        // VS Code takes a moment to see what was written to the disk.
        await commands.executeCommand('interopReview.openDiff', { kind: 'file', review, patch: 0, file: 0 });
        const tab = window.tabGroups.activeTabGroup.activeTab?.input;
        return tab instanceof TabInputTextDiff && tab.modified.scheme === 'interop-review-image'
          ? true
          : undefined;
      });
      await commands.executeCommand('interopReview.openSeriesDiff', { kind: 'review', review });
      await until('all files of the series', () =>
        window.tabGroups.activeTabGroup.activeTab?.label.startsWith('Rename') === true ? true : undefined,
      );
    } finally {
      await repository.remove();
    }
  });
});

describe('the page of a pattern', () => {
  it('is Markdown with its checks', async () => {
    await openFile(fan);
    const document = await workspace.openTextDocument(patternUri('unsafe-block'));
    equal(document.languageId, 'markdown');
    match(document.getText(), /^# .*\n[^]*## What to check/);
  });

  it('says when there is none', async () => {
    const document = await workspace.openTextDocument(patternUri('no-such-pattern'));
    match(document.getText(), /no-such-pattern/);
  });
});

describe('links', () => {
  it('open files of the workspace at their heading, and nothing outside of it', async () => {
    const api = await extensionApi();
    const folder = workspace.workspaceFolders?.[0]?.uri;
    ok(folder);
    const page = Uri.joinPath(folder, 'docs/rust.rst');
    await workspace.fs.writeFile(
      page,
      new TextEncoder().encode('Rust\n====\n\nCommon pitfalls\n---------------\n'),
    );
    const review = await openFile(fan);
    await shown(review);
    await api.receive(review.key, { type: 'openLink', target: 'tree:docs/rust.rst#common-pitfalls' });
    equal(window.activeTextEditor?.document.uri.toString(), page.toString());
    equal(window.activeTextEditor.selection.active.line, 3);
    const told = api.failures().length;
    for (const target of ['tree:../outside', 'file:///etc/passwd', 'command:workbench.action.quit'])
      await api.receive(review.key, { type: 'openLink', target });
    equal(api.failures().length, told + 3);
  });
});

describe('a patch opened as text', () => {
  it('has an outline, folds, and leads to the files of the workspace', async () => {
    const document = await workspace.openTextDocument(fan);
    const symbols = await until('the outline', async () => {
      const found = await commands.executeCommand<DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found && found.length > 0 ? found : undefined;
    });
    equal(symbols.length, 8);
    equal(symbols[1]?.name, '[PATCH v2 1/7] core: tell others when a device is reset');
    equal(symbols[1].children[0]?.name, 'core/object.c');
    const folds = await commands.executeCommand<FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const patchLine = symbols[1].selectionRange.start.line;
    ok(folds.some(({ start }) => start === patchLine));
  });
});
