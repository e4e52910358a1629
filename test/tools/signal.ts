// npm run signal -- [--half tuning|held-out] [--list N] MAILBOX…
// Measures on mailboxes of reviewed threads whether annotations stand where reviewers stop: the share of inline comments on
// Rust and C lines within three lines of an annotation, divided by the share of all changed Rust and C lines that are.
// Only series that touch Rust count. They are halved by a hash of their change-id or subject; tune on one half only. --list shows comments without an annotation near, and
// annotations that nobody commented on.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { analyze } from '../../src/core/analyze.ts';
import type { Annotation, FileAnnotations } from '../../src/core/annotate/annotation.ts';
import { loadCatalog } from '../../src/core/catalog/loadCatalog.ts';
import type { DiffLine, FileChange, Patch, Series } from '../../src/core/patch/series.ts';
import { readSeries } from '../../src/core/patch/readSeries.ts';
import { createEngine } from '../../src/core/syntax/engine.ts';
import { diskAssets } from '../../src/node/assets.ts';
import { annotated, hasToken, nearMarked } from './signal/nearness.ts';
import { type PlacedComment, type ReviewedSeries, reviewedSeries } from './signal/reviewedSeries.ts';
import { newScore, type Score, scoreLine } from './signal/score.ts';

const WAYS = ['look-first or check', 'look-first', 'any annotation', 'token search'] as const;
type Way = (typeof WAYS)[number];

interface Half {
  readonly scores: Readonly<Record<Way, Score>>;
  readonly missed: string[];
  readonly unasked: string[];
  threads: number;
  unplaced: number;
}

function newHalf(): Half {
  const scores = {
    'look-first or check': newScore(),
    'look-first': newScore(),
    'any annotation': newScore(),
    'token search': newScore(),
  };
  return { scores, missed: [], unasked: [], threads: 0, unplaced: 0 };
}

/** All versions of a posting are in the same half. */
function isHeldOut({ subject, changeId }: Series): boolean {
  const lineage = changeId ?? subject.toLowerCase().replace(/\W+/g, ' ').trim();
  return (createHash('sha256').update(lineage).digest()[0] ?? 0) % 2 === 1;
}

function waysOf(found: FileAnnotations): Readonly<Record<Way, (line: DiffLine) => boolean>> {
  const upTo = (...levels: readonly string[]): readonly Annotation[] =>
    found.annotations.filter(({ attention }) => levels.includes(attention));
  return {
    'look-first or check': annotated(upTo('look-first', 'check')),
    'look-first': annotated(upTo('look-first')),
    'any annotation': annotated(found.annotations),
    'token search': hasToken,
  };
}

function measureFile(
  half: Half,
  patch: Patch,
  file: FileChange,
  found: FileAnnotations,
  comments: readonly PlacedComment[],
): void {
  const ways = waysOf(found);
  const here = comments.filter(({ place }) => place.file === file);
  for (const hunk of file.hunks) {
    const inHunk = here.filter(({ place }) => place.hunk === hunk);
    const changed = hunk.lines.flatMap(({ kind }, index) => (kind === 'context' ? [] : [index]));
    for (const way of WAYS) {
      const near = nearMarked(hunk, ways[way]);
      const score = half.scores[way];
      score.lines += changed.length;
      score.nearLines += changed.filter((index) => near.has(index)).length;
      score.comments += inHunk.length;
      score.nearComments += inHunk.filter(({ place }) => near.has(place.index)).length;
    }
    const where = `${patch.message.subject}, ${file.newPath ?? file.oldPath ?? ''}`;
    const near = nearMarked(hunk, ways['look-first or check']);
    for (const { place, text } of inHunk)
      if (!near.has(place.index))
        half.missed.push(`${where}\n    ${place.line.text.trim()}\n  > ${text.replace(/\n/g, '\n  > ')}`);
    const spoken = nearMarked(hunk, (line) => inHunk.some(({ place }) => place.line === line));
    hunk.lines.forEach((line, index) => {
      for (const annotation of found.annotations)
        if (annotation.attention !== 'note' && !spoken.has(index) && annotated([annotation])(line))
          half.unasked.push(
            `${where}\n    ${line.text.trim()}\n  ${annotation.pattern}, ${annotation.attention}: ${annotation.question}`,
          );
    });
  }
}

/** The same for the same list: every n-th. */
function drawn(items: readonly string[], count: number): readonly string[] {
  const step = Math.max(items.length / count, 1);
  return Array.from(
    { length: Math.min(count, items.length) },
    (_, index) => items[Math.floor(index * step)] ?? '',
  );
}

function report(title: string, half: Half, list: number): void {
  console.log(`## ${title}: ${half.threads} postings, ${half.unplaced} remarks that quote no code`);
  for (const way of WAYS) console.log(`${way.padEnd(20)} ${scoreLine(half.scores[way])}`);
  if (list === 0) return;
  console.log(`\n# Comments without an annotation near (${half.missed.length})`);
  for (const text of drawn(half.missed, list)) console.log(`- ${text}`);
  console.log(`\n# Annotations nobody commented on (${half.unasked.length})`);
  for (const text of drawn(half.unasked, list)) console.log(`- ${text}`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { half: { type: 'string' }, list: { type: 'string', default: '0' } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new Error('Name at least one mailbox.');
  const inputs = await Promise.all(
    positionals.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(name)) })),
  );
  const { value: series } = await readSeries(inputs);
  const reviewed: readonly ReviewedSeries[] = series
    .filter(({ patches }) => patches.some(({ files }) => files.some(({ language }) => language === 'rust')))
    .map(reviewedSeries)
    .filter(({ comments }) => comments.length > 0);
  const assets = diskAssets(join(process.cwd(), 'dist'));
  const catalog = await loadCatalog(assets);
  const engine = await createEngine(assets);
  const halves = { tuning: newHalf(), 'held-out': newHalf() };
  for (const [index, { series: one, comments, unplaced }] of reviewed.entries()) {
    if (index % 20 === 0) process.stderr.write(`\r${index} of ${reviewed.length} postings `);
    const name = isHeldOut(one) ? 'held-out' : 'tuning';
    if (values.half !== undefined && values.half !== name) continue;
    const half = halves[name];
    half.threads++;
    half.unplaced += unplaced;
    const analysis = await analyze(engine, catalog, { value: one, problems: [] });
    one.patches.forEach((patch, at) => {
      patch.files.forEach((file, nth) => {
        const found = analysis.patches[at]?.files[nth];
        if (file.language && found) measureFile(half, patch, file, found, comments);
      });
    });
  }
  process.stderr.write('\r');
  for (const [title, half] of Object.entries(halves))
    if (half.threads > 0) report(title, half, Number(values.list));
}

void main();
