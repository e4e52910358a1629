import { runGit } from '../../../src/node/runGit.ts';

/** What git prints, a character a byte. Throws with git's words when it fails. */
export async function gitText(directory: string, command: readonly string[]): Promise<string> {
  const { value, problems } = await runGit(directory, command);
  if (!value) throw new Error(problems.map(({ message }) => message).join(' '));
  return Buffer.from(value).toString('latin1');
}
