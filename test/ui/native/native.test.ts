import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../vscode-host/workbench.ts';
import { exampleWorkspace } from '../harness/exampleWorkspace.ts';
import { inEveryTheme } from '../harness/inEveryTheme.ts';
import { reviewPanel } from '../harness/reviewPanel.ts';
import { useHost } from '../harness/useHost.ts';

/** A file that a patch of the example adds. */
const ADDED = 'rust/util/src/error.rs';

async function addedText(mailbox: string): Promise<string> {
  const [, after = ''] = (await readFile(mailbox, 'utf8')).split(`+++ b/${ADDED}\n`);
  const lines = after.split('\n').slice(1);
  const end = lines.findIndex((line) => !line.startsWith('+'));
  return `${lines
    .slice(0, end)
    .map((line) => line.slice(1))
    .join('\n')}\n`;
}

const question = 'Who else can reach this object meanwhile?';

describe('a review in the editors and views of the workbench', () => {
  const workspace = exampleWorkspace();
  const host = useHost({}, workspace);
  const tree = (view: string) => host().page.getByRole('tree', { name: view });

  it('shows the native diff of a file, both sides, with marks in the gutter', async () => {
    const { page, evaluate } = host();
    await evaluate(
      ({ commands, Uri }, path) => commands.executeCommand('interopReview.openSeries', Uri.file(path)),
      join(workspace(), 'fan-v2.mbox'),
    );
    await reviewPanel(page);
    await runCommand(page, 'View: Show Interop Review');
    await tree('Series')
      .getByRole('treeitem', { name: /^1\/7 / })
      .click();
    await page.keyboard.press('ArrowRight');
    const file = tree('Series')
      .getByRole('treeitem', { name: /^object\.h|object\.h/ })
      .first();
    await file.hover();
    await file.getByRole('button', { name: 'Open Native Diff' }).click();
    await page.locator('.monaco-diff-editor .modified .cgmr').first().waitFor();
    await page.locator('.monaco-diff-editor .original .view-line').first().waitFor();
  });

  it('takes a question from the palette, and shows it as a thread and in the tree of questions', async () => {
    const { page, evaluate } = host();
    await evaluate(async ({ commands, Selection, TextEditorRevealType, window }) => {
      const editor = window.visibleTextEditors.find(({ document }) =>
        document.uri.query.includes('side=new'),
      );
      if (!editor) throw new Error('the new side is not shown');
      const { document } = editor;
      for (let line = document.lineCount - 1; line >= 0; line--) {
        const position = { line, character: 0 };
        const hovers = await commands.executeCommand<
          { readonly contents: readonly { readonly value: string }[] }[]
        >('vscode.executeHoverProvider', document.uri, position);
        const texts = hovers.flatMap(({ contents }) => contents.map(({ value }) => value));
        if (!texts.some((text) => text.includes('interopReview.markUnderstood'))) continue;
        editor.selection = new Selection(line, 0, line + 1, 1);
        editor.revealRange(editor.selection, TextEditorRevealType.InCenter);
        return;
      }
      throw new Error('no line is annotated');
    }, null);
    await runCommand(page, 'Ask for an Explanation of Lines');
    const input = page.locator('.quick-input-widget:visible input.input');
    await input.fill(question);
    await input.press('Enter');
    await page.locator('.review-widget .review-comment-contents', { hasText: question }).waitFor();
    await tree('Questions')
      .getByRole('treeitem', { name: new RegExp(question.slice(0, 20)) })
      .waitFor();
  });

  it('takes a remark in the thread', async () => {
    const { page } = host();
    const thread = page.locator('.review-widget', { hasText: question });
    await thread.locator('.review-thread-reply-button').click();
    await page.keyboard.type('Asked on the list as well.');
    await thread.getByRole('button', { name: 'Add a Remark' }).click();
    await thread.locator('.review-comment-contents', { hasText: 'Asked on the list as well.' }).waitFor();
  });

  it('shows the whole series in one editor', async () => {
    const { page, evaluate } = host();
    await evaluate(({ commands }) => commands.executeCommand('interopReview.openSeriesDiff'), null);
    await page.locator('.multiDiffEntry .file-path:visible', { hasText: 'object.c' }).first().waitFor();
    await page.locator('.multiDiffEntry .monaco-diff-editor .cgmr').first().waitFor();
    await inEveryTheme(host(), 'native-series');
  });

  it('hides in the tree of series what is filtered out', async () => {
    const { evaluate, page } = host();
    const notes = tree('Series').getByRole('treeitem', { name: /, note,/ });
    const hide = { attention: ['note'], category: [] };
    await evaluate(
      ({ commands }, hidden) => commands.executeCommand('interopReview.filterSeries', hidden),
      hide,
    );
    await page.getByText('Not shown: note').waitFor();
    await expect.poll(() => notes.count()).toBe(0);
  });

  it('lists the catalogue by category', async () => {
    const { page } = host();
    await page.getByRole('button', { name: /^Patterns/ }).click();
    await tree('Patterns')
      .getByRole('treeitem', { name: /Unsafe code, \d+ patterns/ })
      .waitFor();
  });

  it('looks right in every theme', async () => {
    const { page, evaluate } = host();
    await evaluate(({ commands }) => commands.executeCommand('workbench.action.closePanel'), null);
    const line = page
      .locator('.monaco-diff-editor .modified .view-line', { hasText: 'device_add_reset_notify' })
      .first();
    const hover = page.locator('.monaco-hover:visible', { hasText: 'Needs explanation' });
    await inEveryTheme(host(), 'native', async () => {
      await page.mouse.move(5, 5);
      await line.hover({ position: { x: 80, y: 8 } });
      await expect.poll(() => hover.evaluate((box) => getComputedStyle(box).opacity)).toBe('1');
    });
  });

  it('keeps a question at its line in a file that is edited, also over a reload', async () => {
    const { page, evaluate } = host();
    const path = join(workspace(), ADDED);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await addedText(join(workspace(), 'fan-v2.mbox')));
    const line = await evaluate(async ({ commands, Selection, Uri, window }, file) => {
      const editor = await window.showTextDocument(Uri.file(file), { preview: false });
      const at = editor.document
        .getText()
        .split('\n')
        .findIndex((text) => /\bunsafe \{/.test(text));
      editor.selection = new Selection(at, 0, at, 0);
      await commands.executeCommand('interopReview.markNeedsExplanation', undefined, 'Who frees it?');
      await editor.edit((edit) => {
        edit.insert(editor.document.positionAt(0), '// A line more.\n// And one.\n');
      });
      return at + 1;
    }, path);
    const thread = page.locator('.review-widget', { hasText: 'Who frees it?' });
    const below = async (): Promise<number> => {
      const box = await thread.boundingBox();
      const numbers = await page
        .locator('.editor-instance .line-numbers')
        .evaluateAll((all) =>
          all.map((each) => ({ line: Number(each.textContent), y: each.getBoundingClientRect().bottom })),
        );
      return Math.max(...numbers.filter(({ y }) => box && y <= box.y + 2).map((each) => each.line));
    };
    await page.locator('.comment-glyph, .comment-thread-unresolved').first().click();
    await thread.waitFor();
    await expect.poll(below).toBe(line + 2);
    await inEveryTheme(host(), 'native-edited');
    await page.locator('body').evaluate(() => {
      document.body.dataset['before'] = 'yes';
    });
    // Saves which editors are open, as loading the page anew does not.
    await runCommand(page, 'Developer: Reload Window');
    await page.locator('body[data-before]').waitFor({ state: 'detached' });
    await page.locator('.monaco-workbench').waitFor();
    // The panel is behind the file, so VS Code has not restored it; threads of files are folded.
    await runCommand(page, 'Comments: Focus on Comments View');
    await page
      .locator('.comments-panel .monaco-list-row', { hasText: `Who frees it?[Ln ${line + 2}]` })
      .waitFor();
  });
});
