import { html, type TemplateResult } from 'lit';
import type { ParityFact, ParityFile, ParityPart, ParitySide } from '../../protocol/parityPage.ts';
import { linkButton } from '../parts/linkButton.ts';
import { words } from './parityWords.ts';

const ICONS: Readonly<Record<ParityFact['verdict'], string>> = {
  same: 'codicon-check',
  differs: 'codicon-diff',
  'only-c': 'codicon-arrow-left',
  'only-rust': 'codicon-arrow-right',
  'not-resolvable': 'codicon-question',
};

/** Facts of one weight under their heading, which folds them; each place opens its file at the line. */
export function factTable(
  { id, title, open: isOpen, rows }: ParityPart,
  files: readonly ParityFile[],
  open: (file: number, line: number) => void,
): TemplateResult {
  return html`<details class="facts-of is-${id}" ?open=${isOpen}>
    <summary><h2>${words.count(title, rows.length)}</h2></summary>
    <table aria-label=${title}>
      <thead>
        <tr>
          <th scope="col">${words.fact}</th>
          <th scope="col">${words.c}</th>
          <th scope="col">${words.rust}</th>
          <th scope="col">${words.verdict}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (fact) =>
            html`<tr>
              <th scope="row">${fact.item}</th>
              ${sideCell(fact.c, files, open)} ${sideCell(fact.rust, files, open)}
              <td class="verdict is-${fact.verdict}">
                <span class="codicon ${ICONS[fact.verdict]}" aria-hidden="true"></span>
                ${fact.says}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}

function sideCell(
  side: ParitySide | null,
  files: readonly ParityFile[],
  open: (file: number, line: number) => void,
): TemplateResult {
  if (!side) return html`<td class="is-nothing">${words.nothing}</td>`;
  const { text, file, line } = side;
  const path = files[file]?.path ?? '';
  return html`<td>
    <code>${text}</code>
    ${linkButton(
      words.place(path, line),
      () => {
        open(file, line);
      },
      `${path}:${line}`,
    )}
  </td>`;
}
