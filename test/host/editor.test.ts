import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  commands,
  Range,
  Selection,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type Hover,
  type MarkdownString,
  type TextEditor,
} from 'vscode';
import type { Annotation } from '../../src/core/annotate/annotation.ts';
import { imageText } from '../../src/host/documents/imageText.ts';
import { createImages } from '../../src/core/image/createImages.ts';
import { imageUri } from '../../src/host/documents/imageUri.ts';
import type { OpenReview } from '../../src/host/reviews/openReview.ts';
import { extensionApi, openFile, projectFile } from './support/extension.ts';
import { until } from './support/until.ts';

const fan = projectFile('media/example/fan-v2.mbox');

interface Shown {
  readonly review: OpenReview;
  readonly editor: TextEditor;
  readonly annotation: Annotation;
}

/** A file of the example with an annotation to answer, shown as its image. */
async function image(): Promise<Shown> {
  const review = await openFile(fan);
  for (const { id } of [...review.review.marks]) review.unmark(id);
  const [patch, file] = addedRust(review);
  const annotations = review.analysis.patches[patch]?.files[file]?.annotations ?? [];
  const alone = annotations.filter(
    ({ line }) => annotations.filter((other) => other.line === line).length === 1,
  );
  const annotation = alone.find(({ attention }) => attention !== 'note');
  const uri = imageUri(review, patch, file, 'new');
  ok(annotation && uri);
  return { review, annotation, editor: await window.showTextDocument(uri) };
}

/** Indices of a Rust file that a patch adds with an `unsafe` block. */
function addedRust({ analysis }: OpenReview): readonly [number, number] {
  for (const [patch, { files }] of analysis.series.patches.entries())
    for (const [file, { oldPath, language }] of files.entries()) {
      const found = analysis.patches[patch]?.files[file]?.annotations ?? [];
      if (oldPath === null && language === 'rust' && found.some(({ pattern }) => pattern === 'unsafe-block'))
        return [patch, file];
    }
  throw new Error('the example adds no Rust file with an unsafe block');
}

async function standing({ document }: TextEditor, line: number, expected: string | undefined): Promise<void> {
  const { gutter } = await extensionApi();
  await until(`line ${line} to be ${expected ?? 'unmarked'}`, () => {
    const marks = gutter(document.uri).filter((mark) => mark.line === line);
    return expected === undefined
      ? marks.length === 0 || undefined
      : marks.some((mark) => mark.standing === expected) || undefined;
  });
}

function select(editor: TextEditor, line: number, endLine = line): void {
  const end = endLine === line ? 0 : editor.document.lineAt(endLine - 1).text.length;
  editor.selection = new Selection(line - 1, 0, endLine - 1, end);
}

describe('lines of a file under review', () => {
  it('are marked in the gutter, and change there as soon as they are answered', async () => {
    const { review, editor, annotation } = await image();
    await standing(editor, annotation.line, annotation.attention);
    select(editor, annotation.line);
    await commands.executeCommand('interopReview.markUnderstood');
    await standing(editor, annotation.line, 'understood');
    equal(review.review.marks.find((mark) => mark.annotation === annotation.id)?.state, 'understood');
    await commands.executeCommand('interopReview.markNeedsExplanation', undefined, 'Who frees it?');
    await standing(editor, annotation.line, 'needs-explanation');
    equal(review.review.marks.find((mark) => mark.annotation === annotation.id)?.question, 'Who frees it?');
    await commands.executeCommand('interopReview.markDeferred', undefined, 'someone@example.org');
    await standing(editor, annotation.line, 'deferred');
    await commands.executeCommand('interopReview.removeMarks');
    await standing(editor, annotation.line, annotation.attention);
    deepEqual(review.review.marks, []);
  });

  it('can be marked from the gutter, by selection, and through a link to an annotation', async () => {
    const { review, editor, annotation } = await image();
    const { uri } = editor.document;
    await commands.executeCommand('interopReview.markUnderstood', { uri, lineNumber: annotation.line });
    await standing(editor, annotation.line, 'understood');
    await commands.executeCommand('interopReview.removeMarks', {
      review: review.key,
      annotation: annotation.id,
    });
    await standing(editor, annotation.line, annotation.attention);
    select(editor, 1, 3);
    await commands.executeCommand('interopReview.markNeedsExplanation', undefined, 'Why these?');
    await standing(editor, 1, 'needs-explanation');
    const target = review.review.marks[0]?.target;
    ok(target?.kind === 'lines');
    deepEqual([target.line, target.endLine, target.side], [1, 3, 'new']);
    review.unmark(review.review.marks[0]?.id ?? '');
  });

  it('tell on hovering what they are, with their facts, and links to trusted commands only', async () => {
    const { editor, annotation } = await image();
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      {
        line: annotation.line - 1,
        character: 1,
      },
    );
    const text = hovers
      .flatMap(({ contents }) => contents as MarkdownString[])
      .find(({ value }) => value.includes(annotation.title.slice(0, 8)));
    ok(text);
    match(text.value, /Not looked at yet/);
    match(text.value, /command:interopReview\.markUnderstood\?/);
    ok(typeof text.isTrusted === 'object');
    const used = [...text.value.matchAll(/command:([\w.]+)/g)].map(([, command]) => command ?? '');
    const enabled = text.isTrusted.enabledCommands;
    deepEqual(
      used.filter((command) => !enabled.includes(command)),
      [],
    );
  });

  it('are marked in the file on the disk that is as the patch leaves it, follow edits, undo and rename, and end with it', async () => {
    const { review, annotation } = await image();
    const [patch, file] = addedRust(review);
    const change = review.analysis.series.patches[patch]?.files[file];
    const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
    ok(change?.newPath && folder);
    const path = join(folder, change.newPath);
    const text = imageText((await createImages({}).of(change, '')).value.new);
    await mkdir(dirname(path), { recursive: true });
    try {
      await writeFile(path, text);
      const editor = await window.showTextDocument(Uri.file(path));
      await standing(editor, annotation.line, annotation.attention);
      select(editor, annotation.line);
      await commands.executeCommand('interopReview.markUnderstood');
      await standing(editor, annotation.line, 'understood');
      const { document } = editor;
      const mark = annotation.line - 1;
      await editor.edit((edit) => {
        edit.insert(document.positionAt(0), '// A line more.\n');
      });
      await standing(editor, annotation.line, undefined);
      await standing(editor, annotation.line + 1, 'understood');
      await editor.edit((edit) => {
        edit.insert(document.lineAt(mark + 1).range.end, ' // changed');
      });
      await standing(editor, annotation.line + 1, 'understood');
      select(editor, annotation.line + 3);
      await commands.executeCommand('interopReview.markNeedsExplanation', undefined, 'Why?');
      const { target } = review.review.marks.at(-1) ?? {};
      equal(target?.kind === 'lines' && target.line, annotation.line + 2);
      await commands.executeCommand('undo');
      await commands.executeCommand('undo');
      await standing(editor, annotation.line, 'understood');
      equal(document.isDirty, false);

      const renamed = Uri.file(path.replace(/\.rs$/, '_renamed.rs'));
      const rename = new WorkspaceEdit();
      rename.renameFile(document.uri, renamed);
      await workspace.applyEdit(rename);
      await standing(await window.showTextDocument(renamed), annotation.line, 'understood');
      const back = new WorkspaceEdit();
      back.renameFile(renamed, document.uri);
      await workspace.applyEdit(back);

      const other = await window.showTextDocument(Uri.file(path));
      await other.edit((edit) => {
        edit.replace(other.document.validateRange(new Range(0, 0, 100_000, 0)), 'fn other() {}\n');
      });
      await standing(other, 1, undefined);
      equal((await extensionApi()).gutter(other.document.uri).length, 0);
      await commands.executeCommand('workbench.action.files.revert');
    } finally {
      for (const { id } of [...review.review.marks]) review.unmark(id);
      await rm(path, { force: true });
    }
  });
});
