import { runGit } from './runGit.ts';

/** `Name <address>` as git has it configured for this directory; empty if it does not know both. */
export async function readGitIdentity(directory: string): Promise<string> {
  const [name, address] = await Promise.all([value(directory, 'user.name'), value(directory, 'user.email')]);
  return name === '' || address === '' ? '' : `${name} <${address}>`;
}

async function value(directory: string, key: string): Promise<string> {
  const answer = await runGit(directory, ['config', '--get', key]);
  return answer.value ? Buffer.from(answer.value).toString('utf8').trim() : '';
}
