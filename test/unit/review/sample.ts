import type { Analysis } from '../../../src/core/analysis.ts';
import type { Annotation, Facets } from '../../../src/core/annotate/annotation.ts';
import { languageOf } from '../../../src/core/patch/language.ts';
import type {
  Cover,
  DiffLine,
  Envelope,
  FileChange,
  Hunk,
  Patch,
  Series,
} from '../../../src/core/patch/series.ts';
import type { Mark, MarkTarget } from '../../../src/core/review/review.ts';

/** A hunk from its body lines with markers; `start` is its first line on both sides. */
export function hunk(start: number, body: readonly string[], section = ''): Hunk {
  let oldLine = start;
  let newLine = start;
  const lines = body.map((line): DiffLine => {
    const [marker, text] = [line.charAt(0), line.slice(1)];
    const kind = marker === '+' ? 'added' : marker === '-' ? 'removed' : 'context';
    return {
      kind,
      text,
      oldLine: kind === 'added' ? undefined : oldLine++,
      newLine: kind === 'removed' ? undefined : newLine++,
      noNewline: false,
    };
  });
  return {
    oldStart: start,
    oldLines: oldLine - start,
    newStart: start,
    newLines: newLine - start,
    section,
    lines,
  };
}

export function file(path: string, hunks: readonly Hunk[], change: Partial<FileChange> = {}): FileChange {
  return {
    kind: 'modified',
    oldPath: path,
    newPath: path,
    language: languageOf(path),
    oldOid: undefined,
    newOid: undefined,
    oldMode: undefined,
    newMode: undefined,
    similarity: undefined,
    binary: false,
    combined: false,
    hunks,
    ...change,
  };
}

export function envelope(number: number, change: Partial<Envelope> = {}): Envelope {
  return {
    messageId: `<fan-${number}@example.org>`,
    inReplyTo: number === 0 ? undefined : '<fan-0@example.org>',
    references: number === 0 ? [] : ['<fan-0@example.org>'],
    subject: `[PATCH v2 ${number}/2] part ${number}`,
    from: 'Author One <author@example.org>',
    to: ['devel@lists.example.org'],
    cc: ['Maintainer Two <maintainer@example.org>'],
    date: 'Mon, 06 Jan 2025 10:00:00 +0100',
    ...change,
  };
}

export function patch(position: number, files: readonly FileChange[], change: Partial<Patch> = {}): Patch {
  return {
    id: `fan-${position}@example.org`,
    position,
    author: 'Author One <author@example.org>',
    message: {
      subject: `part ${position}`,
      body: ['First line of the message.', '', 'Third line.'],
      notes: [],
      trailers: [],
    },
    envelope: envelope(position),
    commit: undefined,
    files,
    ...change,
  };
}

export const COVER: Cover = {
  id: 'fan-0@example.org',
  author: 'Author One <author@example.org>',
  message: { subject: 'hw/fan: port', body: ['Why we do this.', 'And how.'], notes: [], trailers: [] },
  envelope: envelope(0, { subject: '[PATCH v2 0/2] hw/fan: port' }),
};

export function series(patches: readonly Patch[], change: Partial<Series> = {}): Series {
  return {
    id: 'fan-0@example.org',
    changeId: 'fan-change',
    subject: 'hw/fan: port',
    version: 2,
    total: patches.length,
    cover: COVER,
    patches,
    baseCommit: undefined,
    recipients: [],
    ...change,
  };
}

export const FACETS: Facets = {
  layer: 'device',
  phase: 'runtime',
  phaseReason: 'slot read of FAN_OPS',
  visibility: 'private',
  explainedBy: 'none',
  explanation: null,
  origin: 'introduced',
  confidence: 'hunk',
  inMacro: false,
  generated: false,
};

export function annotation(line: number, change: Partial<Annotation> = {}): Annotation {
  return {
    id: `a${line}`,
    pattern: 'unsafe-block',
    category: 'unsafe',
    attention: 'look-first',
    side: 'new',
    line,
    endLine: line,
    column: 5,
    title: 'An unsafe block',
    question: 'Why is this sound?',
    item: null,
    symbol: null,
    facets: FACETS,
    ...change,
  };
}

/** `found[p][f]`: annotations of file f of patch p. */
export function analysis(
  value: Series,
  found: readonly (readonly (readonly Annotation[])[])[],
  change: Partial<Analysis> = {},
): Analysis {
  return {
    series: value,
    profile: 'generic',
    patches: value.patches.map((each, index) => ({
      files: each.files.map((_, fileIndex) => ({
        image: 'hunks',
        layer: 'device',
        generated: (found[index]?.[fileIndex] ?? []).some(({ facets }) => facets.generated),
        annotations: found[index]?.[fileIndex] ?? [],
      })),
    })),
    problems: [],
    ...change,
  };
}

export function lines(path: string, line: number, endLine = line, side: 'old' | 'new' = 'new'): MarkTarget {
  return { kind: 'lines', patch: 'fan-1@example.org', path, side, line, endLine };
}

let made = 0;

/** A mark with a fresh id; it asks something when `question` is given. */
export function mark(target: MarkTarget, question?: string, change: Partial<Mark> = {}): Mark {
  return {
    id: `m${++made}`,
    target,
    anchor: { text: [], before: [], after: [], item: null, ordinal: 0 },
    state: question === undefined ? 'understood' : 'needs-explanation',
    question: question ?? '',
    annotation: null,
    pattern: null,
    deferredTo: null,
    exit: null,
    madeAt: '2025-01-07T12:00:00Z',
    ...change,
  };
}
