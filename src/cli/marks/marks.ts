import type { Problem } from '../../core/problem.ts';
import { openRepository, type Repository } from '../../node/git.ts';
import { EXIT } from '../exitCode.ts';
import type { Outcome } from '../outcome.ts';
import { carry } from './carry.ts';
import { exportMarks } from './export.ts';
import { readMarksOptions } from './marksOptions.ts';
import { list, status } from './questions.ts';

/** Runs `interop-review marks …`; `args` are those after `marks`. */
export async function marks(args: readonly string[]): Promise<Outcome> {
  const request = readMarksOptions(args);
  switch (request.kind) {
    case 'usage': {
      const err = `interop-review: ${request.message}\nSee interop-review --help.\n`;
      return { out: '', err, exitCode: EXIT.usage };
    }
    case 'export':
      return exportMarks(request);
    case 'list':
      return list(request);
    case 'carry':
      return withRepository(request.repo, [request.from, request.to], (repository, problems) =>
        carry(request, repository, problems),
      );
    case 'status':
      return withRepository(request.repo, [request.to], (repository, problems) =>
        status(request, repository, problems),
      );
  }
}

/** Opens the named repository, or the one around the current directory if a version is a range. */
async function withRepository(
  directory: string | undefined,
  versions: readonly string[],
  run: (repository: Repository | undefined, problems: readonly Problem[]) => Promise<Outcome>,
): Promise<Outcome> {
  if (directory === undefined && !versions.some((version) => /\.\.|\^/.test(version)))
    return run(undefined, []);
  const { value, problems } = await openRepository(directory ?? process.cwd());
  try {
    return await run(value, problems);
  } finally {
    value?.dispose();
  }
}
