import { l10n, window, workspace } from 'vscode';
import { formatJson } from '../../core/output/formatJson.ts';
import { formatMarkdown } from '../../core/output/formatMarkdown.ts';
import { replyMails, type ReplyMail } from '../../core/output/replyMails.ts';
import { setContextKey } from '../contextKeys.ts';
import type { OpenReview } from '../reviews/openReview.ts';

/** Language of mails, as the manifest contributes it. */
export const MAIL_LANGUAGE = 'patch-mail';

/** Opens the reply mails of a review as unsaved documents: asks which if there are several. Nothing is sent. */
export async function exportReply(review: OpenReview): Promise<void> {
  const mails = replyMails(review.analysis, review.review, { from: review.review.reviewer });
  if (mails.length === 0) {
    const message = l10n.t(
      'There is no open question yet, so there is nothing to reply. Mark lines that need explanation first.',
    );
    void window.showInformationMessage(message);
    return;
  }
  await chooseMails(mails);
}

/** Opens mails as unsaved documents: asks which if there are several. */
export async function chooseMails(mails: readonly OpenMail[]): Promise<void> {
  for (const mail of await chosen(mails)) {
    await openText(mail.text, MAIL_LANGUAGE);
    setContextKey('wroteReply', true);
  }
}

type OpenMail = Pick<ReplyMail, 'subject' | 'text'>;

export async function exportMarkdown(review: OpenReview): Promise<void> {
  await openText(formatMarkdown(review.analysis, review.review), 'markdown');
}

export async function exportJson(review: OpenReview): Promise<void> {
  await openText(formatJson(review.analysis, review.review), 'json');
}

async function chosen(mails: readonly OpenMail[]): Promise<readonly OpenMail[]> {
  if (mails.length === 1) return mails;
  const items = mails.map((mail) => ({ label: mail.subject, picked: true, mail }));
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    title: l10n.t('Open which replies?'),
    placeHolder: l10n.t('One mail answers one patch'),
  });
  return picked?.map(({ mail }) => mail) ?? [];
}

/** Opens a text as an unsaved document. */
export async function openText(content: string, language: string): Promise<void> {
  const document = await workspace.openTextDocument({ content, language });
  await window.showTextDocument(document, { preview: false });
}
