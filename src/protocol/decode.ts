import type { FromPanel, PanelAnswering, PanelDraft, PanelViewState } from './messages.ts';
import type { PanelPlace } from './panelModel.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Reads a message of the panel. Undefined for anything that is not exactly one: the host drops it. */
export function decodeFromPanel(value: unknown): FromPanel | undefined {
  if (!isFields(value)) return undefined;
  const { type } = value;
  switch (type) {
    case 'ready':
    case 'cancel':
    case 'export':
    case 'kept':
      return { type };
    case 'needTokens': {
      const { patch, file, hunk } = value;
      return isIndex(patch) && isIndex(file) && isIndex(hunk) ? { type, patch, file, hunk } : undefined;
    }
    case 'mark':
      return decodeMark(value);
    case 'endQuestion': {
      const { id, kind, reason } = value;
      const known = kind === 'documented' || kind === 'rewritten' || kind === 'withdrawn';
      return known && isText(id) && isText(reason) ? { type, id, kind, reason } : undefined;
    }
    case 'unmark':
      return isText(value['id']) ? { type, id: value['id'] } : undefined;
    case 'answer': {
      const { id, text } = value;
      return isText(id) && isText(text) ? { type, id, text } : undefined;
    }
    case 'openLink':
      return isText(value['target']) ? { type, target: value['target'] } : undefined;
    case 'openFile': {
      const { patch, file, line } = value;
      return isIndex(patch) && isIndex(file) && isIndex(line) ? { type, patch, file, line } : undefined;
    }
    case 'nativeDiff':
      return isIndex(value['patch']) ? { type, patch: value['patch'] } : undefined;
    case 'compareTwins': {
      const { patch, file } = value;
      return isIndex(patch) && isIndex(file) ? { type, patch, file } : undefined;
    }
    case 'aboutPattern':
      return isText(value['pattern']) ? { type, pattern: value['pattern'] } : undefined;
    case 'inputFocused':
      return typeof value['focused'] === 'boolean' ? { type, focused: value['focused'] } : undefined;
    case 'painted':
      return isAmount(value['milliseconds']) ? { type, milliseconds: value['milliseconds'] } : undefined;
    case 'problem':
      return isText(value['message']) ? { type, message: value['message'] } : undefined;
    default:
      return undefined;
  }
}

/**
 * Reads a stored view state. Undefined when it is not one of this format; what a format-1 state of an earlier build
 * lacks (`order`, `draft`, `others`, `answering`) is filled in.
 */
export function decodeViewState(value: unknown): PanelViewState | undefined {
  if (!isFields(value) || value['format'] !== 1 || !('source' in value)) return undefined;
  const { source, collapsed, attentions, categories, text, openCard, order = 'attention', scrollTop } = value;
  if (!isTexts(collapsed) || !isTexts(attentions) || !isTexts(categories) || !isText(text)) return undefined;
  if (!isTextOrNull(openCard) || (order !== 'attention' && order !== 'text') || !isAmount(scrollTop))
    return undefined;
  const others = value['others'] !== false;
  const draft = decodeDraft(value['draft']);
  const answering = decodeAnswering(value['answering']);
  return {
    ...{ format: 1, source, collapsed, attentions, categories, text, openCard, order, others },
    ...{ draft, answering, scrollTop },
  };
}

function decodeAnswering(value: unknown): PanelAnswering | null {
  if (!isFields(value)) return null;
  const { id, text } = value;
  return isText(id) && isText(text) ? { id, text } : null;
}

/** Reads a place; rows and lines must run forwards. */
export function decodePlace(value: unknown): PanelPlace | undefined {
  if (!isFields(value)) return undefined;
  const { kind, patch, file, hunk, row, endRow, line, endLine } = value;
  if (kind === 'lines') {
    if (!isIndex(patch) || !isIndex(file) || !isIndex(hunk) || !isRange(row, endRow)) return undefined;
    return { kind, patch, file, hunk, row: row as number, endRow: endRow as number };
  }
  if (!isRange(line, endLine)) return undefined;
  const range = { line: line as number, endLine: endLine as number };
  if (kind === 'message') return isIndex(patch) ? { kind, patch, ...range } : undefined;
  return kind === 'cover' ? { kind, ...range } : undefined;
}

function decodeMark(value: Fields): FromPanel | undefined {
  const { state, question, annotation, deferredTo } = value;
  const place = decodePlace(value['place']);
  const known = state === 'needs-explanation' || state === 'understood' || state === 'deferred';
  if (!place || !known || !isText(question)) return undefined;
  if (!isTextOrNull(annotation) || !isTextOrNull(deferredTo)) return undefined;
  return { type: 'mark', place, state, question, annotation, deferredTo };
}

function decodeDraft(value: unknown): PanelDraft | null {
  if (!isFields(value)) return null;
  const { annotation, state, text } = value;
  const place = decodePlace(value['place']);
  if (!place || !isTextOrNull(annotation) || !isText(text)) return null;
  return state === 'needs-explanation' || state === 'deferred' ? { place, annotation, state, text } : null;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const isIndex = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isRange = (from: unknown, to: unknown): boolean => isIndex(from) && isIndex(to) && from <= to;
