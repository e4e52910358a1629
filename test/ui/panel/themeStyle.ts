import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../vscode-host/root.ts';

export const themeNames = ['dark', 'light', 'hc-dark', 'hc-light'] as const;
export type ThemeName = (typeof themeNames)[number];

const KINDS = {
  dark: { className: 'vscode-dark', defaults: 'dark' },
  light: { className: 'vscode-light', defaults: 'light' },
  'hc-dark': { className: 'vscode-high-contrast', defaults: 'highContrast' },
  'hc-light': {
    className: 'vscode-high-contrast-light vscode-high-contrast',
    defaults: 'highContrastLight',
  },
} as const satisfies Record<ThemeName, { className: string; defaults: string }>;

interface Manifest {
  readonly contributes: {
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[];
  };
}

/**
 * The variables that VS Code gives a webview under one of its four default themes (as read from VS Code 1.100), with the
 * colours that our manifest adds, named as VS Code names them: only the first dot becomes a dash. And the class of the
 * body.
 */
export async function themeStyle(theme: ThemeName): Promise<{
  readonly className: string;
  readonly variables: Readonly<Record<string, string>>;
}> {
  const { className, defaults } = KINDS[theme];
  const colors = JSON.parse(
    await readFile(join(projectRoot, 'test/ui/panel/themeColors.json'), 'utf8'),
  ) as Record<ThemeName, Record<string, string>>;
  const manifest = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as Manifest;
  const ours = manifest.contributes.colors.map(
    ({ id, defaults: values }) => [`--vscode-${id.replace('.', '-')}`, values[defaults] ?? ''] as const,
  );
  return { className, variables: { ...colors[theme], ...Object.fromEntries(ours) } };
}
