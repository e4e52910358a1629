import { l10n, Uri, workspace, type Disposable } from 'vscode';
import { patternPage } from '../../present/patternPage.ts';
import type { Core } from '../lazyCore.ts';

const SCHEME = 'interop-review-pattern';

/** Provides the page of each pattern as a read-only Markdown document. */
export function registerPatternPages(core: () => Promise<Core>): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async (uri) => {
      const { catalog } = await core();
      const id = /^\/(.*)\.md$/.exec(uri.path)?.[1];
      const pattern = catalog.patterns.find((candidate) => candidate.id === id);
      return pattern
        ? patternPage(pattern, catalog)
        : l10n.t('There is no pattern of this name: {0}', id ?? '');
    },
  });
}

/** Address of a pattern's page. */
export function patternUri(pattern: string): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${pattern}.md` });
}
