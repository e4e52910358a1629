import { deepEqual, equal, ok } from 'node:assert/strict';
import { commands, extensions } from 'vscode';
import type { ExtensionApi } from '../../src/host/extensionApi.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
}

describe('the extension', () => {
  const extension = extensions.getExtension('interop-review.interop-review');

  it('activates', async () => {
    ok(extension);
    await extension.activate();
    equal(extension.isActive, true);
  });

  it('loads nothing before the first review', async () => {
    const api = (await extension?.activate()) as ExtensionApi | undefined;
    equal(api?.coreLoaded(), false);
  });

  it('registers every command of its manifest, and no other', async () => {
    const manifest = extension?.packageJSON as Manifest;
    const declared = manifest.contributes.commands.map(({ command }) => command);
    const views = Object.values(manifest.contributes.views).flatMap((some) => some.map(({ id }) => `${id}.`));
    const known = await commands.getCommands();
    const ours = known.filter(
      (name) => name.startsWith('interopReview.') && !views.some((view) => name.startsWith(view)),
    );
    deepEqual(ours.sort(), declared.sort());
  });
});
