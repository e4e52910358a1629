import { env, FileType, l10n, Uri, window, workspace } from 'vscode';
import { visibleText } from '../../core/output/visibleText.ts';
import type { Problem } from '../../core/problem.ts';
import {
  isUnsigned,
  readOtherText,
  reviewsOf,
  type OtherText,
} from '../../core/review/replies/readOtherText.ts';
import { readB4Review } from '../../core/review/replies/readB4Review.ts';
import type { Review } from '../../core/review/review.ts';
import { personName } from '../../present/panelRemarks.ts';
import type { Failures } from '../failures.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import type { OpenReviews } from '../reviews/openReviews.ts';
import type { OtherReviews } from './otherReviews.ts';

/** What commands about other reviewers work on. */
export interface OtherServices {
  readonly reviews: OpenReviews;
  readonly others: OtherReviews;
  readonly failures: Failures;
}

/** Reads a reply from the clipboard, or the text that the command was called with. */
export async function pasteReply(review: OpenReview, services: OtherServices, given: unknown): Promise<void> {
  const text = typeof given === 'string' ? given : await env.clipboard.readText();
  if (text.trim() === '') {
    void window.showInformationMessage(l10n.t('The clipboard is empty. Copy a reply mail first.'));
    return;
  }
  await takeIn(review, services, [{ name: l10n.t('clipboard'), text }]);
}

/** Reads files of other reviewers: those that the command was called with, else those that the user chooses. */
export async function openOthers(review: OpenReview, services: OtherServices, given: unknown): Promise<void> {
  const uris = urisIn(given) ?? (await pickFiles()) ?? [];
  const texts: NamedText[] = [];
  const reviews: Review[] = [];
  for (const uri of uris) {
    const name = workspace.asRelativePath(uri);
    try {
      const { type } = await workspace.fs.stat(uri);
      if ((type & FileType.Directory) !== 0) reviews.push(...(await readB4(uri, review, services)));
      else texts.push({ name, text: new TextDecoder().decode(await workspace.fs.readFile(uri)) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      services.failures.tell([{ code: 'unreadable-input', message, at: name }]);
    }
  }
  await takeIn(review, services, texts, reviews);
}

interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Keeps what texts of other reviewers say, shows it, and tells how much it was. */
async function takeIn(
  review: OpenReview,
  services: OtherServices,
  texts: readonly NamedText[],
  more: readonly Review[] = [],
): Promise<void> {
  const { series } = review.analysis;
  const read: Review[] = [...more];
  const problems: Problem[] = [];
  for (const { name, text } of texts) {
    const other = readOtherText(text, name, series);
    problems.push(...other.problems);
    if (!other.value) continue;
    const author = await authorOf(other.value);
    if (author === undefined) return;
    read.push(...reviewsOf(other.value, series, author, new Date().toISOString()));
  }
  services.failures.tell(problems);
  if (read.length === 0) return;
  await services.others.kept.keep(review.source, series, read);
  await services.reviews.gatherOthers(review);
  void window.showInformationMessage(summary(review, read));
}

async function authorOf(other: OtherText): Promise<string | undefined> {
  if (!isUnsigned(other)) return '';
  return window.showInputBox({
    title: l10n.t('Who wrote this?'),
    prompt: l10n.t('Name <address>; the text does not say.'),
    validateInput: (value) => (value.trim() === '' ? l10n.t('Write a name.') : undefined),
    ignoreFocusOut: true,
  });
}

function summary(review: OpenReview, read: readonly Review[]): string {
  const ids = new Set(read.flatMap(({ marks }) => marks.map(({ id }) => id)));
  const shown = review.others.marks.filter(({ mark }) => ids.has(mark.id));
  const lost = shown.filter(({ target }) => target === null).length;
  const names = [...new Set(read.map(({ reviewer }) => personName(reviewer)))].join(', ');
  const said = l10n.t('{0} remarks by {1}.', shown.length, visibleText(names));
  return lost === 0 ? said : `${said} ${l10n.t('{0} could not be placed; the panel lists them.', lost)}`;
}

/** The reviews in a directory of b4's. */
async function readB4(
  directory: Uri,
  { analysis: { series } }: OpenReview,
  { failures }: Pick<OtherServices, 'failures'>,
): Promise<readonly Review[]> {
  const entries = await workspace.fs.readDirectory(directory);
  const names = entries.filter(([, type]) => (type & FileType.File) !== 0).map(([name]) => name);
  const files = await Promise.all(
    names.map(async (name) => ({
      name,
      text: new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(directory, name))),
    })),
  );
  const { value, problems } = readB4Review(files, series);
  failures.tell(
    problems.map((problem) => ({ ...problem, at: `${workspace.asRelativePath(directory)}/${problem.at}` })),
  );
  return reviewsOf(
    { kind: 'remarks', remarks: value },
    series,
    l10n.t('b4 reviewer'),
    new Date().toISOString(),
  );
}

async function pickFiles(): Promise<readonly Uri[] | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return window.showOpenDialog({
    canSelectMany: true,
    title: l10n.t('Open whose review?'),
    openLabel: l10n.t('Show'),
    filters: {
      [l10n.t('Review files, mails and review comments')]: ['json', 'mbox', 'mbx', 'eml', 'txt'],
      [l10n.t('All files')]: ['*'],
    },
    ...(folder && { defaultUri: folder }),
  });
}

/** Addresses that another command or extension passes on: `Uri`s or paths. */
function urisIn(given: unknown): readonly Uri[] | undefined {
  const list = (Array.isArray(given) ? given : [given]) as readonly unknown[];
  const uris = list.flatMap((one) =>
    one instanceof Uri ? [one] : typeof one === 'string' && one !== '' ? [Uri.file(one)] : [],
  );
  return uris.length > 0 ? uris : undefined;
}
