import type { TreeSources } from '../sources/treeSources.ts';

/** Gives the path of the module that a Rust file is, such as `system::memory`. */
export type ModulePaths = (path: string) => Promise<string>;

/** Crates are recognised by their root files and named by `Cargo.toml`, else by their folder. `paths` are all of the tree. */
export function modulePaths(tree: TreeSources, paths: readonly string[]): ModulePaths {
  const roots = new Set(paths.filter((path) => /(^|\/)(lib|main)\.rs$/.test(path)).map(folderOf));
  const names = new Map<string, Promise<string>>();
  const nameOf = (root: string): Promise<string> => {
    const known = names.get(root) ?? crateName(tree, root);
    names.set(root, known);
    return known;
  };
  return async (path) => {
    let root = folderOf(path);
    while (root !== '' && !roots.has(root)) root = folderOf(root.slice(0, -1));
    const within = roots.has(root) ? path.slice(root.length) : path.slice(path.lastIndexOf('/') + 1);
    const modules = within.replace(/\.rs$/, '').split('/');
    if (/^(mod|lib|main)$/.test(modules.at(-1) ?? '')) modules.pop();
    return [...(roots.has(root) ? [await nameOf(root)] : []), ...modules].join('::');
  };
}

/** With its slash at the end; empty for the root. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

async function crateName(tree: TreeSources, root: string): Promise<string> {
  const folder = root.replace(/(^|\/)src\/$/, '$1');
  const manifest = (await tree.text(`${folder}Cargo.toml`)) ?? '';
  const nameIn = (section: string): string | undefined =>
    new RegExp(`^\\[${section}\\][^[]*?^\\s*name\\s*=\\s*"([^"]+)"`, 'm').exec(manifest)?.[1];
  return (nameIn('lib') ?? nameIn('package') ?? folder.split('/').at(-2) ?? 'crate').replaceAll('-', '_');
}
