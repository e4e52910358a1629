import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { commands, CommentThreadState, Range, Uri, window, workspace, type CommentThread } from 'vscode';
import type { Annotation } from '../../src/core/annotate/annotation.ts';
import { createImages } from '../../src/core/image/createImages.ts';
import { imageText } from '../../src/host/documents/imageText.ts';
import { imageUri } from '../../src/host/documents/imageUri.ts';
import type { OpenReview } from '../../src/host/reviews/openReview.ts';
import { extensionApi, openFile, projectFile } from './support/extension.ts';
import { until } from './support/until.ts';

const fan = projectFile('media/example/fan-v2.mbox');

interface Asked {
  readonly review: OpenReview;
  readonly patch: number;
  readonly file: number;
  readonly annotation: Annotation;
}

/** A Rust file that the example adds, with an annotation that is asked about. */
async function asked(question: string): Promise<Asked> {
  const review = await openFile(fan);
  for (const { id } of [...review.review.marks]) review.unmark(id);
  for (const [patch, { files }] of review.analysis.series.patches.entries())
    for (const [file, { oldPath, language }] of files.entries()) {
      const annotations = review.analysis.patches[patch]?.files[file]?.annotations ?? [];
      const annotation = annotations.find(({ attention }) => attention !== 'note');
      if (oldPath !== null || language !== 'rust' || !annotation) continue;
      const reference = { review: review.key, annotation: annotation.id };
      await commands.executeCommand('interopReview.markNeedsExplanation', reference, question);
      return { review, patch, file, annotation };
    }
  throw new Error('the example adds no annotated Rust file');
}

async function threadAt(uri: Uri): Promise<CommentThread> {
  const { threads } = await extensionApi();
  return until('the thread', () => threads().find((thread) => thread.uri.toString() === uri.toString()));
}

function said({ comments }: CommentThread): readonly string[] {
  return comments.map(({ body }) => (typeof body === 'string' ? body : body.value));
}

/** What VS Code passes on when a reply is sent. */
function reply(
  thread: CommentThread,
  text: string,
): { readonly thread: CommentThread; readonly text: string } {
  return { thread, text };
}

describe('a question', () => {
  it('is a thread at its lines, which takes remarks and ends', async () => {
    const { review, patch, file, annotation } = await asked('Who frees the state?');
    const uri = imageUri(review, patch, file, 'new');
    ok(uri);
    const thread = await threadAt(uri);
    deepEqual(said(thread), ['Who frees the state?']);
    equal(thread.range?.start.line, annotation.line - 1);
    equal(thread.state, CommentThreadState.Unresolved);
    equal(thread.canReply, true);

    await commands.executeCommand('interopReview.reply', reply(thread, 'Asked on the list as well.'));
    deepEqual(said(thread), ['Who frees the state?', 'Asked on the list as well.']);
    equal(review.review.marks[0]?.remarks?.[0]?.text, 'Asked on the list as well.');

    await commands.executeCommand('interopReview.questionDocumented', thread, 'The new comment says it.');
    equal(thread.state, CommentThreadState.Resolved);
    equal(thread.canReply, false);
    match(thread.label ?? '', /documented in v2/);
    await commands.executeCommand('interopReview.questionReopened', thread);
    equal(thread.state, CommentThreadState.Unresolved);
    await commands.executeCommand('interopReview.questionWithdrawn', thread, 'Seen elsewhere.');
    equal(review.review.marks[0].exit?.kind, 'withdrawn');

    const again = await openFile(fan);
    equal(again.review.marks[0]?.remarks?.[0]?.text, 'Asked on the list as well.');
    await commands.executeCommand('interopReview.questionDeleted', await threadAt(uri));
    deepEqual(again.review.marks, []);
    deepEqual((await extensionApi()).threads(), []);
  });

  it('that is understood after all is none any more, and its thread is gone', async () => {
    const { review, patch, file } = await asked('Why so?');
    const uri = imageUri(review, patch, file, 'new');
    ok(uri);
    await commands.executeCommand('interopReview.questionUnderstood', await threadAt(uri));
    equal(review.review.marks[0]?.state, 'understood');
    deepEqual((await extensionApi()).threads(), []);
    review.unmark(review.review.marks[0].id);
  });

  it('can be asked in a new thread on any lines of either side', async () => {
    const { review } = await asked('Not this one.');
    for (const { id } of [...review.review.marks]) review.unmark(id);
    const { patches } = review.analysis.series;
    const patch = patches.findIndex(({ files }) =>
      files.some(({ kind, hunks }) => kind === 'modified' && hunks[0]),
    );
    const file = patches[patch]?.files.findIndex(({ kind }) => kind === 'modified') ?? -1;
    const hunk = patches[patch]?.files[file]?.hunks[0];
    const uri = imageUri(review, patch, file, 'old');
    ok(hunk && uri);
    const range = new Range(hunk.oldStart - 1, 0, hunk.oldStart + 1, 0);
    let disposed = false;
    const fresh = { uri, range, comments: [], dispose: () => (disposed = true) };
    await commands.executeCommand('interopReview.ask', { thread: fresh, text: 'What was this for?' });
    equal(disposed, true);
    const thread = await threadAt(uri);
    deepEqual([thread.range?.start.line, thread.range?.end.line], [range.start.line, range.end.line]);
    const target = review.review.marks[0]?.target;
    equal(target?.kind === 'lines' && target.side, 'old');
    review.unmark(review.review.marks[0]?.id ?? '');
  });

  it('stays with its lines in a file on the disk that is edited', async () => {
    const { review, patch, file, annotation } = await asked('Who frees the state?');
    const change = review.analysis.series.patches[patch]?.files[file];
    const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
    ok(change?.newPath && folder);
    const path = join(folder, change.newPath);
    await mkdir(dirname(path), { recursive: true });
    try {
      await writeFile(path, imageText((await createImages({}).of(change, '')).value.new));
      const editor = await window.showTextDocument(Uri.file(path));
      const thread = await threadAt(editor.document.uri);
      equal(thread.range?.start.line, annotation.line - 1);
      await editor.edit((edit) => {
        edit.insert(editor.document.positionAt(0), '// One.\n// Two.\n');
      });
      await until('the thread two lines below', () =>
        thread.range?.start.line === annotation.line + 1 ? true : undefined,
      );
      const { threads } = await extensionApi();
      await editor.edit((edit) => {
        edit.replace(editor.document.lineAt(annotation.line + 1).range, '    something_else();');
        edit.insert(editor.document.positionAt(0), '// Three.\n');
      });
      await until('the thread where the line was changed', () =>
        threads().includes(thread) && thread.range?.start.line === annotation.line + 2 ? true : undefined,
      );
      deepEqual(said(thread), ['Who frees the state?']);
      await commands.executeCommand('workbench.action.files.revert');
    } finally {
      for (const { id } of [...review.review.marks]) review.unmark(id);
      await rm(path);
    }
  });
});
