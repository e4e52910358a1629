import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);

interface Manifest {
  readonly contributes: {
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[];
  };
}

it('the panel uses our colours, all of them, under the names that VS Code gives them', async () => {
  const { contributes } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as Manifest;
  const folder = new URL('media/panel/', root);
  const sheets = await Promise.all(
    (await readdir(folder)).map((name) => readFile(new URL(name, folder), 'utf8')),
  );
  const used = sheets.flatMap((sheet) => sheet.match(/--vscode-interopReview-[\w-]+/g) ?? []);
  // VS Code makes a dash of the first dot only; a second one would leave a name that no style sheet can use.
  const given = contributes.colors.map(({ id }) => `--vscode-${id.replace('.', '-')}`);
  expect(new Set(used)).toEqual(new Set(given));
  for (const { defaults } of contributes.colors)
    expect(Object.keys(defaults).sort()).toEqual(['dark', 'highContrast', 'highContrastLight', 'light']);
});
