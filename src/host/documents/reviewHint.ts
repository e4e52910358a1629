import { CodeLens, l10n, languages, Range, type Disposable, type TextDocument } from 'vscode';
import { MAIL_LANGUAGE } from '../commands/exportReview.ts';

/** How far into a document a diff is looked for. */
const MAX_LINES = 3_000;

/** A line above the first of each patch or mailbox that is opened as text: offers to review it. */
export function registerReviewHint(): Disposable {
  return languages.registerCodeLensProvider([{ language: 'diff' }, { language: MAIL_LANGUAGE }], {
    provideCodeLenses: (document) => (holdsDiff(document) ? [hint(document)] : []),
  });
}

function hint({ uri }: TextDocument): CodeLens {
  const command = {
    command: 'interopReview.openSeries',
    title: l10n.t('Review this series'),
    tooltip: l10n.t('Show its unsafe markers and boundary crossings in Interop Review'),
    arguments: [uri],
  };
  return new CodeLens(new Range(0, 0, 0, 0), command);
}

/** A reply quotes its diff, and is nothing to review. */
function holdsDiff(document: TextDocument): boolean {
  return /^(diff --git |--- \S|@@ -\d)/m.test(document.getText(new Range(0, 0, MAX_LINES, 0)));
}
