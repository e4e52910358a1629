import type { Host } from '../../vscode-host/startHost.ts';
import { setTheme, themes, type Theme } from '../../vscode-host/themes.ts';
import { screenshotPath } from './screenshotPath.ts';

/** Takes a picture `NAME-THEME.png` of the window in each of the four themes, and lets `look` check each. */
export async function inEveryTheme(
  host: Host,
  name: string,
  look: (theme: Theme) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  for (const theme of Object.keys(themes) as Theme[]) {
    await setTheme(host, theme);
    await look(theme);
    await host.page.screenshot({ path: screenshotPath(`${name}-${theme}`) });
  }
}
