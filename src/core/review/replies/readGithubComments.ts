import type { Series, Side } from '../../patch/series.ts';
import type { Problem, WithProblems } from '../../problem.ts';
import { isObject, JsonReader, type JsonObject } from '../jsonReader.ts';
import type { MarkTarget } from '../review.ts';
import { pathOn, targetText } from '../targetText.ts';
import { patchLines, placeComment } from './placeComment.ts';
import type { Remark, RemarkAnswer } from './remark.ts';

/**
 * Reads review comments as GitHub lists them: an array, arrays in an array (pages), or an object with `comments`. Each is
 * placed by the hunk that comes with it, else by its line where the series shows that; the others come without a target. A
 * comment that cannot be read is a problem with its place in the file; the others are read. Undefined if nothing can be.
 */
export function readGithubComments(
  text: string,
  source: string,
  series: Series,
): WithProblems<readonly Remark[] | undefined> {
  const reader = new JsonReader(source);
  const data = reader.parse(text);
  const list = commentsIn(data, '');
  if (!list) {
    if (data !== undefined) reader.refuse('', 'Expected a list of review comments.');
    return { value: undefined, problems: reader.problems };
  }
  const problems: Problem[] = [];
  const remarks = new Map<string, Remark & { readonly answers: RemarkAnswer[] }>();
  for (const { value, at } of list) {
    const own = new JsonReader(source);
    const read = isObject(value) ? remarkOf(own, value, at, series) : undefined;
    if (!isObject(value)) own.refuse(at, 'Expected an object.');
    problems.push(...own.problems);
    if (!read || !isObject(value) || own.problems.length > 0) continue;
    const asked = remarks.get(JSON.stringify(value['in_reply_to_id'] ?? null));
    const { author, text: said, date } = read;
    if (asked) asked.answers.push({ author, text: said, ...(date !== undefined && { date }) });
    else remarks.set(JSON.stringify(value['id'] ?? at), { ...read, answers: [] });
  }
  return { value: [...remarks.values()], problems };
}

interface Found {
  readonly value: unknown;
  readonly at: string;
}

function commentsIn(data: unknown, at: string): readonly Found[] | undefined {
  if (isObject(data)) return 'comments' in data ? commentsIn(data['comments'], 'comments') : undefined;
  if (!Array.isArray(data)) return undefined;
  const items = data as readonly unknown[];
  return items.flatMap((value, index) => {
    const here = `${at}[${index}]`;
    return Array.isArray(value) ? (commentsIn(value, here) ?? []) : [{ value, at: here }];
  });
}

function remarkOf(reader: JsonReader, comment: JsonObject, at: string, series: Series): Remark {
  const hunk = comment['diff_hunk'];
  const quoted = typeof hunk === 'string' ? hunk.split('\n') : [];
  const line = lineIn(reader, comment['line'] ?? comment['original_line'], `${at}.line`);
  const start = lineIn(reader, comment['start_line'], `${at}.start_line`) ?? line;
  const place: GithubPlace = {
    path: reader.text(comment['path'], `${at}.path`),
    side: comment['side'] === 'LEFT' ? 'old' : 'new',
    lines: line === undefined ? 0 : line - Math.min(start ?? line, line),
    line: comment['line'] === null ? undefined : line,
  };
  const target = byHunk(series, place, quoted) ?? byLine(series, place);
  const patch = patchesWith(series, place).at(-1)?.id;
  const user = comment['user'];
  const created = comment['created_at'];
  const time = typeof created === 'string' ? Date.parse(created) : NaN;
  return {
    author: isObject(user) && typeof user['login'] === 'string' ? user['login'] : '',
    messageId: undefined,
    text: reader.text(comment['body'], `${at}.body`),
    target,
    quoted,
    ...(patch !== undefined && { patch }),
    ...(!Number.isNaN(time) && { date: new Date(time).toISOString() }),
  };
}

interface GithubPlace {
  readonly path: string;
  readonly side: Side;
  /** How many lines the range has above its last. */
  readonly lines: number;
  readonly line: number | undefined;
}

function lineIn(reader: JsonReader, value: unknown, at: string): number | undefined {
  return value === null || value === undefined ? undefined : reader.integer(value, at, 1);
}

function patchesWith({ patches }: Series, { path, side }: GithubPlace): Series['patches'] {
  return patches.filter(({ files }) => files.some((file) => pathOn(file, side) === path));
}

/** The last line of the hunk is the one that is commented. Later patches first: a comment is on the outcome of all. */
function byHunk(series: Series, place: GithubPlace, quoted: readonly string[]): MarkTarget | undefined {
  const last = quoted.at(-1);
  if (last === undefined || last.startsWith('@@')) return undefined;
  for (const patch of [...patchesWith(series, place)].reverse()) {
    const lines = patchLines(patch).filter(({ file }) => pathOn(file, place.side) === place.path);
    const at = placeComment(quoted.slice(-4), lines, 0);
    const found = at === undefined ? undefined : lines[at]?.line;
    const endLine = place.side === 'old' ? found?.oldLine : found?.newLine;
    if (!found || endLine === undefined || found.text.trimEnd() !== last.slice(1).trimEnd()) continue;
    return lineTarget(patch.id, place, endLine);
  }
  return undefined;
}

/** By number alone, where the last patch of the file shows that line: all that is known without a hunk. */
function byLine(series: Series, place: GithubPlace): MarkTarget | undefined {
  const patch = patchesWith(series, place).at(-1);
  if (!patch || place.line === undefined) return undefined;
  const target = lineTarget(patch.id, place, place.line);
  return targetText(series, target).some(({ line }) => line === place.line) ? target : undefined;
}

function lineTarget(patch: string, { path, side, lines }: GithubPlace, endLine: number): MarkTarget {
  return { kind: 'lines', patch, path, side, line: Math.max(1, endLine - lines), endLine };
}
