import { deepEqual, equal, ok } from 'node:assert/strict';
import { commands } from 'vscode';
import type { OpenReview } from '../../src/host/reviews/openReview.ts';
import type { PanelMarks } from '../../src/protocol/panelModel.ts';
import { extensionApi, latest, openFile, projectFile, shown } from './support/extension.ts';

const [v1, v2] = [1, 2].map((version) => projectFile(`media/example/fan-v${version}.mbox`)) as [
  string,
  string,
];

/** Puts a question on every annotation of a path in a review. */
async function askEverywhere(review: OpenReview, path: string): Promise<number> {
  const api = await extensionApi();
  const { model } = await shown(review);
  let asked = 0;
  for (const [patch, { files }] of model.patches.entries())
    for (const [file, { newPath, annotations }] of files.entries())
      for (const { id, hunk, row, endRow } of newPath === path ? annotations : []) {
        const place = { kind: 'lines', patch, file, hunk, row, endRow };
        const rest = { state: 'needs-explanation', question: 'Why?', annotation: id, deferredTo: null };
        await api.receive(review.key, { type: 'mark', place, ...rest });
        asked++;
      }
  await api.flush();
  return asked;
}

async function unmarkAll(review: OpenReview): Promise<void> {
  for (const { id } of [...review.review.marks]) review.unmark(id);
  await (await extensionApi()).flush();
}

async function close(review: OpenReview): Promise<void> {
  await commands.executeCommand('interopReview.closeReview', { kind: 'review', review });
}

describe('the next version of a series', () => {
  it('shows what became of each question, whether the earlier one is open or not', async () => {
    const earlier = await openFile(v1);
    const asked = await askEverywhere(earlier, 'rust/hw/misc/fan/src/device.rs');
    ok(asked > 5, `only ${asked} annotations`);
    const ids = earlier.review.marks.map(({ id }) => id).sort();

    const seen: PanelMarks[] = [];
    for (const isOpen of [true, false]) {
      if (!isOpen) await close(earlier);
      const later = await openFile(v2);
      const { marks } = await shown(later);
      deepEqual(marks.marks.map(({ id }) => id).sort(), ids);
      equal(marks.carried?.fromVersion, 1);
      equal(marks.carried.questions, asked);
      const { documented, rewritten, open } = marks.carried;
      equal(documented + rewritten + open, asked);
      ok(marks.marks.some(({ carried }) => carried?.fate !== 'gone'));
      seen.push(marks);
      await close(later);
    }
    equal(seen.length, 2);
    await unmarkAll(await openFile(v1));
  });

  it('keeps what the reviewer confirms there, and leaves the earlier review as it was', async () => {
    const api = await extensionApi();
    const earlier = await openFile(v1);
    await askEverywhere(earlier, 'rust/hw/misc/fan/src/device.rs');
    const later = await openFile(v2);
    const { marks } = await shown(later);
    const confirmed = marks.marks.find(({ carried }) => carried?.proposal);
    ok(confirmed?.carried?.proposal, 'nothing is proposed');
    const kind = confirmed.carried.proposal;
    await api.receive(later.key, { type: 'endQuestion', id: confirmed.id, kind, reason: '' });
    await api.flush();
    const ended = (await latest(later, 'marks')).marks.marks.find(({ id }) => id === confirmed.id);
    equal(ended?.ended, `${kind} · in v2`);

    const again = await openFile(v2);
    const exit = again.review.marks.find(({ id }) => id === confirmed.id)?.exit;
    equal(exit?.kind, kind);
    ok(exit.evidence.length > 0);
    ok(earlier.review.marks.every((mark) => mark.exit === null));
    await unmarkAll(again);
    await unmarkAll(earlier);
  });
});
