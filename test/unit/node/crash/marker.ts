// Makes marks until it is killed: each is printed once it is saved. Arguments: directory, name of this process.
import { ReviewStore } from '../../../../src/core/review/reviewStore.ts';
import { setMark } from '../../../../src/core/review/setMark.ts';
import { diskReviewFiles } from '../../../../src/node/diskReviewFiles.ts';
import { SERIES, markNumber } from './sampleMarks.ts';

async function main(directory: string, name: string): Promise<void> {
  const store = new ReviewStore(() => [{ files: diskReviewFiles(directory) }]);
  let review = (await store.load(SERIES)).value;
  for (let number = 0; ; number++) {
    const mark = markNumber(name, number);
    const { value, problems } = await store.save(setMark(review, mark));
    if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(' '));
    review = value;
    process.stdout.write(`${mark.id}\n`);
  }
}

void main(process.argv[2] ?? '', process.argv[3] ?? '');
