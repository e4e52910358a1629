import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { LineTokens } from '../../base/tokens.ts';
import type { Address, Owner } from '../series/address.ts';
import { hunkLines, messageLines, type HunkLine } from '../series/hunkLines.ts';
import { standings, type LineStanding } from '../series/lineStanding.ts';
import { hunkKey, rowsOf, stretchKey, textKey } from '../series/place.ts';
import { stateNow } from '../series/markIndex.ts';
import type { PlacedAnnotation } from '../series/seriesIndex.ts';
import type { OpenSeries } from '../state/panelState.ts';
import { words } from '../text/words.ts';
import { codeText } from './codeText.ts';
import { glyphSign } from './glyph.ts';
import { rowAttributes } from './rowAttributes.ts';
import type { RowContext } from './rowContext.ts';

interface Stretch {
  readonly key: string;
  readonly lines: readonly HunkLine[];
  readonly tokens: readonly LineTokens[] | undefined;
  readonly level: number;
  readonly address: (row: number) => Address;
}

const MARKERS = { added: '+', removed: '−', context: '', remark: '' } as const;

/** The lines of a hunk from one row to another (exclusive). `rowIndex` is the number of the first one in the list. */
export function hunkRows(
  context: RowContext,
  { patch, file, hunk: number }: { readonly patch: number; readonly file: number; readonly hunk: number },
  [from, to]: readonly [number, number],
  rowIndex: number,
): unknown {
  const hunk = context.series.index.model.patches[patch]?.files[file]?.hunks[number];
  if (!hunk) return nothing;
  const stretch: Stretch = {
    key: hunkKey(patch, file, number),
    lines: hunkLines(hunk),
    tokens: context.tokens.get(patch, file, number),
    level: 4,
    address: (row) => ({ kind: 'line', patch, file, hunk: number, row }),
  };
  return lineRows(context, stretch, [from, to], rowIndex);
}

/** The lines of a commit message or of the cover letter. */
export function textRows(
  context: RowContext,
  owner: Owner,
  [from, to]: readonly [number, number],
  rowIndex: number,
): unknown {
  const { model } = context.series.index;
  const message = owner === 'cover' ? model.cover : model.patches[owner]?.message;
  const stretch: Stretch = {
    key: textKey(owner),
    lines: message ? messageLines(message) : [],
    tokens: undefined,
    level: owner === 'cover' ? 2 : 3,
    address: (line) => ({ kind: 'text', owner, line }),
  };
  return lineRows(context, stretch, [from, to], rowIndex);
}

function lineRows(
  context: RowContext,
  stretch: Stretch,
  [from, to]: readonly [number, number],
  rowIndex: number,
): unknown {
  const { series, shown } = context;
  const { byStretch } = series.remarkIndex;
  const remarks = context.state.view.others ? (byStretch.get(stretch.key) ?? []) : [];
  const standing = standings(
    series.index.byHunk.get(stretch.key) ?? [],
    series.markIndex.byStretch.get(stretch.key) ?? [],
    { series: series.index, markIndex: series.markIndex, shown, remarks },
  );
  const picked = pickedRows(context, stretch.key);
  const rows = Array.from({ length: to - from }, (_, index) => from + index);
  return repeat(
    rows,
    (row) => row,
    (row) => {
      const isPicked = picked !== null && row >= picked[0] && row <= picked[1];
      return lineRow(context, stretch, row, rowIndex + row - from, standing.get(row), isPicked);
    },
  );
}

/** First and last of the rows that were picked, or that a question is being written about. */
function pickedRows({ state }: RowContext, key: string): readonly [number, number] | null {
  const place = state.selection?.place ?? state.draft?.place;
  return place && stretchKey(place) === key ? rowsOf(place) : null;
}

function lineRow(
  context: RowContext,
  stretch: Stretch,
  row: number,
  rowIndex: number,
  standing: LineStanding | undefined,
  isPicked: boolean,
): TemplateResult {
  const line = stretch.lines[row];
  if (!line) return html``;
  const address = stretch.address(row);
  const { id, isCursor } = rowAttributes(context, address);
  const tokens = stretch.tokens?.[row];
  const search = context.state.view.filter.text;
  const said = standing ? hintOf(context, standing) : [];
  const names = [
    'row line',
    `is-${line.kind}`,
    ...(isCursor ? ['cursor'] : []),
    ...(isPicked ? ['picked'] : []),
    ...(standing?.spannedBy ? ['spanned', `by-${standing.spannedBy}`] : []),
  ];
  return html`<div
    class=${names.join(' ')}
    role="row"
    id=${id}
    aria-level=${stretch.level}
    aria-rowindex=${rowIndex + 1}
    aria-selected=${isPicked}
    aria-label=${words.lineLabel(line.kind, line.oldLine, line.newLine, line.text, said)}
    .address=${address}
  >
    <div class="gutter" role="gridcell">
      <span class="sign">${standing?.glyph ? glyphSign(standing.glyph) : nothing}</span
      ><span class="number">${line.oldLine}</span><span class="number">${line.newLine}</span
      ><span class="marker">${MARKERS[line.kind]}</span>
    </div>
    <div class="code" role="gridcell">
      <span class="source">${guard([line, tokens, search], () => codeText(line.text, tokens, search))}</span
      >${said.length > 0 ? html`<span class="hint">${said.join(' · ')}</span>` : nothing}
    </div>
  </div>`;
}

/** What is said at the end of a line: its annotation that is not open in a card, or what was said about it. */
function hintOf({ series, state }: RowContext, { annotations, mark }: LineStanding): readonly string[] {
  const closed = annotations.filter(({ annotation }) => annotation.id !== state.openCard);
  const [first] = closed;
  if (first) {
    const answer = series.markIndex.answers.get(first.annotation.id);
    return [
      ...(answer ? [words.said(stateNow(answer), answer.deferredTo)] : asksAgain(first, series)),
      first.annotation.title,
      ...(closed.length > 1 ? [words.more(closed.length - 1)] : []),
    ];
  }
  if (!mark || annotations.length > 0 || mark.id === state.openCard) return [];
  const now = stateNow(mark);
  return now === 'needs-explanation' || mark.question !== '' ? [] : [words.said(now, mark.deferredTo)];
}

/** Why an annotation asks for a look that had one in an earlier version. */
function asksAgain({ annotation }: PlacedAnnotation, { remarkIndex }: OpenSeries): readonly string[] {
  const again = remarkIndex.again.get(annotation.id);
  return again ? [words.asksAgain(again.carried.fromVersion)] : [];
}
