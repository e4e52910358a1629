// npm start -- [FILE | --git DIR RANGE] [--screenshot FILE.png [--theme NAME]]
// Opens a review in a real VS Code: of a file, of a git range, or of the example series.
import { desktopCommand, openOnDesktop } from './start/desktop.ts';
import { openInBrowser } from './start/inBrowser.ts';
import { readOptions } from './start/options.ts';
import { takeScreenshot } from './start/screenshot.ts';
import { prepareTarget } from './start/target.ts';

async function main(): Promise<void> {
  const { value: options, problem } = readOptions(process.argv.slice(2), process.env['INIT_CWD'] ?? '.');
  if (!options) {
    console.error(problem);
    process.exitCode = 2;
    return;
  }
  const target = await prepareTarget(options.review);
  const desktop = desktopCommand();
  if (options.screenshot) await takeScreenshot(target, options.screenshot);
  else if (desktop) await openOnDesktop(desktop, target);
  else await openInBrowser(target);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
