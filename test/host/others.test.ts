import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, ConfigurationTarget, Uri, window, workspace } from 'vscode';
import { emptyReview } from '../../src/core/review/emptyReview.ts';
import { makeAnchor } from '../../src/core/review/makeAnchor.ts';
import type { MarkTarget, Review } from '../../src/core/review/review.ts';
import { writeReview } from '../../src/core/review/writeReview.ts';
import type { OpenReview } from '../../src/host/reviews/openReview.ts';
import type { PanelRemark } from '../../src/protocol/panelModel.ts';
import { extensionApi, openFile, openWith, projectFile, shown } from './support/extension.ts';
import { letter, writeThread } from './support/mailbox.ts';
import { makeRepository } from './support/repository.ts';
import { until } from './support/until.ts';

const v1 = projectFile('media/example/fan-v1.mbox');
const REVIEWER = 'Reviewer Three <three@example.org>';
const TIMER = 'rust/system/src/timer.rs';
const SEND = '> +unsafe impl Send for Timer {}';

let directory: string;

/**
 * Sets them up: a directory and a reviewer of its own, and nothing of a test left for the next one, neither marks nor
 * what was opened of others.
 */
function standAlone(): void {
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'others-'));
    await setReviewer('Reviewer Two <two@example.org>');
  });
  after(async () => {
    await setReviewer(undefined);
    await rm(directory, { recursive: true, force: true });
  });
  afterEach(async () => {
    const api = await extensionApi();
    for (const review of [...api.reviews()]) {
      const kept = review.others.marks.filter(({ source }) => source.kind === 'kept');
      for (const name of new Set(kept.map(({ source }) => source.name)))
        await commands.executeCommand('interopReview.forgetOther', node(review), name);
      for (const { id } of [...review.review.marks]) review.unmark(id);
      await api.flush();
      await close(review);
    }
    await setReviewer('Reviewer Two <two@example.org>');
  });
}

async function setReviewer(reviewer: string | undefined): Promise<void> {
  const settings = workspace.getConfiguration('interopReview');
  await settings.update('reviewer', reviewer, ConfigurationTarget.Global);
}

/** Message-ID of the patch that adds the timer. */
async function timerMail(): Promise<string> {
  const review = await openFile(v1);
  const id = review.analysis.series.patches[3]?.envelope?.messageId ?? '';
  await close(review);
  return id;
}

async function close(review: OpenReview): Promise<void> {
  await commands.executeCommand('interopReview.closeReview', { kind: 'review', review });
}

/** A file of its own, so that nothing is remembered of it: the thread with these answers. */
async function openThread(name: string, ...texts: readonly string[]): Promise<OpenReview> {
  const to = await timerMail();
  const path = join(directory, name);
  await writeThread(
    path,
    v1,
    texts.map((text, index) => ({ id: `${name}-${index}`, from: REVIEWER, to, text })),
  );
  return openFile(path);
}

async function remarksOf(review: OpenReview): Promise<readonly PanelRemark[]> {
  return (await shown(review)).marks.others ?? [];
}

function node(review: OpenReview): object {
  return { kind: 'review', review };
}

/** What is in the editor that was opened last. */
async function openedText(holds: string): Promise<string> {
  return until(`a document with ${holds}`, () => {
    const text = window.activeTextEditor?.document.getText();
    return text?.includes(holds) === true ? text : undefined;
  });
}

describe('others', () => {
  standAlone();

  describe('what other reviewers said', () => {
    it('in the thread is shown at its lines, what has no place in a list, and none of it is counted', async () => {
      const review = await openThread(
        'thread.mbox',
        `${SEND}\n\nWhich <b>thread</b> may hold it?\n\n> +not_in_here();\n\nAnd this?\n`,
      );
      const remarks = await remarksOf(review);
      deepEqual(
        remarks.map(({ author, text, place, turn }) => [author, text, place?.kind, turn]),
        [
          ['Reviewer Three', 'Which <b>thread</b> may hold it?', 'lines', 'author'],
          ['Reviewer Three', 'And this?', undefined, 'author'],
        ],
      );
      equal(remarks[1]?.patch, 3);
      deepEqual(review.review.marks, []);
      const { coverage } = (await shown(review)).marks;
      equal(coverage.notLookedAt, coverage.total);
      const { threads } = await extensionApi();
      const thread = await until('the thread', () =>
        threads().find(({ comments }) =>
          comments.some(({ body }) => body === 'Which <b>thread</b> may hold it?'),
        ),
      );
      equal(thread.comments[0]?.author.name, 'Reviewer Three');
      equal(thread.contextValue, 'other');
      await close(review);
    });

    it('can be pasted, is there again after reopening, and can be forgotten', async () => {
      const review = await openThread('pasted.mbox');
      const text = letter({ id: 'p1', from: REVIEWER, to: await timerMail(), text: `${SEND}\n\nPasted?\n` });
      await commands.executeCommand('interopReview.pasteReply', node(review), text);
      deepEqual(
        (await remarksOf(review)).map((remark) => remark.text),
        ['Pasted?'],
      );
      await close(review);
      const again = await openFile(join(directory, 'pasted.mbox'));
      deepEqual(
        (await remarksOf(again)).map((remark) => remark.text),
        ['Pasted?'],
      );
      const name = again.others.marks[0]?.source.name;
      await commands.executeCommand('interopReview.forgetOther', node(again), name);
      deepEqual(await remarksOf(again), []);
      await close(again);
    });

    it('in files beside the own one is shown, and only the own one is written and moved', async () => {
      const folder = workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
      const place = join(folder, '.interop-review/reviews');
      await mkdir(place, { recursive: true });
      const review = await openThread('shared.mbox');
      const target: MarkTarget = {
        ...{ kind: 'lines', patch: review.analysis.series.patches[3]?.id ?? '', path: TIMER, side: 'new' },
        ...{ line: 11, endLine: 11 },
      };
      const theirs: Review = {
        ...emptyReview(review.analysis.series),
        reviewer: REVIEWER,
        marks: [
          {
            ...{
              id: 'theirs',
              target,
              anchor: makeAnchor(review.analysis, target),
              state: 'needs-explanation',
            },
            ...{ question: 'From a file?', annotation: null, pattern: null, deferredTo: null, exit: null },
            madeAt: '2026-03-10T10:00:00Z',
          },
        ],
      };
      try {
        const theirFile = join(place, 'theirs.json');
        await writeFile(theirFile, writeReview(theirs));
        await until('the shared remark', () => review.others.marks.find(({ mark }) => mark.id === 'theirs'));
        ok(
          review.mark({
            place: { kind: 'cover', line: 0, endLine: 0 },
            state: 'needs-explanation',
            question: 'Mine?',
            annotation: null,
            deferredTo: null,
          }),
        );
        await (await extensionApi()).flush();
        equal(review.kept?.isShared ?? false, false);
        await commands.executeCommand('interopReview.shareReview', node(review));
        equal(review.kept?.isShared, true);
        const names = (await readdir(place)).filter((name) => name.endsWith('.json'));
        equal(names.length, 2);
        const own = names.find((name) => name !== 'theirs.json') ?? '';
        ok((await readFile(join(place, own), 'utf8')).includes('Mine?'));
        await commands.executeCommand('interopReview.keepPrivate', node(review));
        deepEqual(
          (await readdir(place)).filter((name) => name.endsWith('.json')),
          ['theirs.json'],
        );
        equal(await readFile(theirFile, 'utf8'), writeReview(theirs));
        deepEqual(
          review.review.marks.map(({ question }) => question),
          ['Mine?'],
        );
      } finally {
        for (const { id } of [...review.review.marks]) review.unmark(id);
        await (await extensionApi()).flush();
        await rm(join(folder, '.interop-review'), { recursive: true });
        await close(review);
      }
    });

    it('that cannot be read is told with its place, and the rest is shown', async () => {
      const review = await openThread('broken.mbox');
      const path = join(directory, 'comments.json');
      const good = { path: TIMER, side: 'RIGHT', line: 11, body: 'On GitHub?', user: { login: 'reader' } };
      await writeFile(path, JSON.stringify([good, { path: TIMER, line: 'x', body: 'Broken' }]));
      await commands.executeCommand('interopReview.openOther', node(review), path);
      deepEqual(
        (await remarksOf(review)).map(({ author, text }) => [author, text]),
        [['reader', 'On GitHub?']],
      );
      match((await extensionApi()).failures().at(-1) ?? '', /comments\.json: \[1\]\.line/);
      await commands.executeCommand(
        'interopReview.forgetOther',
        node(review),
        review.others.marks[0]?.source.name,
      );
      await close(review);
    });
  });

  describe('an author', () => {
    it('answers a question of another reviewer, and writes the answer as a mail to them', async () => {
      const review = await openThread('author.mbox', `${SEND}\n\nWhich thread may hold it?\n`);
      const asked = review.otherQuestions[0];
      ok(asked);
      const api = await extensionApi();
      await api.receive(review.key, { type: 'answer', id: asked.at.mark.id, text: 'Any of them.' });
      await api.flush();
      const [remark] = await remarksOf(review);
      equal(remark?.answer, 'Any of them.');
      equal(remark.turn, 'reviewer');
      deepEqual(
        remark.said.map(({ text }) => text),
        ['Any of them.'],
      );
      await commands.executeCommand('interopReview.exportAnswers', node(review));
      const mail = await openedText('Any of them.');
      match(mail, /^To: Reviewer Three <three@example\.org>$/m);
      match(mail, /^In-Reply-To: <author\.mbox-0@example\.org>$/m);
      match(
        mail,
        /^> > \+unsafe impl Send for Timer \{\}\n>\n> Which thread may hold it\?\n\nAny of them\.$/m,
      );

      await close(review);
      const again = await openFile(join(directory, 'author.mbox'));
      equal((await remarksOf(again))[0]?.answer, 'Any of them.');
      await commands.executeCommand('interopReview.answer', { review: again, mark: asked.at.mark }, '');
      equal((await remarksOf(again))[0]?.answer, '');
      await close(again);
    });

    it('sees in the work tree, and after the next commit, which questions are still open', async () => {
      const repository = await makeRepository();
      try {
        const before = ['fn a() {', '    one();', '}', '', 'fn b() {', '    two();', '}', ''];
        const body = Array.from({ length: 12 }, (_, index) => `    call_${index}();`);
        await repository.write('src/lib.rs', before.join('\n'));
        await repository.git('add', '.');
        await repository.git('commit', '-qm', 'base');
        const added = ['fn a() {', '    unsafe { one() };', ...body, '}', ...before.slice(3)];
        await repository.write('src/lib.rs', added.join('\n'));
        await repository.git('commit', '-qam', 'lib: call more');
        const range = { directory: repository.directory, range: 'HEAD^..HEAD' };
        const open = () => openWith('interopReview.reviewRange', { ...range, range: 'main~1..main' });
        await setReviewer('Author One <author@example.org>');
        const review = await open();
        const target: MarkTarget = {
          ...{ kind: 'lines', patch: review.analysis.series.patches[0]?.id ?? '', path: 'src/lib.rs' },
          ...{ side: 'new', line: 2, endLine: 2 },
        };
        const file = join(directory, 'asked.json');
        const asks: Review = {
          ...emptyReview(review.analysis.series),
          reviewer: REVIEWER,
          marks: [
            {
              ...{
                id: 'asks',
                target,
                anchor: makeAnchor(review.analysis, target),
                state: 'needs-explanation',
              },
              ...{ question: 'Why is this sound?', annotation: null, pattern: null, deferredTo: null },
              ...{ exit: null, madeAt: '2026-03-10T10:00:00Z' },
            },
          ],
        };
        await writeFile(file, writeReview(asks));
        await commands.executeCommand('interopReview.openOther', node(review), Uri.file(file));
        equal(review.otherQuestions[0]?.turn, 'you');

        const document = await workspace.openTextDocument(join(repository.directory, 'src/lib.rs'));
        const editor = await window.showTextDocument(document);
        await editor.edit((edit) => {
          edit.insert(
            document.positionAt('fn a() {\n'.length),
            '    // SAFETY: one() may be called from any thread, for it has no state.\n',
          );
        });
        await document.save();
        const documented = await until('the tree to be followed', () =>
          review.otherQuestions.find(({ proposal }) => proposal !== null),
        );
        equal(documented.proposal?.kind, 'documented');
        equal(documented.isInTree, true);
        equal(documented.turn, 'reviewer');

        await repository.git('commit', '-qam', 'lib: say why');
        await close(review);
        const later = await openWith('interopReview.reviewRange', { ...range, range: 'main~2..main' });
        await commands.executeCommand('interopReview.openOther', node(later), Uri.file(file));
        const [after] = later.otherQuestions;
        equal(after?.state, 'answered');
        equal(after.proposal?.kind, 'documented');
        await close(later);
      } finally {
        await commands.executeCommand('workbench.action.closeAllEditors');
        await repository.remove();
      }
    });
  });

  describe('a review for other programs', () => {
    it('goes to b4 and to GitHub, and comes back', async () => {
      const review = await openThread('interchange.mbox');
      const { series } = review.analysis;
      const file = series.patches[3]?.files.findIndex(({ newPath }) => newPath === TIMER) ?? -1;
      const place = { kind: 'lines', patch: 3, file, hunk: 0, row: 10, endRow: 10 } as const;
      ok(
        review.mark({
          place,
          state: 'needs-explanation',
          question: 'Which thread?',
          annotation: null,
          deferredTo: null,
        }),
      );
      const line = review.review.marks[0]?.target.line;
      const other = await openThread('interchange-back.mbox');
      try {
        const b4 = Uri.file(join(directory, 'b4'));
        await commands.executeCommand('interopReview.exportB4', node(review), b4);
        deepEqual([...(await readdir(b4.fsPath))].sort(), ['0004.txt', 'identity.txt']);
        equal(await readFile(join(b4.fsPath, 'identity.txt'), 'utf8'), `${review.review.reviewer}\n`);
        await writeFile(join(b4.fsPath, 'identity.txt'), `${REVIEWER}\n`);
        await commands.executeCommand('interopReview.importB4', node(other), b4);
        await commands.executeCommand('interopReview.exportGithub', node(review));
        const json = join(directory, 'github.json');
        await writeFile(
          json,
          (await openedText('"body"')).replace(
            '"body": "Which',
            '"user": { "login": "reader" }, "body": "On GitHub: which',
          ),
        );
        await commands.executeCommand('interopReview.importGithub', node(other), Uri.file(json));
        deepEqual(other.others.marks.map(({ mark, target }) => [mark.question, target?.line]).sort(), [
          ['On GitHub: which thread?', line],
          ['Which thread?', line],
        ]);
      } finally {
        for (const name of new Set(other.others.marks.map(({ source }) => source.name)))
          await commands.executeCommand('interopReview.forgetOther', node(other), name);
        for (const { id } of [...review.review.marks]) review.unmark(id);
        await (await extensionApi()).flush();
        await close(review);
        await close(other);
      }
    });
  });
});
