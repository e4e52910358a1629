import { html, nothing, type TemplateResult } from 'lit';
import type { PanelFile } from '../../protocol/panelModel.ts';
import type { Address } from '../series/address.ts';
import { fileKey } from '../series/place.ts';
import { sectionKey } from '../series/sectionKey.ts';
import { asksForLook, pathOf } from '../series/seriesIndex.ts';
import { words } from '../text/words.ts';
import { headingButton, headingRow, leftView, leftWords } from './headingRow.ts';
import type { RowContext } from './rowContext.ts';

/** The row above a file's hunks: its path, what kind of file and change it is, and what is still to look at. */
export function fileRow(
  context: RowContext,
  rowIndex: number,
  patchIndex: number,
  index: number,
): TemplateResult {
  const { model } = context.series.index;
  const patch = model.patches[patchIndex];
  const file = patch?.files[index];
  if (!patch || !file) return html``;
  const address = { kind: 'file', patch: patchIndex, file: index } as const;
  const at = { patch: patchIndex, file: index };
  const twin = context.state.oneSided.get(fileKey(patchIndex, index));
  const open = context.series.markIndex.openByFile.get(fileKey(patchIndex, index)) ?? 0;
  const total = file.annotations.filter((annotation) => asksForLook({ annotation, ...at }, model)).length;
  return headingRow(context, rowIndex, {
    address,
    section: sectionKey.file(patch, file),
    level: 2,
    name: 'file-heading',
    label: [
      pathOf(file),
      ...tags(file),
      twin ? words.oneSideHelp(twin.path) : null,
      words.lineCounts(file),
      leftWords(open, total),
    ],
    body: html`<h3 title=${pathOf(file)}>${pathName(file)}</h3>
      ${tags(file).map((tag) => html`<span class="tag">${tag}</span>`)}
      ${twin ? html`<span class="tag twin" title=${words.oneSideHelp(twin.path)}>${words.oneSide}</span>` : nothing}
      <span class="end">
        ${
          twin
            ? headingButton(context, address, {
                icon: 'arrow-swap',
                label: words.openTwin(twin.path),
                run: () => {
                  context.dispatch({ type: 'link', target: twin.target });
                },
              })
            : nothing
        }
        ${headingButton(context, address, {
          icon: 'go-to-file',
          label: words.openFile,
          run: () => {
            context.dispatch({ type: 'open-file', patch: patchIndex, file: index, line: firstLine(file) });
          },
        })}
        ${twinButton(context, address)} ${lineCounts(file)} ${leftView(open, total)}
      </span>`,
  });
}

function twinButton(
  context: RowContext,
  address: Extract<Address, { kind: 'file' }>,
): TemplateResult | typeof nothing {
  const { patch, file } = address;
  if (!context.state.twins.has(fileKey(patch, file))) return nothing;
  return headingButton(context, address, {
    icon: 'compare-changes',
    label: words.compareTwins,
    run: () => {
      context.dispatch({ type: 'compare-twins', patch, file });
    },
  });
}

function lineCounts({ added, removed }: PanelFile): TemplateResult | typeof nothing {
  if (added + removed === 0) return nothing;
  return html`<span class="counts">+${added} −${removed}</span>`;
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
    words.layer(file.layer),
    words.kind(file),
    file.generated ? words.generated : null,
    file.binary ? words.binary : null,
    file.image === 'hunks' ? words.hunksOnly : null,
  ].filter((tag) => tag !== null);
}

/** 1-based; of the new side unless the file is gone. */
function firstLine(file: PanelFile): number {
  const hunk = file.hunks[0];
  return Math.max(1, (file.newPath === null ? hunk?.oldStart : hunk?.newStart) ?? 1);
}
