import { equal, match, ok } from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  commands,
  Position,
  Selection,
  Uri,
  window,
  type Hover,
  type MarkdownString,
  type TextEditor,
} from 'vscode';
import { hash } from '../../src/base/hash.ts';
import { openIndex } from '../../src/core/counterpart/index/indexFile.ts';
import { FAN_TREE, placeIn } from '../unit/counterpart/fanTree.ts';
import { extensionApi, latest, openWith, shown } from './support/extension.ts';
import { makeRepository, type TestRepository } from './support/repository.ts';
import { until } from './support/until.ts';

const HEADER = 'include/board/fan.h';
const RUST = 'rust/hw/misc/fan/src/device.rs';

describe('from a line of an ordinary source file', () => {
  let repository: TestRepository;

  before(async () => {
    await extensionApi();
    repository = await makeRepository();
    for (const [path, text] of Object.entries(FAN_TREE)) await repository.write(path, text);
    await repository.git('add', '.');
    await repository.git('commit', '-q', '-m', 'Begin');
  });
  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await repository.remove();
  });

  async function putCursor(path: string, text: string, at?: string): Promise<TextEditor> {
    const { line, column } = placeIn(path, text, at);
    const editor = await window.showTextDocument(Uri.joinPath(Uri.file(repository.directory), path));
    const position = new Position(line - 1, column - 1);
    editor.selection = new Selection(position, position);
    return editor;
  }

  async function goesTo(path: string, line: string): Promise<void> {
    await commands.executeCommand('interopReview.goToCounterpart');
    const editor = window.activeTextEditor;
    ok(editor);
    equal(editor.document.uri.path, Uri.joinPath(Uri.file(repository.directory), path).path);
    match(editor.document.lineAt(editor.selection.active.line).text, new RegExp(line));
  }

  it('one command leads from Rust to C, and from C to Rust', async () => {
    await putCursor(RUST, 'bindings::fan_init', 'fan_init');
    await goesTo(HEADER, 'void fan_init');
    await putCursor('hw/misc/board.c', 'fan_create(0x', 'fan_create');
    await goesTo(RUST, 'no_mangle');
    await putCursor(HEADER, '(*stop)', 'stop');
    await goesTo(RUST, 'stop: None');
  });

  it('what the editor shows is looked at, saved or not', async () => {
    const editor = await putCursor(RUST, 'bindings::fan_init', 'fan_init');
    await editor.edit((edit) => {
      const { line } = editor.selection.active;
      edit.replace(editor.document.lineAt(line).range, '        unsafe { bindings::fan_create(4) }');
    });
    const { line } = editor.selection.active;
    editor.selection = new Selection(line, 30, line, 30);
    await goesTo(HEADER, 'fan_create');
    await window.showTextDocument(editor.document);
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('a change of the tree is taken in', async () => {
    await repository.write('include/board/twin.h', 'void fan_late(void);\n');
    await repository.write(
      'rust/hw/misc/fan/src/late.rs',
      'pub fn late() { unsafe { bindings::fan_late() } }\n',
    );
    await until('the new file to be known', async () => {
      const file = Uri.joinPath(Uri.file(repository.directory), 'include/board/twin.h');
      const editor = await window.showTextDocument(file);
      editor.selection = new Selection(0, 6, 0, 6);
      await commands.executeCommand('interopReview.goToCounterpart');
      return window.activeTextEditor?.document.uri.path.endsWith('late.rs') ? true : undefined;
    });
  });

  it('a hover shows the other side of a name, and nothing where there is none', async () => {
    const { document, selection } = await putCursor(RUST, 'bindings::fan_init', 'fan_init');
    const text = await hoverAt(document.uri, selection.active);
    match(text, /C: fan\\?_init/);
    match(text, /void fan_init\(FanState \*s, const FanOps \*ops\)/);
    match(text, /Sets up a fan/);
    const orphan = await putCursor(HEADER, 'void fan_orphan', 'fan_orphan');
    equal(await hoverAt(orphan.document.uri, orphan.selection.active), '');
  });
});

describe('a repository without a work tree', () => {
  it('gives counterparts of its commit, which open, and tells twins that stay', async () => {
    const api = await extensionApi();
    const repository = await makeRepository();
    const bare = `${repository.directory}.git`;
    try {
      for (const [path, text] of Object.entries(FAN_TREE)) await repository.write(path, text);
      await repository.git('add', '.');
      await repository.git('commit', '-q', '-m', 'Begin');
      const { text } = placeIn(RUST, 'fn beep');
      const call = '        unsafe { bindings::fan_orphan() };';
      await repository.write(RUST, text.replace('        trace::trace_fan_beep();', call));
      await repository.git('commit', '-q', '-a', '-m', 'Call C');
      await repository.git('clone', '-q', '--bare', repository.directory, bare);

      const review = await openWith('interopReview.reviewRange', { directory: bare, range: 'HEAD^!' });
      await shown(review);
      const found = await until('the counterpart', () =>
        api
          .sent(review.key)
          .flatMap((message) => (message.type === 'counterparts' ? message.counterparts : []))
          .flatMap(({ places }) => places)
          .find(({ path }) => path === HEADER),
      );
      const { files } = await latest(review, 'oneSided');
      equal(files[0]?.path, 'hw/misc/fan.c');

      await api.receive(review.key, { type: 'openLink', target: found.target });
      const editor = window.activeTextEditor;
      ok(editor);
      equal(editor.document.uri.scheme, 'interop-review-commit');
      match(editor.document.lineAt(editor.selection.active.line).text, /void fan_orphan/);
      await commands.executeCommand('interopReview.goToCounterpart');
      ok(window.activeTextEditor?.document.uri.path.endsWith(RUST));
    } finally {
      await commands.executeCommand('workbench.action.closeAllEditors');
      await repository.remove();
      await rm(bare, { recursive: true, force: true });
    }
  });
});

describe('an index that was damaged', () => {
  it('is built again', async () => {
    const api = await extensionApi();
    const repository = await makeRepository();
    try {
      for (const [path, text] of Object.entries(FAN_TREE)) await repository.write(path, text);
      const index = join(api.storage, 'trees', `${hash(repository.directory)}.index`);
      await mkdir(dirname(index), { recursive: true });
      await writeFile(index, 'interop-review symbol index 6\n["hw/misc/fan.c","1","d');
      const file = Uri.joinPath(Uri.file(repository.directory), RUST);
      const { line, column } = placeIn(RUST, 'bindings::fan_init', 'fan_init');
      const editor = await window.showTextDocument(file);
      editor.selection = new Selection(line - 1, column - 1, line - 1, column - 1);
      await commands.executeCommand('interopReview.goToCounterpart');
      ok(window.activeTextEditor?.document.uri.path.endsWith(HEADER));
      await until('the index to be whole again', async () =>
        [...(openIndex(await readFile(index))?.paths ?? [])].length === Object.keys(FAN_TREE).length
          ? true
          : undefined,
      );
    } finally {
      await commands.executeCommand('workbench.action.closeAllEditors');
      await repository.remove();
    }
  });
});

async function hoverAt(uri: Uri, position: Position): Promise<string> {
  const hovers = await commands.executeCommand<readonly Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content as MarkdownString).value)
    .join('\n');
}
