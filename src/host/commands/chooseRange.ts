import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { readGitRefs } from '../../node/gitRefs.ts';
import type { Failures } from '../failures.ts';
import type { Repositories } from '../source/repositories.ts';
import type { ReviewSource } from '../source/reviewSource.ts';
import { chooseDirectory } from './chooseDirectory.ts';

type RangeItem = QuickPickItem & { readonly range?: string };

/** The git range to review: the one a command was called with, else one that the user picks or types. */
export async function chooseRange(
  argument: unknown,
  repositories: Repositories,
  failures: Failures,
): Promise<ReviewSource | undefined> {
  const given = rangeIn(argument);
  if (given) return { kind: 'range', ...given };
  const directory = await chooseDirectory(argument, failures);
  if (directory === undefined) return undefined;
  // Opening tells in plain words when there is no trust or no repository; only then are refs asked for.
  const opened = await repositories.open(directory);
  if (!opened.value) {
    failures.tell(opened.problems);
    return undefined;
  }
  const range = await pickRange(opened.value.root);
  return range === undefined ? undefined : { kind: 'range', directory, range };
}

async function pickRange(directory: string): Promise<string | undefined> {
  const { value: refs } = await readGitRefs(directory);
  const listed: readonly RangeItem[] = [
    { label: l10n.t('Since'), kind: QuickPickItemKind.Separator },
    ...refs.map(({ name, when, subject, upstream }) => ({
      label: `${name}..HEAD`,
      description: upstream ? l10n.t('upstream of this branch, {0}', when) : when,
      detail: subject,
      range: `${name}..HEAD`,
    })),
    { label: l10n.t('The last commit'), description: 'HEAD^!', range: 'HEAD^!' },
  ];
  const pick = window.createQuickPick<RangeItem>();
  pick.title = l10n.t('Review which commits?');
  pick.placeholder = l10n.t('Choose, or type a range such as origin/main..HEAD or COMMIT^!');
  pick.matchOnDescription = true;
  pick.items = listed;
  pick.onDidChangeValue((value) => {
    const range = value.trim();
    const typed = { label: range, description: l10n.t('review this range'), range, alwaysShow: true };
    pick.items = range === '' ? listed : [typed, ...listed];
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.range);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function rangeIn(argument: unknown): { readonly directory: string; readonly range: string } | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { directory, range } = argument as Readonly<Record<string, unknown>>;
  return typeof directory === 'string' && typeof range === 'string' ? { directory, range } : undefined;
}
