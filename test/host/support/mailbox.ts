import { readFile, writeFile } from 'node:fs/promises';

/** A mail that answers another. */
export interface Letter {
  readonly id: string;
  readonly from: string;
  /** Message-ID, with angle brackets, of what is answered. */
  readonly to: string;
  readonly text: string;
}

/** The text of a reply mail. */
export function letter({ id, from, to, text }: Letter): string {
  return [
    `From: ${from}`,
    'Subject: Re: [PATCH 4/6] x',
    `Message-ID: <${id}@example.org>`,
    `In-Reply-To: ${to}`,
    `References: ${to}`,
    'Date: Tue, 10 Mar 2026 10:00:00 +0000',
    '',
    text,
  ].join('\n');
}

/** Writes a mailbox to `path`: one that is there already, and letters below it. */
export async function writeThread(path: string, mailbox: string, letters: readonly Letter[]): Promise<void> {
  const mails = letters.map((one) => `From mboxrd@z Thu Jan  1 00:00:00 1970\n${letter(one)}\n`);
  await writeFile(path, `${await readFile(mailbox, 'utf8')}\n${mails.join('\n')}`);
}
