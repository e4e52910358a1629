import { equal, match, ok } from 'node:assert/strict';
import { commands, window, workspace, type TextDocument } from 'vscode';
import type { OpenReview } from '../../src/host/reviews/openReview.ts';
import { extensionApi, openFile, projectFile, shown } from './support/extension.ts';
import { until } from './support/until.ts';

/** The unsaved document that a command opens; other files may come into view meanwhile. */
async function opened(command: string): Promise<TextDocument> {
  const before = new Set(workspace.textDocuments);
  await commands.executeCommand(command);
  return until(`a document of ${command}`, () =>
    window.visibleTextEditors
      .map(({ document }) => document)
      .find((document) => document.isUntitled && !before.has(document)),
  );
}

describe('what leaves a review', () => {
  let review: OpenReview;
  before(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    const api = await extensionApi();
    for (const open of api.reviews())
      await commands.executeCommand('interopReview.closeReview', { kind: 'review', review: open });
    equal(api.reviews().length, 0);
    review = await openFile(projectFile('media/example/fan-v2.mbox'));
    const { model } = await shown(review);
    const patch = model.patches.findIndex(({ files }) =>
      files.some(({ annotations }) => annotations.length > 0),
    );
    const file = model.patches[patch]?.files.findIndex(({ annotations }) => annotations.length > 0) ?? 0;
    const annotation = model.patches[patch]?.files[file]?.annotations[0];
    ok(annotation);
    const { hunk, row, endRow } = annotation;
    await api.receive(review.key, {
      type: 'mark',
      place: { kind: 'lines', patch, file, hunk, row, endRow },
      state: 'needs-explanation',
      question: 'Which lock is held here?',
      annotation: annotation.id,
      deferredTo: null,
    });
  });
  after(async () => {
    for (const { id } of [...review.review.marks]) review.unmark(id);
    await (await extensionApi()).flush();
  });

  it('is a reply as an unsaved mail with the question below the quoted lines', async () => {
    const document = await opened('interopReview.exportReply');
    equal(document.languageId, 'patch-mail');
    const text = document.getText();
    match(text, /^Subject: Re: \[PATCH v2 \d\/\d\]/m);
    match(text, /^In-Reply-To: <.*@example\.org>$/m);
    match(text, /^> \+.*\n(>.*\n)*\nWhich lock is held here\?\n/m);
    match(text, /^\d+ crossings?: 0 understood, 1 needs explanation/m);
  });

  it('is the whole review as Markdown and as JSON', async () => {
    const markdown = await opened('interopReview.exportMarkdown');
    equal(markdown.languageId, 'markdown');
    match(markdown.getText(), /Which lock is held here\?/);
    const json = await opened('interopReview.exportJson');
    equal(json.languageId, 'json');
    const report = JSON.parse(json.getText()) as {
      format: number;
      review: { marks: { question: string }[] };
    };
    equal(report.format, 1);
    equal(report.review.marks[0]?.question, 'Which lock is held here?');
  });
});
