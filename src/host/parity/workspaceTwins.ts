import { l10n, Uri, workspace } from 'vscode';
import type { Problem } from '../../core/problem.ts';
import { parityTitle } from '../../present/parityModel.ts';
import type { ProjectTrees } from '../counterparts/projectTrees.ts';
import type { TwinFile, Twins } from './twins.ts';

/** What reading files of the open folders needs. */
export interface WorkspaceTwinServices {
  readonly projects: ProjectTrees;
}

/** Twins as they stand in the editors and on the disk; edits that are not saved count. */
export function workspaceTwins(uris: readonly Uri[], { projects }: WorkspaceTwinServices): Twins {
  const source = [...new Set(uris.map((uri) => uri.toString()))].sort();
  const paths = uris.map((uri) => workspace.asRelativePath(uri, false));
  return {
    key: source.join('\n'),
    title: parityTitle(paths),
    source,
    read: async () => {
      const files: TwinFile[] = [];
      const problems: Problem[] = [];
      for (const uri of source.map((each) => Uri.parse(each, true))) {
        const path = workspace.asRelativePath(uri, false);
        try {
          files.push({ path, uri, text: (await workspace.openTextDocument(uri)).getText() });
        } catch {
          problems.push({
            code: 'unreadable-input',
            message: l10n.t('The file could not be read.'),
            at: path,
          });
        }
      }
      const [first] = uris;
      const tree = (first && (await projects.holding(first))?.sources) ?? null;
      const state = tree
        ? l10n.t('The files as they are now; names that they do not declare are looked up in their tree.')
        : l10n.t('The files as they are now; names that they do not declare are not looked up.');
      return { files, problems, tree, state };
    },
  };
}
