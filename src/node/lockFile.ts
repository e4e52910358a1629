import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

/** A lock that says nothing about its owner, or whose owner is on another machine, is given up after this long. */
const STALE_MS = 5_000;
const RETRY_MS = 10;

/** Holds the lock at `path` while `work` runs. A lock whose process has ended is taken over at once. */
export async function withLockFile<T>(path: string, work: () => Promise<T>): Promise<T> {
  await acquire(path);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function acquire(path: string): Promise<void> {
  for (;;) {
    if (await take(path)) return;
    const owner = await readFile(path, 'utf8').catch(() => undefined);
    if (owner === undefined) continue;
    if (await isAbandoned(path, owner)) await takeAway(path, owner);
    else await wait(RETRY_MS);
  }
}

/**
 * False if another has the lock. It is signed before it is there, so that a process that ends in between leaves none that
 * says nothing; where there are no hard links, it can.
 */
async function take(path: string): Promise<boolean> {
  const signed = `${path}.${randomUUID()}`;
  try {
    await sign(signed);
    await link(signed, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!NO_HARD_LINKS.has(codeOf(error))) throw error;
  } finally {
    await rm(signed, { force: true });
  }
  return takeUnlinked(path);
}

const NO_HARD_LINKS: ReadonlySet<unknown> = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);

async function takeUnlinked(path: string): Promise<boolean> {
  try {
    await sign(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Makes a file that names this process. One that cannot be written, as on a full disk, is not left behind. */
async function sign(path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(`${process.pid} ${hostname()}`);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

async function isAbandoned(path: string, owner: string): Promise<boolean> {
  const [pid, host] = owner.split(' ');
  if (host === hostname()) return !isAlive(Number(pid));
  const made = await stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
  return made !== undefined && Date.now() - made > STALE_MS;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** Removes the lock of `owner`, and no other that may have taken its place since it was looked at. */
async function takeAway(path: string, owner: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) !== owner) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
