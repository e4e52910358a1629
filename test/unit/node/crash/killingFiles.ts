// Stands in for node:fs/promises in a program under test: the process is killed before its KILL_AT-th call, which may be in
// the middle of a save. With NO_LINKS there are no hard links. Without either nothing is different.
import * as files from 'node:fs/promises';

const killAt = Number(process.env['KILL_AT'] ?? Infinity);
let calls = 0;

function counted<A extends readonly unknown[], R>(call: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    if (++calls === killAt) process.kill(process.pid, 'SIGKILL');
    return call(...args);
  };
}

export const link = counted(async (existing: string, made: string): Promise<void> => {
  if (process.env['NO_LINKS'] !== undefined)
    throw Object.assign(new Error('no links here'), { code: 'EPERM' });
  await files.link(existing, made);
});
export const mkdir = counted(files.mkdir);
export const readdir = counted(files.readdir);
export const readFile = counted(files.readFile);
export const rename = counted(files.rename);
export const rm = counted(files.rm);
export const stat = counted(files.stat);

export const open = counted(async (...args: Parameters<typeof files.open>) => {
  const file = await files.open(...args);
  return Object.assign(file, {
    writeFile: counted(file.writeFile.bind(file)),
    sync: counted(file.sync.bind(file)),
    close: counted(file.close.bind(file)),
  });
});
