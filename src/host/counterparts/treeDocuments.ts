import { l10n, Uri, workspace, type Disposable } from 'vscode';
import { decodeUtf8 } from '../../core/patch/mime/charset.ts';
import type { Repository } from '../../node/git.ts';
import type { Repositories } from '../source/repositories.ts';

const SCHEME = 'interop-review-commit';

/** Provides the files of commits as read-only documents, for repositories that have no work tree. */
export function registerTreeDocuments(repositories: Repositories): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async (uri) => {
      const address = commitAddress(uri);
      const repository = address && (await repositories.open(address.root)).value;
      const bytes = address && (await repository?.file(address.commit, address.path));
      return bytes ? decodeUtf8(bytes).text : l10n.t('This file cannot be read from its commit any more.');
    },
  });
}

/** Address of a file as a commit has it. */
export function commitFileUri({ root }: Repository, commit: string, path: string): Uri {
  const query = new URLSearchParams({ repository: root, commit });
  return Uri.from({ scheme: SCHEME, path: `/${path}`, query: query.toString() });
}

/** Reads it back; undefined for anything else. */
export function commitAddress(
  uri: Uri,
): { readonly root: string; readonly commit: string; readonly path: string } | undefined {
  const query = new URLSearchParams(uri.query);
  const [root, commit] = [query.get('repository'), query.get('commit')];
  if (uri.scheme !== SCHEME || root === null || commit === null) return undefined;
  return { root, commit, path: uri.path.slice(1) };
}
