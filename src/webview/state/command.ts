import type { PanelCommand } from '../../protocol/messages.ts';
import { annotationTexts } from '../series/annotationTexts.ts';
import { sectionOf } from '../series/sectionKey.ts';
import { fileOf, parentOf, type Address } from '../series/address.ts';
import { fileKey } from '../series/place.ts';
import { walkTarget } from '../series/walk.ts';
import { words } from '../text/words.ts';
import { walkOf } from './derived.ts';
import { leave, startDraft, understand, undo } from './marking.ts';
import { goToAnnotation } from './openPlace.ts';
import type { OpenSeries, PanelState } from './panelState.ts';
import { patchInSight, subjectOf } from './subject.ts';
import { focus, post, say, step, type Effect, type Step } from './step.ts';

/** Does what a key, a menu or the palette asks for. */
export function runCommand(state: PanelState, command: PanelCommand): Step {
  const { series } = state;
  if (!series) return step(state);
  switch (command) {
    case 'next':
      return walk(state, series, 1);
    case 'previous':
      return walk(state, series, -1);
    case 'next-open':
      return walk(state, series, 1, (id) => !series.markIndex.answers.has(id));
    case 'understood':
      return understand(state, series);
    case 'needs-explanation':
      return startDraft(state, series, 'needs-explanation');
    case 'defer':
      return startDraft(state, series, 'deferred');
    case 'undo':
      return undo(state, series);
    case 'counterpart':
      return followCounterpart(state, series);
    case 'docs':
      return followDocs(state, series);
    case 'about':
      return aboutPattern(state, series);
    case 'collapse':
      return collapse(state, series);
    case 'filter':
      return step(state, focus('filter'));
    case 'export':
      return step(state, post({ type: 'export' }));
    case 'native-diff':
      return step(state, post({ type: 'nativeDiff', patch: patchInSight(state, series) }));
    case 'compare-twins':
      return compareTwins(state);
    case 'order':
      return switchOrder(state);
    case 'list': {
      const mode = state.view.mode === 'list' ? 'diff' : 'list';
      return step({ ...state, view: { ...state.view, mode } }, focus('rows'));
    }
  }
}

function walk(state: PanelState, series: OpenSeries, by: 1 | -1, wanted?: (id: string) => boolean): Step {
  const line = state.cursor && lineOf(state.cursor);
  const current = state.openCard === null ? null : annotationOf(state.openCard, series);
  const from = { current, cursor: line?.kind === 'line' ? line : null, order: state.view.order };
  const found = walkTarget(walkOf(series, state), from, by, wanted);
  if (!found) return step(say(state, wanted ? words.noneOpen : words.noneShown));
  const { state: gone, effects } = goToAnnotation(
    { ...state, draft: keptDraft(state) },
    series,
    found.target,
  );
  return { state: say(gone, words.walked(found)), effects };
}

/** A draft that was typed into stays; one that was only opened goes when the walk goes on. */
function keptDraft({ draft, series }: PanelState): PanelState['draft'] {
  const asked = series?.index.byId.get(draft?.annotation ?? '');
  return asked !== undefined && draft?.text === asked.annotation.question ? null : draft;
}

const lineOf = (address: Address): Address => (address.kind === 'card' ? lineOf(address.under) : address);

function annotationOf(id: string, { index, markIndex }: OpenSeries): string | null {
  return index.byId.has(id) ? id : (markIndex.byId.get(id)?.annotation ?? null);
}

function followCounterpart(state: PanelState, series: OpenSeries): Step {
  const annotation = subjectOf(state, series)?.annotation;
  const places = annotation ? (state.counterparts.get(annotation.id)?.places ?? []) : [];
  return follow(state, places, words.noCounterpart, 'counterparts');
}

function followDocs(state: PanelState, series: OpenSeries): Step {
  const annotation = subjectOf(state, series)?.annotation;
  const docs = annotation ? annotationTexts(annotation, series.index).docs : [];
  return follow(state, docs, words.noDocs, 'docs');
}

/** Opens the only link, or leads to the links if there are several. */
function follow(
  state: PanelState,
  links: readonly { readonly target: string }[],
  none: string,
  on: 'counterparts' | 'docs',
): Step {
  const [first, second] = links;
  if (!first) return step(say(state, none));
  const isVisible = state.openCard !== null && state.view.mode === 'diff';
  const effect: Effect = second && isVisible ? focus(on) : post({ type: 'openLink', target: first.target });
  return step(state, effect);
}

function compareTwins(state: PanelState): Step {
  const file = state.cursor && fileOf(state.cursor);
  return file && state.twins.has(fileKey(file.patch, file.file))
    ? step(state, post({ type: 'compareTwins', ...file }))
    : step(say(state, words.noTwins));
}

function aboutPattern(state: PanelState, series: OpenSeries): Step {
  const pattern = subjectOf(state, series)?.annotation?.pattern;
  return pattern === undefined
    ? step(say(state, words.noPattern))
    : step(state, post({ type: 'aboutPattern', pattern }));
}

function collapse(state: PanelState, series: OpenSeries): Step {
  if (state.draft) return leave(state);
  if (state.openCard !== null) return step({ ...state, openCard: null }, focus('rows'));
  for (let at: Address | undefined = state.cursor ?? undefined; at; at = parentOf(at)) {
    const section = sectionOf(at, series.index);
    if (section === undefined) continue;
    const collapsed = new Set(state.view.collapsed);
    if (!collapsed.delete(section)) collapsed.add(section);
    return step({ ...state, cursor: at, view: { ...state.view, collapsed } }, focus('rows'));
  }
  return step(state);
}

function switchOrder(state: PanelState): Step {
  const order = state.view.order === 'attention' ? 'text' : 'attention';
  return step(say({ ...state, view: { ...state.view, order } }, words.orderNow(order)));
}
