import { ensureBrowser } from './ensureBrowser.ts';
import { chosenFlavour, serverFiles } from './serverFiles.ts';

/** Installs what the tests in a real VS Code need, before a test's time limit starts. */
export default async function setup(): Promise<void> {
  await ensureBrowser(console.log);
  await serverFiles(chosenFlavour(), console.log);
}
