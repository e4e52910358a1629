import { l10n, window } from 'vscode';
import type { DiffKind } from '../../node/git.ts';
import type { Failures } from '../failures.ts';
import type { ReviewSource } from '../source/reviewSource.ts';
import { changesTitle } from '../source/sourceTitle.ts';
import { chooseDirectory } from './chooseDirectory.ts';

/** The staged changes of a repository. */
export async function chooseStaged(argument: unknown, failures: Failures): Promise<ReviewSource | undefined> {
  const directory = await chooseDirectory(argument, failures);
  return directory === undefined ? undefined : { kind: 'changes', directory, changes: 'staged' };
}

/** Uncommitted changes of a repository: `changes` of the argument, else those that the user picks. */
export async function chooseChanges(
  argument: unknown,
  failures: Failures,
): Promise<ReviewSource | undefined> {
  const directory = await chooseDirectory(argument, failures);
  if (directory === undefined) return undefined;
  const changes = changesIn(argument) ?? (await pickChanges());
  return changes === undefined ? undefined : { kind: 'changes', directory, changes };
}

async function pickChanges(): Promise<DiffKind | undefined> {
  const kinds: readonly DiffKind[] = ['all', 'unstaged', 'staged'];
  const items = kinds.map((changes) => ({ label: changesTitle(changes), changes }));
  return (await window.showQuickPick(items, { title: l10n.t('Review which changes?') }))?.changes;
}

function changesIn(argument: unknown): DiffKind | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { changes } = argument as Readonly<Record<string, unknown>>;
  return changes === 'staged' || changes === 'unstaged' || changes === 'all' ? changes : undefined;
}
