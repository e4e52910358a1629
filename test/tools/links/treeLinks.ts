import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '../../../src/core/catalog/catalog.ts';
import type { DocLink } from '../../../src/core/catalog/pattern.ts';
import { headingLine } from '../../../src/host/documents/headingLine.ts';
import { treeTarget } from '../../../src/present/docLinks.ts';

export interface CheckedLinks {
  readonly checked: number;
  readonly dead: readonly string[];
}

/**
 * Looks up in a project's tree what a profile's links name there: files, and headings in documents. Undefined if the tree has
 * none of the files: it is that of another project.
 */
export async function checkTree(
  catalog: Catalog,
  profile: string,
  tree: string,
): Promise<CheckedLinks | undefined> {
  const dead: string[] = [];
  let checked = 0;
  let present = 0;
  for (const { link, from } of linksOf(catalog, profile)) {
    const target = treeTarget(link);
    if (!target) continue;
    checked++;
    const text = await readFile(join(tree, target.path), 'utf8').catch(() => undefined);
    if (text !== undefined) present++;
    if (text === undefined) dead.push(`${from}: ${target.path} is not in the tree`);
    else if (target.heading !== null && headingLine(text, target.heading) === undefined)
      dead.push(`${from}: ${target.path} has no heading "${target.heading}"`);
  }
  return present === 0 ? undefined : { checked, dead };
}

/** Links of the patterns and of the profile's own documents, and where each stands. */
function linksOf(
  { patterns, profiles }: Catalog,
  profile: string,
): readonly { readonly link: Pick<DocLink, 'url' | 'path'>; readonly from: string }[] {
  const own = profiles.find(({ id }) => id === profile)?.docs ?? [];
  return [
    ...patterns.flatMap(({ docs, source }) =>
      docs.filter((link) => link.profile === profile).map((link) => ({ link, from: source })),
    ),
    ...own.map(({ url, document, title }) => ({ link: { url, path: document }, from: title })),
  ];
}
