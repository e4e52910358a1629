import { html, nothing, type TemplateResult } from 'lit';
import type { Address } from '../series/address.ts';
import { sectionKey } from '../series/sectionKey.ts';
import { shortDate } from '../text/shortDate.ts';
import { words } from '../text/words.ts';
import { headingButton, headingRow, leftView, leftWords } from './headingRow.ts';
import type { RowContext } from './rowContext.ts';

/** The row of the cover letter's heading. */
export function coverRow(context: RowContext, rowIndex: number): TemplateResult {
  const { cover } = context.series.index.model;
  const by = cover ? byLine(cover.author, cover.date) : '';
  return headingRow(context, rowIndex, {
    address: { kind: 'cover' },
    section: sectionKey.cover,
    level: 1,
    name: 'patch-heading',
    label: [words.cover, by],
    body: html`<h2>${words.cover}</h2>
      <span class="aside">${by}</span>`,
  });
}

/** The row of a patch's heading: its place in the series, subject, and what is still to look at. */
export function patchRow(context: RowContext, rowIndex: number, index: number): TemplateResult {
  const patch = context.series.index.model.patches[index];
  if (!patch) return html``;
  const address: Address = { kind: 'patch', patch: index };
  const position = words.position(patch.position, patch.total);
  const alone = [...context.state.oneSided.values()].filter((twin) => twin.patch === index).length;
  const files = [words.files(patch.files.length), ...(alone > 0 ? [words.oneSideFiles(alone)] : [])].join(
    ' · ',
  );
  const { notLookedAt = 0, total = 0 } = context.series.marks.byPatch[index] ?? {};
  return headingRow(context, rowIndex, {
    address,
    section: sectionKey.patch(patch),
    level: 1,
    name: 'patch-heading',
    label: [`${position} ${patch.subject}`, files, leftWords(notLookedAt, total)],
    body: html`<h2 title=${patch.subject}><span class="position">${position}</span>${` ${patch.subject}`}</h2>
      <span class="aside">${files}</span>
      <span class="end">
        ${headingButton(context, address, {
          icon: 'diff-multiple',
          label: words.nativeDiff,
          run: () => {
            context.dispatch({ type: 'native-diff', patch: index });
          },
        })}
        ${leftView(notLookedAt, total)}
      </span>`,
  });
}

/** The row above a commit message; folded, it shows the message's first line. */
export function messageRow(context: RowContext, rowIndex: number, index: number): TemplateResult {
  const patch = context.series.index.model.patches[index];
  if (!patch) return html``;
  const { author, date, lines } = patch.message;
  const section = sectionKey.message(patch);
  const isFolded = context.state.view.collapsed.has(section);
  const preview = isFolded ? `${lines.find((line) => line.trim() !== '') ?? ''} …` : null;
  return headingRow(context, rowIndex, {
    address: { kind: 'message', patch: index },
    section,
    level: 2,
    name: 'message-heading',
    label: [words.message, byLine(author, date), preview],
    body: html`<h3>${words.message}</h3>
      <span class="aside">${byLine(author, date)}</span>
      ${preview === null ? nothing : html`<span class="aside preview">${preview}</span>`}`,
  });
}

function byLine(author: string, date: string | null): string {
  return date === null ? author : `${author} · ${shortDate(date)}`;
}
