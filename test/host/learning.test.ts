import { deepEqual, equal, ok } from 'node:assert/strict';
import { commands, extensions, window } from 'vscode';
import { extensionApi, shown } from './support/extension.ts';
import { until } from './support/until.ts';

interface Step {
  readonly id: string;
  readonly completionEvents: readonly string[];
}

/** Number of the version that an open review of the example is about, by the subject of its series. */
async function exampleVersions(): Promise<readonly number[]> {
  const { reviews } = await extensionApi();
  return reviews()
    .filter(
      ({ source }) => source.kind === 'files' && source.uris.some((uri) => uri.includes('media/example')),
    )
    .map(({ analysis }) => analysis.series.version);
}

describe('the example series', () => {
  it('opens version by version, and shows what became of a question', async () => {
    const api = await extensionApi();
    for (const review of [...api.reviews()]) {
      for (const { id } of [...review.review.marks]) review.unmark(id);
      await commands.executeCommand('interopReview.closeReview', review);
    }
    await commands.executeCommand('interopReview.openExample', 1);
    deepEqual(await exampleVersions(), [1]);
    const [first] = api.reviews();
    ok(first);
    await shown(first);
    const patch = first.analysis.patches.findIndex(({ files }) =>
      files.some((file) => file.annotations.length > 1),
    );
    const file =
      first.analysis.patches[patch]?.files.findIndex(({ annotations }) => annotations.length > 1) ?? -1;
    const [one, other] = first.analysis.patches[patch]?.files[file]?.annotations ?? [];
    ok(one && other);
    await commands.executeCommand('interopReview.markUnderstood', { review: first.key, annotation: one.id });
    await commands.executeCommand(
      'interopReview.markNeedsExplanation',
      { review: first.key, annotation: other.id },
      'Why?',
    );
    equal(first.review.marks.length, 2);
    await commands.executeCommand('interopReview.openExample');
    deepEqual(await exampleVersions(), [1, 2]);
    const second = api.reviews().at(-1);
    ok(second?.carried, 'the second version does not know what was asked about the first');
    for (const review of [first, second]) for (const { id } of [...review.review.marks]) review.unmark(id);
  });
});

describe('the walkthrough', () => {
  it('opens, and its steps end with what the extension tells', async () => {
    const manifest = extensions.getExtension('interop-review.interop-review')?.packageJSON as {
      readonly contributes: {
        readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly Step[] }[];
      };
    };
    const [walkthrough] = manifest.contributes.walkthroughs;
    ok(walkthrough);
    const known = new Set(await commands.getCommands(true));
    const events = walkthrough.steps.flatMap(({ completionEvents }) => completionEvents);
    const named = events.flatMap((event) => /^onCommand:(.+)$/.exec(event)?.[1] ?? []);
    deepEqual(
      named.filter((command) => !known.has(command)),
      [],
    );
    await commands.executeCommand('workbench.action.openWalkthrough', 'interop-review.interop-review#start');
    await until(
      'the walkthrough',
      () =>
        window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .some(({ label }) => /walkthrough|welcome/i.test(label)) || undefined,
    );
  });
});
