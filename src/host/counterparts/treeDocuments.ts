import { l10n, Uri, workspace, type Disposable } from 'vscode';
import { decodeUtf8 } from '../../core/patch/mime/charset.ts';
import type { Repository } from '../../node/git.ts';
import type { Repositories } from '../source/repositories.ts';

const SCHEME = 'interop-review-commit';

/** Provides the files of commits as read-only documents, for repositories that have no work tree. */
export function registerTreeDocuments(repositories: Repositories): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async (uri) => {
      const query = new URLSearchParams(uri.query);
      const [root, commit] = [query.get('repository'), query.get('commit')];
      const repository = root === null ? undefined : (await repositories.open(root)).value;
      const bytes = commit === null ? undefined : await repository?.file(commit, uri.path.slice(1));
      return bytes ? decodeUtf8(bytes).text : l10n.t('This file cannot be read from its commit any more.');
    },
  });
}

/** Address of a file as a commit has it. */
export function commitFileUri({ root }: Repository, commit: string, path: string): Uri {
  const query = new URLSearchParams({ repository: root, commit });
  return Uri.from({ scheme: SCHEME, path: `/${path}`, query: query.toString() });
}
