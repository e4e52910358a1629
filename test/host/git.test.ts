import { deepEqual, equal, ok } from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { commands } from 'vscode';
import { Repositories } from '../../src/host/source/repositories.ts';
import { readSource } from '../../src/host/source/readSource.ts';
import { extensionApi, openWith, projectFile, shown } from './support/extension.ts';
import { makeGitSpy } from './support/gitSpy.ts';
import { makeRepository, type TestRepository } from './support/repository.ts';

const BEFORE = 'pub fn speed(fan: *mut Fan) -> u32 {\n    0\n}\n';
const AFTER = 'pub fn speed(fan: *mut Fan) -> u32 {\n    unsafe { (*fan).speed }\n}\n';

/** By then what was asked of git about files that are open is answered. */
const SETTLED = 1_500;

describe('a git repository', () => {
  let repository: TestRepository;
  before(async () => {
    repository = await makeRepository();
    await repository.write('src/fan.rs', BEFORE);
    await repository.git('add', '.');
    await repository.git('commit', '-q', '-m', 'Begin');
    await repository.write('src/fan.rs', AFTER);
    await repository.git('commit', '-q', '-a', '-m', 'Read the speed');
  });
  after(() => repository.remove());

  it('gives a range with whole images', async () => {
    const { directory } = repository;
    const review = await openWith('interopReview.reviewRange', { directory, range: 'HEAD~..HEAD' });
    const { model } = await shown(review);
    equal(model.title, 'Read the speed');
    const file = model.patches[0]?.files[0];
    equal(file?.image, 'whole');
    ok(file.annotations.some(({ pattern, line }) => pattern === 'unsafe-block' && line === 2));
  });

  it('gives its staged and its unstaged changes apart', async () => {
    const { directory } = repository;
    await repository.write('src/staged.rs', 'unsafe fn staged() {}\n');
    await repository.git('add', '.');
    await repository.write('src/fan.rs', `${AFTER}unsafe fn unstaged() {}\n`);
    const paths = async (command: string, changes?: string): Promise<readonly unknown[]> => {
      const review = await openWith(command, { directory, changes });
      return review.analysis.series.patches.flatMap(({ files }) => files.map(({ newPath }) => newPath));
    };
    deepEqual(await paths('interopReview.reviewStaged'), ['src/staged.rs']);
    deepEqual(await paths('interopReview.reviewWorkingTree', 'unstaged'), ['src/fan.rs']);
    deepEqual(await paths('interopReview.reviewWorkingTree', 'all'), ['src/fan.rs', 'src/staged.rs']);
  });

  it('that does not know the range opens nothing and runs on', async () => {
    const api = await extensionApi();
    const before = api.reviews().length;
    await commands.executeCommand('interopReview.reviewRange', {
      directory: repository.directory,
      range: 'no-such-branch..HEAD',
    });
    equal(api.reviews().length, before);
  });
});

describe('without trust', () => {
  const fan = { kind: 'files', uris: [`file://${projectFile('media/example/fan-v2.mbox')}`] } as const;
  const range = { kind: 'range', directory: projectFile(), range: 'HEAD^!' } as const;
  const changes = { kind: 'changes', directory: projectFile(), changes: 'all' } as const;

  it('a mailbox is read and no git runs, whatever is asked', async () => {
    // This window is trusted: files that other tests left open are compared with their commit.
    await commands.executeCommand('workbench.action.closeAllEditors');
    await wait(SETTLED);
    const spy = await makeGitSpy();
    const before = process.env['PATH'];
    process.env['PATH'] = spy.path;
    try {
      const repositories = new Repositories(() => false);
      const mailbox = await readSource(fan, repositories);
      ok(mailbox.value);
      equal(mailbox.value.repository, undefined);
      for (const source of [range, changes]) {
        const { value, problems } = await readSource(source, repositories);
        equal(value, undefined);
        ok(problems[0]?.message.includes('not trusted'));
      }
      deepEqual(await spy.starts(), []);
      // The same with trust does start git, so the spy would have seen it.
      await readSource(range, new Repositories(() => true));
      ok((await spy.starts()).length > 0);
    } finally {
      process.env['PATH'] = before;
      await spy.remove();
    }
  });
});
