import { join } from 'node:path';
import { describe, it } from 'vitest';
import { writeThread } from '../../host/support/mailbox.ts';
import { runCommand } from '../../vscode-host/workbench.ts';
import { exampleWorkspace } from '../harness/exampleWorkspace.ts';
import { inEveryTheme } from '../harness/inEveryTheme.ts';
import { reviewPanel } from '../harness/reviewPanel.ts';
import { useHost } from '../harness/useHost.ts';

const REMARK = 'Which thread may hold a timer?';
const TIMER_PATCH = '<20260309-fan-v1-4@example.org>';

describe('what other reviewers said, in the workbench', () => {
  const workspace = exampleWorkspace();
  const host = useHost({}, workspace);

  it('is in the panel, in the tree below its reviewer, and in the native diff, in every theme', async () => {
    const { page, evaluate } = host();
    const path = join(workspace(), 'thread.mbox');
    await writeThread(path, join(workspace(), 'fan-v1.mbox'), [
      {
        ...{ id: 'r1', from: 'Reviewer Three <three@example.org>', to: TIMER_PATCH },
        text: `> +unsafe impl Send for Timer {}\n\n${REMARK}\n\n> +nowhere();\n\nAnd this?\n`,
      },
    ]);
    await evaluate(
      ({ commands, Uri }, file) => commands.executeCommand('interopReview.openSeries', Uri.file(file)),
      path,
    );
    const panel = await reviewPanel(page);
    await runCommand(page, 'View: Show Interop Review');
    const tree = page.getByRole('tree', { name: 'Questions' });
    await tree.getByRole('treeitem', { name: /^Asked by Reviewer Three/ }).waitFor();
    const question = tree.getByRole('treeitem', { name: /^Which thread may hold/ });
    await question.click();
    await panel.locator('interop-remark-card', { hasText: REMARK }).waitFor();
    await inEveryTheme(host(), 'others-native-panel');
    await question.hover();
    await question.getByRole('button', { name: 'Show the Question in the Native Diff' }).click();
    await page.locator('.review-widget .review-comment-contents', { hasText: REMARK }).waitFor();
    await inEveryTheme(host(), 'others-native-diff');
  });
});
