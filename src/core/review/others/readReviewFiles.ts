import type { ReviewFiles } from '../../ports.ts';
import type { Problem, WithProblems } from '../../problem.ts';
import { readReview } from '../readReview.ts';
import type { OtherReview, OtherSource } from './otherReview.ts';

/** Files of one directory that are read; nobody shares more. */
const MAX_FILES = 500;
/** Characters of one file. */
const MAX_LENGTH = 20_000_000;

/**
 * Every review file of a directory but those that `skip` names. One that cannot be read is a problem, and so is what was
 * left out; a directory that is not there holds none.
 */
export async function readReviewFiles(
  files: ReviewFiles,
  kind: OtherSource['kind'],
  skip: (name: string) => boolean = () => false,
): Promise<WithProblems<readonly OtherReview[]>> {
  const problems: Problem[] = [];
  const value: OtherReview[] = [];
  const at = (name: string): string => `${files.place}/${name}`;
  const names = await listed(files, problems);
  if (names.length > MAX_FILES)
    problems.push({
      code: 'bad-review-file',
      message: `There are ${names.length} review files here; only the first ${MAX_FILES} were read.`,
      at: files.place,
    });
  for (const name of names.slice(0, MAX_FILES)) {
    if (skip(name)) continue;
    const text = await files.read(name).catch(() => undefined);
    if (text === undefined || text.length > MAX_LENGTH) {
      const message =
        text === undefined ? 'The file could not be read.' : 'The file is too large to be read.';
      problems.push({ code: 'bad-review-file', message, at: at(name) });
      continue;
    }
    const read = readReview(text, at(name));
    problems.push(...read.problems);
    if (read.value) value.push({ review: read.value, source: { kind, name } });
  }
  return { value, problems };
}

async function listed(files: ReviewFiles, problems: Problem[]): Promise<readonly string[]> {
  try {
    return [...(await files.list())].filter((name) => name.endsWith('.json')).sort();
  } catch (error) {
    const message = `The directory could not be read: ${error instanceof Error ? error.message : String(error)}`;
    problems.push({ code: 'bad-review-file', message, at: files.place });
    return [];
  }
}
