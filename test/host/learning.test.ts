import { deepEqual, equal, ok } from 'node:assert/strict';
import { commands, extensions, Uri, window, workspace } from 'vscode';
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
      await commands.executeCommand('interopReview.closeReview', { kind: 'review', review });
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

describe('the catalogue page', () => {
  it('shows every pattern, with its examples in colour', async () => {
    const { taught, teach } = await extensionApi();
    await commands.executeCommand('interopReview.showCatalogue', 'extern-c-trampoline');
    await teach({ type: 'ready' });
    const shown = await until('the patterns', () => taught().find((message) => message.type === 'catalogue'));
    ok(shown.patterns.length > 60);
    ok(shown.patterns.every(({ category }) => shown.categories.includes(category)));
    await until('the pattern to be shown', () =>
      taught().find((message) => message.type === 'show' && message.pattern === 'extern-c-trampoline'),
    );
    const before = taught().length;
    await teach({ type: 'needExamples', pattern: 'extern-c-trampoline' });
    const examples =
      taught()
        .slice(before)
        .find((message) => message.type === 'examples')?.examples ?? [];
    deepEqual(new Set(examples.map(({ language }) => language)), new Set(['c', 'rust']));
    ok(examples.every(({ tokens }) => tokens.flat().length > 0));
  });

  it('opens at a pattern from everywhere that leads to one', async () => {
    const { taught, teach } = await extensionApi();
    await commands.executeCommand('interopReview.openPattern', 'transmute');
    await teach({ type: 'ready' });
    await until('the pattern', () =>
      taught().find((message) => message.type === 'show' && message.pattern === 'transmute'),
    );
  });

  it('finds places in the open folder, the explained before the others, and opens one at its line', async () => {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    ok(folder);
    const file = Uri.joinPath(folder, 'src', 'places.rs');
    const lines = ['fn a(p: *const u8) -> u8 {', '    unsafe { *p }', '}', 'fn b(p: *const u8) -> u8 {'];
    const text = [
      ...lines,
      '    // SAFETY: every caller passes a valid pointer.',
      '    unsafe { *p }',
      '}',
      '',
    ].join('\n');
    await workspace.fs.writeFile(file, new TextEncoder().encode(text));
    const { taught } = await extensionApi();
    const before = taught().length;
    await commands.executeCommand('interopReview.showExamples', 'unsafe-block');
    const { places } = await until('the places', () =>
      taught()
        .slice(before)
        .find((message) => message.type === 'places'),
    );
    const own = places.filter(({ path }) => path === 'src/places.rs');
    deepEqual(
      own.map(({ line }) => line),
      [6, 2],
    );
    ok(own[0]?.explained !== null && own[1]?.explained === null);
    await (await extensionApi()).teach({ type: 'openLink', target: own[0]?.target });
    const editor = await until('the file', () =>
      window.activeTextEditor?.document.uri.path.endsWith('places.rs') === true
        ? window.activeTextEditor
        : undefined,
    );
    equal(editor.selection.active.line, 5);
    await workspace.fs.delete(file);
  });
});

describe('names in C and in Rust', () => {
  it('are looked up from either side, and the Rust side is opened at its line', async () => {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    ok(folder);
    const at = (name: string): Uri => Uri.joinPath(folder, 'names', name);
    const write = (name: string, text: string): Thenable<void> =>
      workspace.fs.writeFile(at(name), new TextEncoder().encode(text));
    await write('fan.h', 'void fan_set_speed(struct Fan *fan, int rpm);\n');
    await write(
      'lib.rs',
      'impl Fan {\n    /// Sets it.\n    pub fn set_speed(&self) {\n        unsafe { bindings::fan_set_speed(self.0, 1) }\n    }\n}\n',
    );
    for (const name of ['fan_set_speed', 'Fan::set_speed']) {
      await commands.executeCommand('workbench.action.closeAllEditors');
      await commands.executeCommand('interopReview.lookUpName', name);
      const editor = await until('the Rust side', async () => {
        await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        const { activeTextEditor } = window;
        return activeTextEditor?.document.uri.path.endsWith('/names/lib.rs') ? activeTextEditor : undefined;
      });
      equal(editor.selection.active.line, 2);
    }
    await workspace.fs.delete(Uri.joinPath(folder, 'names'), { recursive: true });
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
