import type { Host } from './startHost.ts';

/** The four kinds of theme, each with the theme to use for it and what it makes of the page. */
export const themes = {
  light: { id: 'Default Light Modern', workbench: 'vs', webview: 'vscode-light' },
  dark: { id: 'Default Dark Modern', workbench: 'vs-dark', webview: 'vscode-dark' },
  'hc-dark': { id: 'Default High Contrast', workbench: 'hc-black', webview: 'vscode-high-contrast' },
  'hc-light': {
    id: 'Default High Contrast Light',
    workbench: 'hc-light',
    webview: 'vscode-high-contrast-light',
  },
} as const;

export type Theme = keyof typeof themes;

/** Switches VS Code to a theme and waits until the workbench wears it. */
export async function setTheme({ evaluate, page }: Host, theme: Theme): Promise<void> {
  const { id, workbench } = themes[theme];
  await evaluate(async (vscode, name) => {
    await vscode.workspace.getConfiguration('workbench').update('colorTheme', name, true);
  }, id);
  await page.locator(`.monaco-workbench.${workbench}`).waitFor();
}
