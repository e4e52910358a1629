import { html, nothing, type TemplateResult } from 'lit';
import type { PanelFile, PanelPatch } from '../../protocol/panelModel.ts';
import { addressKey, type Address } from '../series/address.ts';
import { fileKey } from '../series/place.ts';
import { sectionKey } from '../series/sectionKey.ts';
import { asksForLook, pathOf } from '../series/seriesIndex.ts';
import { words } from '../text/words.ts';
import { glyphSign } from './glyph.ts';
import type { RowContext } from './rowContext.ts';
import { rowAttributes } from './rowAttributes.ts';

/** The row of the cover letter's heading. */
export function coverRow(context: RowContext, rowIndex: number): TemplateResult {
  const cover = context.series.index.model.cover;
  return headingRow(context, rowIndex, {
    address: { kind: 'cover' },
    section: sectionKey.cover,
    level: 1,
    name: 'patch-heading',
    label: words.cover,
    body: html`<h2>${words.cover}</h2>
      <span class="aside">${cover ? byLine(cover.author, cover.date) : nothing}</span>`,
  });
}

/** The row of a patch's heading: its place in the series, subject, and what is still to look at. */
export function patchRow(context: RowContext, rowIndex: number, index: number): TemplateResult {
  const patch = context.series.index.model.patches[index];
  if (!patch) return html``;
  const position = words.position(patch.position, patch.total);
  const coverage = context.series.marks.byPatch[index];
  const left = coverage && whatIsLeft(coverage.notLookedAt, coverage.total);
  const address: Address = { kind: 'patch', patch: index };
  return headingRow(context, rowIndex, {
    address,
    section: sectionKey.patch(patch),
    level: 1,
    name: 'patch-heading',
    label: `${position} ${patch.subject}`,
    body: html`<h2 title=${patch.subject}><span class="position">${position}</span> ${patch.subject}</h2>
      <span class="aside">${words.files(patch.files.length)}</span>
      <span class="end">
        ${rowButton(context, address, 'diff-multiple', words.nativeDiff, () => {
          context.dispatch({ type: 'native-diff', patch: index });
        })}
        ${left}
      </span>`,
  });
}

/** The row above a commit message; folded, it shows the message's first line. */
export function messageRow(context: RowContext, rowIndex: number, index: number): TemplateResult {
  const patch = context.series.index.model.patches[index];
  if (!patch) return html``;
  const { message } = patch;
  const section = sectionKey.message(patch);
  const isFolded = context.state.view.collapsed.has(section);
  return headingRow(context, rowIndex, {
    address: { kind: 'message', patch: index },
    section,
    level: 2,
    name: 'message-heading',
    label: words.message,
    body: html`<h3>${words.message}</h3>
      <span class="aside">${byLine(message.author, message.date)}</span>
      ${isFolded ? html`<span class="aside preview">${message.lines.find((line) => line.trim() !== '')} …</span>` : nothing}`,
  });
}

/** The row above a file's hunks: its path, what kind of file and change it is, and what is still to look at. */
export function fileRow(
  context: RowContext,
  rowIndex: number,
  patchIndex: number,
  index: number,
): TemplateResult {
  const patch = context.series.index.model.patches[patchIndex];
  const file = patch?.files[index];
  if (!patch || !file) return html``;
  const address: Address = { kind: 'file', patch: patchIndex, file: index };
  return headingRow(context, rowIndex, {
    address,
    section: sectionKey.file(patch, file),
    level: 2,
    name: 'file-heading',
    label: pathOf(file),
    body: html`<h3 title=${pathOf(file)}>${pathName(file)}</h3>
      ${tags(file).map((tag) => html`<span class="tag">${tag}</span>`)}
      <span class="end">
        ${rowButton(context, address, 'go-to-file', words.openFile, () => {
          context.dispatch({ type: 'open-file', patch: patchIndex, file: index, line: firstLine(file) });
        })}
        <span class="counts"
          ><span class="added-count">+${file.added}</span>
          <span class="removed-count">−${file.removed}</span></span
        >
        ${fileLeft(context, patch, patchIndex, index)}
      </span>`,
  });
}

interface Heading {
  readonly address: Address;
  readonly section: string;
  readonly level: 1 | 2;
  readonly name: string;
  readonly label: string;
  readonly body: TemplateResult;
}

function headingRow(context: RowContext, rowIndex: number, heading: Heading): TemplateResult {
  const { address, section, level, name, label, body } = heading;
  const isOpen = !context.state.view.collapsed.has(section);
  const { id, isCursor } = rowAttributes(context, address);
  return html`<div
    class="row heading ${name} ${isCursor ? 'cursor' : ''}"
    role="row"
    id=${id}
    aria-level=${level}
    aria-rowindex=${rowIndex + 1}
    aria-expanded=${isOpen}
    aria-label=${label}
    .address=${address}
  >
    <div class="heading-body" role="gridcell">
      <span class="twistie codicon codicon-chevron-${isOpen ? 'down' : 'right'}" aria-hidden="true"></span>
      ${body}
    </div>
  </div>`;
}

/** A button in a row; it can be tabbed to only while the cursor is on the row. */
function rowButton(
  context: RowContext,
  address: Address,
  icon: string,
  label: string,
  run: () => void,
): TemplateResult {
  const isHere = context.cursorKey === addressKey(address);
  return html`<button
    class="icon-button codicon codicon-${icon}"
    type="button"
    tabindex=${isHere ? 0 : -1}
    aria-label=${label}
    title=${label}
    @click=${run}
  ></button>`;
}

function fileLeft(
  { series }: RowContext,
  patch: PanelPatch,
  patchIndex: number,
  index: number,
): TemplateResult {
  const open = series.markIndex.openByFile.get(fileKey(patchIndex, index)) ?? 0;
  const total = (patch.files[index]?.annotations ?? []).filter((annotation) =>
    asksForLook({ annotation, patch: patchIndex, file: index, position: 0 }, series.index.model),
  ).length;
  return whatIsLeft(open, total);
}

function whatIsLeft(open: number, total: number): TemplateResult {
  if (open > 0) return html`<span class="left">${words.toLookAt(open)}</span>`;
  if (total === 0) return html`<span class="left none"></span>`;
  return html`<span class="left done">${glyphSign('understood')}${words.allLookedAt}</span>`;
}

function pathName(file: PanelFile): TemplateResult {
  const path = pathOf(file);
  const cut = path.lastIndexOf('/') + 1;
  const isMoved = file.oldPath !== null && file.newPath !== null && file.oldPath !== file.newPath;
  return html`${isMoved ? html`<span class="folder">${file.oldPath} → </span>` : nothing}<span class="folder"
      >${path.slice(0, cut)}</span
    ><b>${path.slice(cut)}</b>`;
}

function tags(file: PanelFile): readonly string[] {
  return [
    file.layer,
    words.kind(file),
    file.generated ? words.generated : null,
    file.binary ? words.binary : null,
    file.image === 'hunks' ? words.hunksOnly : null,
  ].filter((tag) => tag !== null && tag !== '') as readonly string[];
}

function firstLine(file: PanelFile): number {
  const hunk = file.hunks[0];
  return Math.max(1, (file.newPath === null ? hunk?.oldStart : hunk?.newStart) ?? 1);
}

function byLine(author: string, date: string | null): string {
  return date === null ? author : `${author} · ${shortDate(date)}`;
}

/** A mail's date as a day; as it was written if it cannot be read. */
function shortDate(date: string): string {
  const time = Date.parse(date);
  if (Number.isNaN(time)) return date;
  return new Date(time).toLocaleDateString(undefined, { year: 'numeric', month: 'short', day: 'numeric' });
}
