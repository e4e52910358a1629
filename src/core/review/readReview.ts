import type { Problem, WithProblems } from '../problem.ts';
import { isObject, JsonReader } from './jsonReader.ts';
import {
  EXIT_KINDS,
  MARK_STATES,
  REVIEW_FORMAT,
  type Anchor,
  type Answer,
  type Exit,
  type Mark,
  type MarkMail,
  type MarkTarget,
  type MarkRemark,
  type Review,
} from './review.ts';

/**
 * Reads the text of a review file. All or nothing: with any problem there is no review, so that a caller never saves a
 * part of a file over the whole of it. `source` names the file in problems. A file of a newer format is refused as such.
 */
export function readReview(text: string, source: string): WithProblems<Review | undefined> {
  const reader = new JsonReader(source);
  const data = reader.parse(text);
  if (data === undefined) return refused(reader.problems);
  const newer = newerFormat(data);
  if (newer !== undefined) {
    reader.refuse(
      'format',
      `The review was saved by a newer version (format ${newer}; this one reads ${REVIEW_FORMAT}). It is left as it is.`,
    );
    return refused(reader.problems);
  }
  const review = readFile(reader, data);
  return reader.problems.length > 0 ? refused(reader.problems) : { value: review, problems: [] };
}

/** True for the text of a review file that is sound, but of a later format than this program knows. */
export function isNewerReview(text: string): boolean {
  try {
    return newerFormat(JSON.parse(text)) !== undefined;
  } catch {
    return false;
  }
}

function newerFormat(data: unknown): number | undefined {
  const format = isObject(data) ? data['format'] : undefined;
  return typeof format === 'number' && Number.isInteger(format) && format > REVIEW_FORMAT
    ? format
    : undefined;
}

function refused(problems: readonly Problem[]): WithProblems<undefined> {
  return { value: undefined, problems };
}

function readFile(reader: JsonReader, data: unknown): Review {
  const file = reader.object(data, '', ['format', 'reviewer', 'series', 'marks'], ['answers', 'dismissed']);
  if (file['format'] !== undefined && !READ_FORMATS.includes(file['format']))
    reader.refuse('format', `Expected ${READ_FORMATS.join(' or ')}.`);
  const answers = reader.list(file['answers'], 'answers', (answer, path) => readAnswer(reader, answer, path));
  const dismissed = reader.list(file['dismissed'], 'dismissed', (id, path) => reader.text(id, path));
  const series = reader.object(file['series'] ?? {}, 'series', ['id', 'changeId', 'subject', 'version']);
  const review: Review = {
    format: REVIEW_FORMAT,
    reviewer: reader.text(file['reviewer'], 'reviewer'),
    series: {
      id: reader.text(series['id'], 'series.id'),
      changeId: reader.textOrNull(series['changeId'] ?? null, 'series.changeId'),
      subject: reader.text(series['subject'], 'series.subject'),
      version: reader.integer(series['version'], 'series.version', 1),
    },
    marks: reader.list(file['marks'], 'marks', (mark, path) => readMark(reader, mark, path)),
    ...(answers.length > 0 && { answers }),
    ...(dismissed.length > 0 && { dismissed }),
  };
  const ids = new Set<string>();
  for (const [index, { id }] of review.marks.entries()) {
    if (ids.has(id)) reader.refuse(`marks[${index}].id`, `The id ${JSON.stringify(id)} occurs twice.`);
    ids.add(id);
  }
  return review;
}

/** Formats that this program reads. */
const READ_FORMATS: readonly unknown[] = [1, REVIEW_FORMAT];

function readAnswer(reader: JsonReader, value: unknown, path: string): Answer {
  const answer = reader.object(value, path, ['question', 'to', 'asked', 'text', 'madeAt']);
  return {
    question: reader.text(answer['question'], `${path}.question`),
    to: reader.text(answer['to'], `${path}.to`),
    asked: reader.text(answer['asked'], `${path}.asked`),
    text: reader.text(answer['text'], `${path}.text`),
    madeAt: readTime(reader, answer['madeAt'], `${path}.madeAt`),
  };
}

const MARK_KEYS = [
  'id',
  'target',
  'anchor',
  'state',
  'question',
  'annotation',
  'pattern',
  'deferredTo',
  'exit',
  'madeAt',
];
const ISO_UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

function readMark(reader: JsonReader, value: unknown, path: string): Mark {
  const mark = reader.object(value, path, MARK_KEYS, ['remarks', 'mail']);
  const remarks = reader.list(mark['remarks'], `${path}.remarks`, (remark, at) =>
    readRemark(reader, remark, at),
  );
  return {
    id: reader.text(mark['id'], `${path}.id`),
    target: readTarget(reader, mark['target'] ?? {}, `${path}.target`),
    anchor: readAnchor(reader, mark['anchor'] ?? {}, `${path}.anchor`),
    state: reader.oneOf(mark['state'], `${path}.state`, MARK_STATES),
    question: reader.text(mark['question'], `${path}.question`),
    annotation: reader.textOrNull(mark['annotation'] ?? null, `${path}.annotation`),
    pattern: reader.textOrNull(mark['pattern'] ?? null, `${path}.pattern`),
    deferredTo: reader.textOrNull(mark['deferredTo'] ?? null, `${path}.deferredTo`),
    exit: mark['exit'] === null ? null : readExit(reader, mark['exit'] ?? {}, `${path}.exit`),
    madeAt: readTime(reader, mark['madeAt'], `${path}.madeAt`),
    ...(remarks.length > 0 && { remarks }),
    ...(mark['mail'] !== undefined && { mail: readMarkMail(reader, mark['mail'], `${path}.mail`) }),
  };
}

function readMarkMail(reader: JsonReader, value: unknown, path: string): MarkMail {
  const mail = reader.object(value, path, ['id', 'references', 'subject']);
  return {
    id: reader.text(mail['id'], `${path}.id`),
    references: reader.list(mail['references'], `${path}.references`, (id, at) => reader.text(id, at)),
    subject: reader.text(mail['subject'], `${path}.subject`),
  };
}

function readRemark(reader: JsonReader, value: unknown, path: string): MarkRemark {
  const remark = reader.object(value, path, ['author', 'text', 'madeAt']);
  return {
    author: reader.text(remark['author'], `${path}.author`),
    text: reader.text(remark['text'], `${path}.text`),
    madeAt: readTime(reader, remark['madeAt'], `${path}.madeAt`),
  };
}

function readExit(reader: JsonReader, value: unknown, path: string): Exit {
  const exit = reader.object(value, path, ['kind', 'reason', 'evidence', 'version', 'confirmedAt']);
  return {
    kind: reader.oneOf(exit['kind'], `${path}.kind`, EXIT_KINDS),
    reason: reader.text(exit['reason'], `${path}.reason`),
    evidence: reader.text(exit['evidence'], `${path}.evidence`),
    version: reader.integer(exit['version'], `${path}.version`, 1),
    confirmedAt: readTime(reader, exit['confirmedAt'], `${path}.confirmedAt`),
  };
}

function readTime(reader: JsonReader, value: unknown, path: string): string {
  const time = reader.text(value, path);
  if (typeof value === 'string' && !ISO_UTC.test(time))
    reader.refuse(path, 'Expected a time as 2025-01-31T12:00:00Z.');
  return time;
}

const TARGET_KEYS = {
  lines: ['kind', 'patch', 'path', 'side', 'line', 'endLine'],
  message: ['kind', 'patch', 'line', 'endLine'],
  cover: ['kind', 'line', 'endLine'],
};

function readTarget(reader: JsonReader, value: unknown, path: string): MarkTarget {
  const named = isObject(value) ? value['kind'] : undefined;
  const kind = reader.oneOf(named, `${path}.kind`, ['lines', 'message', 'cover']);
  const target = reader.object(value, path, TARGET_KEYS[kind]);
  const line = reader.integer(target['line'], `${path}.line`, 1);
  const endLine = reader.integer(target['endLine'], `${path}.endLine`, 1);
  if (endLine < line) reader.refuse(`${path}.endLine`, 'The range ends before it begins.');
  if (kind === 'cover') return { kind, line, endLine };
  const patch = reader.text(target['patch'], `${path}.patch`);
  if (kind === 'message') return { kind, patch, line, endLine };
  const side = reader.oneOf(target['side'], `${path}.side`, ['old', 'new']);
  return { kind, patch, path: reader.text(target['path'], `${path}.path`), side, line, endLine };
}

function readAnchor(reader: JsonReader, value: unknown, path: string): Anchor {
  const anchor = reader.object(value, path, ['text', 'before', 'after', 'item', 'ordinal']);
  const lines = (key: string): readonly string[] =>
    reader.list(anchor[key], `${path}.${key}`, (line, at) => reader.text(line, at));
  return {
    text: lines('text'),
    before: lines('before'),
    after: lines('after'),
    item: reader.textOrNull(anchor['item'] ?? null, `${path}.item`),
    ordinal: reader.integer(anchor['ordinal'], `${path}.ordinal`, 0),
  };
}
