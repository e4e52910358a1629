import { equal, ok } from 'node:assert/strict';
import { commands, extensions } from 'vscode';

describe('the extension', () => {
  const extension = extensions.getExtension('interop-review.interop-review');

  it('activates', async () => {
    ok(extension);
    await extension.activate();
    equal(extension.isActive, true);
  });

  it('registers every command of its manifest', async () => {
    const manifest = extension?.packageJSON as { contributes: { commands: { command: string }[] } };
    const known = new Set(await commands.getCommands(true));
    const missing = manifest.contributes.commands.filter(({ command }) => !known.has(command));
    equal(missing.map(({ command }) => command).join(' '), '');
  });
});
