import { l10n } from 'vscode';
import type { runGit as realRunGit } from '../../node/runGit.ts';
import { machineBelow } from './machine.ts';

/** Stands in for the one of `src/node`: in a browser nothing can be started, so all git fails alike. */
export const runGit: typeof realRunGit = (directory, command) => {
  const machine = machineBelow();
  if (machine) return machine.runGit(directory, command);
  const message = l10n.t('Git cannot run in a browser. Open a patch or mailbox instead.');
  return Promise.resolve({ value: undefined, problems: [{ code: 'git-missing', message, at: directory }] });
};
