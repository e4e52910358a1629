import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readReview } from '../../src/core/review/readReview.ts';
import type { Review } from '../../src/core/review/review.ts';
import { writeReview } from '../../src/core/review/writeReview.ts';
import type { OpenReview } from '../../src/host/reviews/openReview.ts';
import type { PanelAnnotation, PanelPlace } from '../../src/protocol/panelModel.ts';
import { extensionApi, latest, openFile, projectFile, shown } from './support/extension.ts';

const fan = projectFile('media/example/fan-v2.mbox');

interface Target {
  readonly review: OpenReview;
  readonly annotation: PanelAnnotation;
  readonly place: PanelPlace;
}

/** Some annotation that asks for a look, on a review opened anew. */
async function target(skip = 0): Promise<Target> {
  const review = await openFile(fan);
  const { model } = await shown(review);
  const found = model.patches.flatMap(({ files }, patch) =>
    files.flatMap(({ annotations, generated }, file) =>
      annotations
        .filter(({ attention }) => attention !== 'note' && !generated)
        .map((annotation): Target => {
          const { hunk, row, endRow } = annotation;
          return { review, annotation, place: { kind: 'lines', patch, file, hunk, row, endRow } };
        }),
    ),
  );
  const wanted = found[skip];
  ok(wanted, 'the example has no annotation to mark');
  return wanted;
}

async function reviewFile(review: OpenReview): Promise<{ readonly path: string; readonly saved: Review }> {
  const { storage } = await extensionApi();
  const directory = join(storage, 'reviews');
  const names = (await readdir(directory)).filter((name) => name.endsWith('.json'));
  for (const name of names) {
    const path = join(directory, name);
    const saved = readReview(await readFile(path, 'utf8'), path).value;
    if (saved?.series.id === review.analysis.series.id) return { path, saved };
  }
  throw new Error(`no review file among ${names.join(', ')}`);
}

async function ask({ review, annotation, place }: Target, question: string): Promise<void> {
  const api = await extensionApi();
  const rest = { annotation: annotation.id, deferredTo: null };
  await api.receive(review.key, { type: 'mark', place, state: 'needs-explanation', question, ...rest });
  await api.flush();
}

/** Leaves nothing behind for the next test. */
async function unmarkAll(key: string): Promise<void> {
  const api = await extensionApi();
  const review = api.reviews().find((open) => open.key === key);
  for (const { id } of [...(review?.review.marks ?? [])]) review?.unmark(id);
  await api.flush();
}

describe('a mark', () => {
  it('goes to the panel and to the disk at once, and is there again after opening anew', async () => {
    const at = await target();
    await ask(at, 'Who frees the state?');
    const { marks } = await latest(at.review, 'marks');
    const mark = marks.marks.find(({ annotation }) => annotation === at.annotation.id);
    deepEqual(mark?.place, at.place);
    equal(mark.question, 'Who frees the state?');
    equal(marks.coverage.needsExplanation, 1);

    const { saved } = await reviewFile(at.review);
    const written = saved.marks.find(({ id }) => id === mark.id);
    equal(written?.pattern, at.annotation.pattern);
    ok(written.anchor.text.length > 0);
    match(written.madeAt, /^\d{4}-.*Z$/);

    const again = await openFile(fan);
    ok(again !== at.review);
    deepEqual(again.review.marks, saved.marks);
  });

  it('takes the place of an earlier one, ends, and can be taken away', async () => {
    const api = await extensionApi();
    const at = await target();
    await ask(at, 'First?');
    await ask(at, 'Second?');
    const [first, ...more] = at.review.review.marks.filter(
      ({ annotation }) => annotation === at.annotation.id,
    );
    equal(first?.question, 'Second?');
    deepEqual(more, []);

    const reason = 'Answered on the list.';
    await api.receive(at.review.key, { type: 'endQuestion', id: first.id, kind: 'withdrawn', reason });
    await api.flush();
    equal((await reviewFile(at.review)).saved.marks.find(({ id }) => id === first.id)?.exit?.reason, reason);

    await api.receive(at.review.key, { type: 'unmark', id: first.id });
    await api.flush();
    equal(
      (await reviewFile(at.review)).saved.marks.some(({ id }) => id === first.id),
      false,
    );
  });

  it('can stand on the cover letter and on a message', async () => {
    const api = await extensionApi();
    const { review } = await target();
    const rest = { state: 'understood', question: '', annotation: null, deferredTo: null };
    const places: readonly PanelPlace[] = [
      { kind: 'cover', line: 0, endLine: 1 },
      { kind: 'message', patch: 0, line: 0, endLine: 0 },
    ];
    for (const place of places) await api.receive(review.key, { type: 'mark', place, ...rest });
    const { marks } = await latest(review, 'marks');
    for (const place of places) ok(marks.marks.some((mark) => mark.place.kind === place.kind));
    await unmarkAll(review.key);
  });
});

describe('a review file', () => {
  it('that another window wrote to keeps both its marks and ours', async () => {
    const at = await target(0);
    await ask(at, 'Ours?');
    const { path, saved } = await reviewFile(at.review);
    const [ours] = saved.marks;
    ok(ours);
    const theirs = { ...ours, id: 'theirs', question: 'Theirs?', annotation: 'another' };
    await writeFile(path, writeReview({ ...saved, marks: [...saved.marks, theirs] }));
    await ask(await target(1), 'Mine again?');
    const questions = (await reviewFile(at.review)).saved.marks.map(({ question }) => question);
    ok(
      ['Ours?', 'Theirs?', 'Mine again?'].every((question) => questions.includes(question)),
      questions.join(),
    );
    await unmarkAll(at.review.key);
  });

  it('that another window wrote to is taken over when this window is looked at again', async () => {
    const at = await target(0);
    await ask(at, 'Ours?');
    const { path, saved } = await reviewFile(at.review);
    const [ours] = saved.marks;
    ok(ours);
    const theirs = { ...ours, id: 'theirs', question: 'Theirs?', annotation: 'another' };
    await writeFile(path, writeReview({ ...saved, marks: [...saved.marks, theirs] }));
    await at.review.refresh();
    const { marks } = await latest(at.review, 'marks');
    deepEqual(
      marks.marks.map(({ question }) => question),
      ['Ours?', 'Theirs?'],
    );
    await unmarkAll(at.review.key);
  });

  it('that is damaged is kept aside and told about', async () => {
    const at = await target();
    await ask(at, 'Kept?');
    const { path } = await reviewFile(at.review);
    await writeFile(path, '{ not json');
    const opened = await openFile(fan);
    ok(opened.analysis.problems.some(({ code }) => code === 'bad-review-file'));
    await ask({ ...at, review: opened }, 'Begun anew?');
    equal(await readFile(`${path}.corrupt-1`, 'utf8'), '{ not json');
    deepEqual(
      (await reviewFile(opened)).saved.marks.map(({ question }) => question),
      ['Begun anew?'],
    );
    const api = await extensionApi();
    ok(api.failures().some((message) => message.includes('.corrupt-1')));
    await unmarkAll(opened.key);
  });
});
