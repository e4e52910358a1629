import type { Catalog } from '../core/catalog/catalog.ts';
import type { DocLink, Pattern } from '../core/catalog/pattern.ts';
import type { PanelLink } from '../protocol/panelModel.ts';
import { isTreePath, linkTargetText, type LinkTarget } from './linkTarget.ts';

type TreeTarget = Exclude<LinkTarget, { readonly kind: 'web' }>;

/** Where projects publish what also stands in their tree: published address, place in the tree, and file ending. */
const PUBLISHED: readonly { readonly base: string; readonly tree: string; readonly ending: string }[] = [
  { base: 'https://www.qemu.org/docs/master/', tree: 'docs/', ending: '.rst' },
  { base: 'https://gitlab.com/qemu-project/qemu/-/blob/master/', tree: '', ending: '' },
  { base: 'https://docs.kernel.org/', tree: 'Documentation/', ending: '.rst' },
  { base: 'https://github.com/torvalds/linux/blob/master/', tree: '', ending: '' },
];

/**
 * Links to what a project says about a pattern, its own first, then those for everyone. `tree` holds the paths of
 * `docPaths` that the open tree has: they are preferred to the published page. What can only be found in a tree that is
 * not there is left out.
 */
export function docLinks(pattern: Pattern, profile: string, tree: ReadonlySet<string>): readonly PanelLink[] {
  const own = pattern.docs.filter((link) => link.profile === profile);
  const general = pattern.docs.filter((link) => link.profile === 'any');
  return [...own, ...general].flatMap((link) => {
    const local = treeTarget(link);
    const target: LinkTarget | undefined =
      local && tree.has(local.path) ? local : link.url === null ? undefined : { kind: 'web', url: link.url };
    return target ? [{ title: link.title, target: linkTargetText(target) }] : [];
  });
}

/** All paths that links of this profile could be found under in a tree. */
export function docPaths(catalog: Catalog, profile: string): readonly string[] {
  const links = catalog.patterns.flatMap(({ docs }) => docs);
  const wanted = links.filter((link) => link.profile === profile || link.profile === 'any');
  return [...new Set(wanted.flatMap((link) => treeTarget(link)?.path ?? []))];
}

/** Where a link leads in a project's own tree; undefined for what only the web has. */
export function treeTarget({ url, path }: Pick<DocLink, 'url' | 'path'>): TreeTarget | undefined {
  if (path !== null) return target(path);
  for (const { base, tree, ending } of PUBLISHED) {
    if (url?.startsWith(base) !== true) continue;
    const rest = url.slice(base.length);
    if (ending === '') return target(tree + rest);
    const page = /^([^#?]+)\.html(#.*)?$/.exec(rest);
    if (page) return target(`${tree}${page[1] ?? ''}${ending}${page[2] ?? ''}`);
  }
  return undefined;
}

function target(reference: string): TreeTarget | undefined {
  const [path = '', heading] = reference.split('#', 2);
  return isTreePath(path) ? { kind: 'tree', path, heading: heading ?? null, line: null } : undefined;
}
