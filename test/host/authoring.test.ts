import { deepEqual, equal, match, ok } from 'node:assert/strict';
import {
  commands,
  DiagnosticSeverity,
  languages,
  Range,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type CodeAction,
  type Diagnostic,
  type TextEditor,
} from 'vscode';
import { extensionApi } from './support/extension.ts';
import { makeRepository, type TestRepository } from './support/repository.ts';
import { until } from './support/until.ts';

const BEFORE = 'pub fn speed(fan: *mut Fan) -> u32 {\n    0\n}\n';
const C = '/** Reads the speed. */\nunsigned fan_speed(struct Fan *fan)\n{\n    return fan->speed;\n}\n';

describe('changes while they are written', () => {
  let repository: TestRepository;
  const file = (path: string): Uri => Uri.joinPath(Uri.file(repository.directory), path);
  const ours = (uri: Uri): readonly Diagnostic[] =>
    languages.getDiagnostics(uri).filter(({ source }) => source === 'Interop Review');
  const asked = (uri: Uri, pattern: string): Promise<Diagnostic> =>
    until(`a question about ${pattern}`, () => ours(uri).find((one) => codeOf(one) === pattern));
  const settled = (uri: Uri, pattern: string): Promise<true> =>
    until(`no question about ${pattern}`, () =>
      ours(uri).some((one) => codeOf(one) === pattern) ? undefined : true,
    );

  before(async () => {
    await extensionApi();
    repository = await makeRepository();
    await repository.write('src/fan.rs', BEFORE);
    await repository.write('hw/fan.c', C);
    await repository.git('add', '.');
    await repository.git('commit', '-q', '-m', 'Begin');
  });
  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await repository.remove();
  });

  async function edited(text: string): Promise<TextEditor> {
    const editor = await window.showTextDocument(file('src/fan.rs'));
    const { document } = editor;
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, document.validateRange(everything), text);
    await workspace.applyEdit(edit);
    return editor;
  }

  it('are asked about as they are typed, with a link and without being saved', async () => {
    const { document } = await edited(BEFORE.replace('    0', '    unsafe { (*fan).speed }'));
    const question = await asked(document.uri, 'unsafe-block');
    equal(question.range.start.line, 1);
    ok(typeof question.code === 'object');
    match(question.code.target.toString(), /^(https|interop-review-pattern):/);
    equal(document.isDirty, true);
    await edited(BEFORE);
    await settled(document.uri, 'unsafe-block');
  });

  it('get the beginning of a SAFETY comment with the conditions of what is called, which explains nothing yet', async () => {
    const call = '    unsafe { core::slice::from_raw_parts(fan.cast::<u8>(), 4)[0].into() }';
    const { document } = await edited(BEFORE.replace('    0', call));
    const question = await asked(document.uri, 'unsafe-block');
    const fix = (await actionsAt(document.uri, question)).find(({ title }) => title.includes('SAFETY'));
    ok(fix?.edit);
    await workspace.applyEdit(fix.edit);
    match(document.lineAt(1).text, /^ {4}\/\/ SAFETY: TODO/);
    ok(document.getText().includes('// - `slice::from_raw_parts`: '));
    const again = await until('the same question below the comment', () =>
      ours(document.uri).find((one) => codeOf(one) === 'unsafe-block' && one.range.start.line > 1),
    );
    const titles = (await actionsAt(document.uri, again)).map(({ title }) => title);
    equal(
      titles.some((title) => title.includes('SAFETY')),
      false,
    );
  });

  it('lead to examples in the tree and to the pattern', async () => {
    await settled((await edited(BEFORE)).document.uri, 'unsafe-block');
    const { document } = await edited(BEFORE.replace('    0', '    unsafe { (*fan).speed }'));
    const question = await asked(document.uri, 'unsafe-block');
    const actions = await actionsAt(document.uri, question);
    const { taught } = await extensionApi();
    const before = taught().length;
    for (const begin of ['About this pattern: Unsafe block', 'Show examples in this tree: Unsafe block']) {
      const action = actions.find(({ title }) => title.startsWith(begin));
      ok(action?.command, begin);
      await commands.executeCommand(action.command.command, ...argumentsOf(action));
    }
    await (await extensionApi()).teach({ type: 'ready' });
    await until('the places found', () =>
      taught()
        .slice(before)
        .find((message) => message.type === 'places' && message.pattern === 'unsafe-block'),
    );
    await edited(BEFORE);
  });

  it('get a # Safety section', async () => {
    const { document } = await edited(`${BEFORE}\n#[inline]\npub unsafe fn spin(fan: *mut Fan) {}\n`);
    const question = await asked(document.uri, 'unsafe-fn');
    const fix = (await actionsAt(document.uri, question)).find(({ title }) => title.includes('# Safety'));
    ok(fix?.edit);
    await workspace.applyEdit(fix.edit);
    deepEqual(document.getText().split('\n').slice(4, 9), [
      '/// # Safety',
      '///',
      '/// TODO: say what the caller has to see to.',
      '#[inline]',
      'pub unsafe fn spin(fan: *mut Fan) {}',
    ]);
  });

  it('are not asked about again where the author said so, with the reason kept outside of the source', async () => {
    const { document } = await edited(BEFORE.replace('    0', '    unsafe { (*fan).speed }'));
    const question = await asked(document.uri, 'unsafe-block');
    const text = document.getText();
    const action = (await actionsAt(document.uri, question)).find(({ title }) =>
      title.startsWith('Do not ask here again: Unsafe block'),
    );
    ok(action?.command);
    await commands.executeCommand(action.command.command, ...argumentsOf(action), 'Shown elsewhere.');
    await settled(document.uri, 'unsafe-block');
    equal(document.getText(), text);
    await edited(text.replace('Fan) ->', 'Fan)  ->'));
    await settled(document.uri, 'unsafe-block');
  });

  it('lead to the counterpart', async () => {
    const extern = 'extern "C" {\n    fn fan_speed(fan: *mut Fan) -> u64;\n}\n';
    const { document } = await edited(BEFORE + extern);
    const question = await asked(document.uri, 'handwritten-extern');
    const related = await until('the counterpart', () => {
      const [first] =
        ours(document.uri).find((one) => codeOf(one) === 'handwritten-extern')?.relatedInformation ?? [];
      return first;
    });
    ok(related.location.uri.path.endsWith('/hw/fan.c'));
    const action = (await actionsAt(document.uri, question)).find(({ title }) => title.startsWith('Go to C'));
    ok(action?.command);
    await commands.executeCommand(action.command.command, ...argumentsOf(action));
    ok(window.activeTextEditor?.document.uri.path.endsWith('/hw/fan.c'));
  });

  it('are all checked by a command, also in files that no editor shows', async () => {
    await repository.write('src/new.rs', 'pub unsafe fn fresh() {}\n');
    await repository.write('.gitignore', 'ignored.rs\n');
    await repository.write('ignored.rs', 'pub unsafe fn ignored() {}\n');
    await commands.executeCommand('interopReview.checkChanges', { directory: repository.directory });
    await asked(file('src/new.rs'), 'unsafe-fn');
    deepEqual(ours(file('ignored.rs')), []);
  });

  it('are shown as the profile of the project says, where no setting does', async () => {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    ok(folder);
    const profile = Uri.joinPath(folder, '.interop-review', 'profile.json');
    const text = JSON.stringify({ extends: 'glib', problems: { check: 'warning', 'look-first': 'warning' } });
    await workspace.fs.writeFile(profile, new TextEncoder().encode(text));
    const { document } = await edited(`${BEFORE}pub unsafe fn spin() {}\n`);
    const shownAs = (wanted: DiagnosticSeverity): Promise<true> =>
      until('the severity', async () => {
        await commands.executeCommand('interopReview.checkChanges', { directory: repository.directory });
        const found = ours(document.uri).find((one) => codeOf(one) === 'unsafe-fn');
        return found?.severity === wanted ? true : undefined;
      });
    await shownAs(DiagnosticSeverity.Warning);
    await workspace.fs.delete(Uri.joinPath(folder, '.interop-review'), { recursive: true });
    await shownAs(DiagnosticSeverity.Information);
  });

  it('are shown as the settings say', async () => {
    const settings = workspace.getConfiguration('interopReview');
    const { document } = await edited(`${BEFORE}pub unsafe fn spin() {}\n`);
    await asked(document.uri, 'unsafe-fn');
    await settings.update('authoring.check', 'off', true);
    await settings.update('authoring.lookFirst', 'off', true);
    await until('nothing asked', () => (ours(document.uri).length === 0 ? true : undefined));
    await settings.update('authoring.check', undefined, true);
    await settings.update('authoring.lookFirst', undefined, true);
    await asked(document.uri, 'unsafe-fn');
    await edited(BEFORE);
    await document.save();
  });
});

const everything = new Range(0, 0, 1_000_000, 0);

function codeOf({ code }: Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

async function actionsAt(uri: Uri, { range }: Diagnostic): Promise<readonly CodeAction[]> {
  return commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
}

function argumentsOf({ command }: CodeAction): readonly unknown[] {
  return command?.arguments ?? [];
}
