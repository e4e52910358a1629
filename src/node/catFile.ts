import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { gitArguments, gitEnvironment } from './runGit.ts';

/** A blob larger than this is no source file; it is read past and counts as absent. */
const MAX_BLOB = 32 * 1024 * 1024;

const FOUND = /^[0-9a-f]{40,64} (\w+) (\d+)$/;

/** One answer being read: what to skip or keep of an object's bytes. */
interface Content {
  /** Bytes still to come, the line end after the object included. */
  left: number;
  readonly kept: Buffer[] | undefined;
}

/**
 * One long-lived `git cat-file --batch`: started by the first question, answers in the order of the questions. When git
 * ends unasked, the open questions are answered with undefined and the next question starts it again.
 */
export class CatFile {
  readonly #directory: string;
  #git: ChildProcessWithoutNullStreams | undefined;
  #waiting: ((blob: Uint8Array | undefined) => void)[] = [];
  #header: Buffer[] = [];
  #content: Content | undefined;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Content of the blob with this object name (any revision syntax without a line end), or undefined. */
  read(name: string): Promise<Uint8Array | undefined> {
    if (/[\0\r\n]/.test(name)) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const git = (this.#git ??= this.#start());
      this.#waiting.push(resolve);
      git.stdin.write(`${name}\n`);
    });
  }

  dispose(): void {
    const git = this.#git;
    this.#ended(git);
    git?.kill();
  }

  #start(): ChildProcessWithoutNullStreams {
    const git = spawn('git', gitArguments(this.#directory, ['cat-file', '--batch']), {
      env: gitEnvironment(),
      windowsHide: true,
    });
    git.on('error', () => {
      this.#ended(git);
    });
    git.on('close', () => {
      this.#ended(git);
    });
    // A write to a git that has just ended fails here as well as in 'close'.
    git.stdin.on('error', () => {
      this.#ended(git);
    });
    git.stderr.resume();
    git.stdout.on('data', (chunk: Buffer) => {
      if (this.#git === git) this.#take(chunk);
    });
    return git;
  }

  #ended(git: ChildProcessWithoutNullStreams | undefined): void {
    if (this.#git !== git) return;
    this.#git = undefined;
    this.#header = [];
    this.#content = undefined;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve(undefined);
  }

  #take(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0)
      rest = this.#content ? this.#takeContent(this.#content, rest) : this.#takeHeader(rest);
  }

  #takeHeader(chunk: Buffer): Buffer {
    const end = chunk.indexOf('\n');
    this.#header.push(end < 0 ? chunk : chunk.subarray(0, end));
    if (end < 0) return Buffer.alloc(0);
    const found = FOUND.exec(Buffer.concat(this.#header).toString('utf8'));
    this.#header = [];
    if (found) {
      const size = Number(found[2]);
      this.#content = { left: size + 1, kept: found[1] === 'blob' && size <= MAX_BLOB ? [] : undefined };
    } else this.#answer(undefined);
    return chunk.subarray(end + 1);
  }

  #takeContent(content: Content, chunk: Buffer): Buffer {
    const part = chunk.subarray(0, content.left);
    content.left -= part.length;
    content.kept?.push(part);
    if (content.left === 0) {
      this.#content = undefined;
      this.#answer(content.kept && Buffer.concat(content.kept).subarray(0, -1));
    }
    return chunk.subarray(part.length);
  }

  #answer(blob: Uint8Array | undefined): void {
    this.#waiting.shift()?.(blob);
  }
}
