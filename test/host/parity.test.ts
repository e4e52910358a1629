import { deepEqual, equal, ok } from 'node:assert/strict';
import { commands, Uri, window, workspace } from 'vscode';
import type { ParityModel, ToParityPage } from '../../src/protocol/parityPage.ts';
import { extensionApi, latest, openWith, shown } from './support/extension.ts';
import { makeRepository, type TestRepository } from './support/repository.ts';
import { until } from './support/until.ts';

const C = 'static const Property p[] = {\n    DEFINE_PROP_UINT8("blades", Fan, blades, 3),\n};\n';
const RUST = 'pub struct Fan {\n    #[property(default = 3)]\n    blades: u8,\n}\n';
const OTHER = RUST.replace('3', '4');
const FILES = ['hw/misc/fan.c', 'rust/hw/misc/fan/src/device.rs'] as const;

/** What pages of twins were told since `from`, and the last table of it. */
async function tableAfter(from: number): Promise<{ readonly key: string; readonly model: ParityModel }> {
  const { compared } = await extensionApi();
  return until('a table', () =>
    compared()
      .slice(from)
      .flatMap(({ key, message }) => (message.type === 'table' ? [{ key, model: message.model }] : []))
      .at(-1),
  );
}

const rowsOf = ({ sections }: ParityModel): readonly string[] =>
  sections.flatMap(({ rows }) => rows.map(({ item, says }) => `${item}: ${says}`));

describe('a device in C and its port to Rust', () => {
  const folder = (): Uri => {
    const [first] = workspace.workspaceFolders ?? [];
    ok(first);
    return first.uri;
  };
  const write = (path: string, text: string) =>
    workspace.fs.writeFile(Uri.joinPath(folder(), path), new TextEncoder().encode(text));
  before(async () => {
    await write(FILES[0], C);
    await write(FILES[1], OTHER);
  });
  after(async () => {
    for (const top of ['hw', 'rust'])
      await workspace.fs.delete(Uri.joinPath(folder(), top), { recursive: true });
  });

  it('are compared from the file that is open, with the other one found by its directory', async () => {
    const api = await extensionApi();
    const from = api.compared().length;
    const uri = Uri.joinPath(folder(), FILES[0]);
    await commands.executeCommand('interopReview.compareTwins', uri, [uri]);
    const { key, model } = await tableAfter(from);
    deepEqual(
      model.files.map(({ path }) => path),
      FILES,
    );
    deepEqual(rowsOf(model), ['property blades: differs']);
    const [row] = model.sections[0]?.rows ?? [];
    ok(row?.rust);
    await api.compare(key, { type: 'openFile', file: row.rust.file, line: row.rust.line });
    const editor = window.activeTextEditor;
    ok(editor);
    ok(editor.document.uri.path.endsWith(FILES[1]));
    equal(editor.selection.active.line, row.rust.line - 1);
  });

  it('count with edits that are not saved, when they are compared again', async () => {
    const api = await extensionApi();
    const document = await workspace.openTextDocument(Uri.joinPath(folder(), FILES[1]));
    const editor = await window.showTextDocument(document);
    const from = api.compared().length;
    await editor.edit((edit) => {
      edit.replace(document.lineAt(1).range, '    #[property(default = 3)]');
    });
    await commands.executeCommand('interopReview.compareTwins');
    const { model } = await tableAfter(from);
    deepEqual(rowsOf(model), ['property blades: same']);
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('drops messages that are none', async () => {
    const api = await extensionApi();
    const [last] = api.compared().slice(-1);
    ok(last);
    for (const odd of [{ type: 'openFile', file: -1, line: 1 }, { type: 'run' }, null]) {
      let failed = false;
      try {
        await api.compare(last.key, odd);
      } catch {
        failed = true;
      }
      ok(failed, `${JSON.stringify(odd)} was taken for a message`);
    }
  });
});

describe('a patch that touches a twin', () => {
  let repository: TestRepository;
  before(async () => {
    repository = await makeRepository();
    await repository.write(FILES[0], C);
    await repository.write(FILES[1], RUST);
    await repository.write('hw/misc/pump.c', 'int pump;\n');
    await repository.git('add', '.');
    await repository.git('commit', '-q', '-m', 'Begin');
    await repository.write(FILES[1], OTHER);
    await repository.write('hw/misc/pump.c', 'int pumps;\n');
    await repository.git('commit', '-q', '-a', '-m', 'Four blades');
    await repository.write(FILES[1], RUST);
    await repository.git('commit', '-q', '-a', '-m', 'Three blades');
  });
  after(() => repository.remove());

  it('leads to the table as it makes them', async () => {
    const api = await extensionApi();
    const review = await openWith('interopReview.reviewRange', {
      directory: repository.directory,
      range: 'HEAD~2..HEAD',
    });
    await shown(review);
    const { files } = await latest(review, 'twins');
    const paths = files.map(
      ({ patch, file }) => `${patch} ${review.analysis.series.patches[patch]?.files[file]?.newPath ?? ''}`,
    );
    deepEqual(paths, [`0 ${FILES[1]}`, `1 ${FILES[1]}`]);
    const compare = async (at: (typeof files)[number]): Promise<ParityModel> => {
      const from = api.compared().length;
      await api.receive(review.key, { type: 'compareTwins', ...at });
      return (await tableAfter(from)).model;
    };
    const [first, second] = files;
    ok(first && second);
    const before = await compare(first);
    deepEqual(rowsOf(before), ['property blades: differs']);
    ok(before.state.startsWith('As patch 1 of 2'));
    deepEqual(rowsOf(await compare(second)), ['property blades: same']);
    const [row] = before.sections[0]?.rows ?? [];
    const key = api
      .compared()
      .find(
        (sent): sent is { key: string; message: Extract<ToParityPage, { type: 'table' }> } =>
          sent.message.type === 'table' && sent.message.model === before,
      )?.key;
    ok(row?.rust && key !== undefined);
    await api.compare(key, { type: 'openFile', file: row.rust.file, line: row.rust.line });
    ok(window.activeTextEditor?.document.getText().includes('default = 4'));
  });
});
