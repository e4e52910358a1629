// npm run carry -- [--limit N] [--seed N] [--show N] DIR… MAILBOX…
// Measures whether marks follow the code. On git repositories: marks on lines of the parents of N commits, followed into the
// commits by the built command; what truly became of the lines is read from the history itself. Then marks on files that were
// changed in known ways. On mailboxes: whether the answers are those of a person who read the versions, as far as the mailboxes
// hold the postings that test/tools/carry/verdicts.json names. Exit status 1: a mark vanished. --show lists disagreements.
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../vscode-host/root.ts';
import { commitsToFollow, MARKS, sourceFiles, stepOf } from './carry/history.ts';
import { addingPatch } from './carry/patchText.ts';
import { seeded } from './carry/random.ts';
import { runCarry } from './carry/runCarry.ts';
import { agreements, type Agreement } from './carry/verdicts.ts';
import { CHANGES, expectations } from './carry/synthetic.ts';
import { count, newScore, scoreLine, type Score } from './carry/score.ts';

interface Choice {
  readonly limit: number;
  readonly seed: number;
  readonly folder: string;
}

async function followHistory(directory: string, { limit, seed, folder }: Choice): Promise<Score> {
  const random = seeded(seed);
  const score = newScore();
  let done = 0;
  for (const commit of await commitsToFollow(directory, limit, random)) {
    const step = await stepOf(directory, commit, random);
    if (!step || step.marks.length === 0) continue;
    const versions = { from: `${step.parent}^!`, to: `${step.commit}^!`, repository: directory };
    const name = commit.slice(0, 12);
    try {
      count(score, name, step.marks, await runCarry(folder, versions, step.marks));
    } catch (error) {
      score.vanished += step.marks.length;
      score.disagreements.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (++done % 20 === 0) process.stderr.write(`\r${done} commits `);
  }
  process.stderr.write('\r');
  return score;
}

/** Changes files of the newest commit in known ways; both versions are patches that add the whole file. */
async function followChanges(
  directory: string,
  { limit, seed, folder }: Choice,
): Promise<Map<string, Score>> {
  const random = seeded(seed);
  const files = await sourceFiles(directory, limit, random);
  const scores = new Map<string, Score>();
  for (const [name, change] of Object.entries(CHANGES)) {
    const score = newScore();
    scores.set(name, score);
    for (const { path, lines } of files) {
      const changed = change(path, lines, random);
      if (!changed) continue;
      const expected = expectations(path, lines, changed);
      const lost = expected.filter(({ truth }) => truth.kind !== 'kept');
      const marks = [...random.draw(expected, MARKS), ...random.draw(lost, MARKS)];
      const parts = [changed, ...(changed.other ? [changed.other] : [])];
      const after = parts.map((part) => ({ path: part.path, lines: part.lines.map(({ text }) => text) }));
      const versions = { from: join(folder, 'from.patch'), to: join(folder, 'to.patch') };
      await writeFile(versions.from, addingPatch([{ path, lines }]), 'latin1');
      await writeFile(versions.to, addingPatch(after), 'latin1');
      count(score, name, marks, await runCarry(folder, versions, marks));
    }
  }
  return scores;
}

function report(title: string, score: Score, show: number): void {
  console.log(`${title}: ${scoreLine(score)}`);
  for (const [name, list] of [
    ['Disagreements', score.disagreements],
    ['Not kept, but found elsewhere', score.elsewhere],
  ] as const) {
    if (show > 0) console.log(`# ${name}`);
    for (const text of seeded(1).draw(list, show)) console.log(`- ${text}`);
  }
}

function reportAgreement(each: Agreement, show: number): void {
  const { set, total, sameFate, judged, sameDocumented, disagreements } = each;
  console.log(
    `${set} set of verdicts: fate ${sameFate} of ${total}, documented ${sameDocumented} of ${judged}, all of it ${total - disagreements.length} of ${total}`,
  );
  for (const text of disagreements.slice(0, show)) console.log(`- ${text}`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      limit: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      show: { type: 'string', default: '0' },
    },
    allowPositionals: true,
  });
  execFileSync(process.execPath, ['esbuild.mjs'], { cwd: projectRoot, stdio: 'inherit' });
  const folder = await mkdtemp(join(tmpdir(), 'carry-'));
  const choice: Choice = { limit: Number(values.limit), seed: Number(values.seed), folder };
  try {
    const mailboxes = positionals.filter((name) => statSync(name).isFile());
    for (const each of await agreements(mailboxes)) reportAgreement(each, Number(values.show));
    for (const directory of positionals.filter((name) => !mailboxes.includes(name))) {
      const score = await followHistory(resolve(directory), choice);
      const scores = [[directory, score], ...(await followChanges(resolve(directory), choice))] as const;
      for (const [title, each] of scores) {
        report(title, each, Number(values.show));
        if (each.vanished > 0) process.exitCode = 1;
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

void main();
