import { Uri, workspace } from 'vscode';
import { languageOf } from '../../core/patch/language.ts';
import { decodeUtf8 } from '../../core/patch/mime/charset.ts';
import type { Problem, WithProblems } from '../../core/problem.ts';
import { changeBase, changedPaths } from '../../node/gitChanges.ts';
import type { Repository } from '../../node/git.ts';
import { readChangeBase } from '../settings.ts';
import type { Repositories } from '../source/repositories.ts';
import type { ChangedText } from './changeAnalysis.ts';

/** How long an answer of git about the base holds while somebody types. */
const BASE_HOLDS_MS = 5_000;

/** A file in a work tree, with what it is compared with. */
export interface ComparedFile {
  readonly repository: Repository;
  readonly change: ChangedText;
}

/** Compares files of the disk, as editors show them, with the base of the repository they are in. */
export class WorkTrees {
  readonly #repositories: Repositories;
  readonly #bases = new Map<
    string,
    { readonly at: number; readonly base: Promise<WithProblems<string | undefined>> }
  >();

  constructor(repositories: Repositories) {
    this.#repositories = repositories;
  }

  /** A Rust or C file as it was and is; undefined outside of a repository, or if git ignores it. */
  async compare(uri: Uri, text: string): Promise<ComparedFile | undefined> {
    const { value: repository } = await this.#repositories.open(Uri.joinPath(uri, '..').fsPath);
    const path = repository && pathIn(repository, uri);
    if (!repository || repository.isBare || path === undefined || !languageOf(path)) return undefined;
    const { value: base } = await this.base(repository, uri);
    const before = base === undefined ? undefined : await repository.file(base, path);
    if (before) return { repository, change: { path, before: decodeUtf8(before).text, after: text } };
    const isNew = base !== undefined && (await changedPaths(repository.root, base)).value.includes(path);
    return isNew ? { repository, change: { path, before: undefined, after: text } } : undefined;
  }

  /** All changed Rust and C files of a repository. What cannot be read is told as problems. */
  async changes(repository: Repository, folder: Uri): Promise<WithProblems<readonly ChangedText[]>> {
    this.#bases.clear();
    const { value: base, problems } = await this.base(repository, folder);
    if (base === undefined) return { value: [], problems };
    const listed = await changedPaths(repository.root, base);
    const changes: ChangedText[] = [];
    const unread: Problem[] = [];
    for (const path of listed.value.filter(languageOf)) {
      try {
        const after = await currentText(uriOf(repository, path));
        const before = await repository.file(base, path);
        changes.push({ path, before: before && decodeUtf8(before).text, after });
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        unread.push({ code: 'unreadable-input', message, at: path });
      }
    }
    return { value: changes, problems: [...listed.problems, ...unread] };
  }

  /** The commit that changes are counted from. */
  base({ root }: Repository, resource: Uri): Promise<WithProblems<string | undefined>> {
    const revision = readChangeBase(resource);
    const key = `${root}\0${revision}`;
    const known = this.#bases.get(key);
    if (known && Date.now() - known.at < BASE_HOLDS_MS) return known.base;
    const base = changeBase(root, revision);
    this.#bases.set(key, { at: Date.now(), base });
    return base;
  }
}

/** Address of a file of a work tree. */
export function uriOf({ root }: Repository, path: string): Uri {
  return Uri.joinPath(Uri.file(root), path);
}

function pathIn({ root }: Repository, uri: Uri): string | undefined {
  const top = `${Uri.file(root).path.replace(/\/$/, '')}/`;
  return uri.path.startsWith(top) ? uri.path.slice(top.length) : undefined;
}

/** What an editor shows wins over the disk. */
async function currentText(uri: Uri): Promise<string> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open ? open.getText() : decodeUtf8(await workspace.fs.readFile(uri)).text;
}
