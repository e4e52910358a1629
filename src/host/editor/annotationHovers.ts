import { Hover, l10n, languages, MarkdownString, Range, type Disposable, type TextDocument } from 'vscode';
import type { Annotation } from '../../core/annotate/annotation.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { CrossingResult } from '../../core/counterpart/counterpart.ts';
import { markdownText } from '../../core/output/markdownText.ts';
import { annotationHover } from '../../present/annotationHover.ts';
import { counterpartTitle, counterpartTarget } from '../../present/counterpartLink.ts';
import { docLinks, docPaths } from '../../present/docLinks.ts';
import { slotWords } from '../../core/output/slotWords.ts';
import { annotationsOf, fileMarks } from '../../present/fileMarks.ts';
import { standingSentence } from '../standingWords.ts';
import { IMAGE_SCHEME } from '../documents/imageUri.ts';
import { presentInWorkspace } from '../documents/workspaceFiles.ts';
import type { Core } from '../lazyCore.ts';
import type { ReviewCounterparts } from '../counterparts/reviewCounterparts.ts';
import { patience } from '../patience.ts';
import type { EditorFile, EditorFiles } from './editorFiles.ts';

/** How long a hover waits for the counterpart; looking through a large tree for the first time takes longer. */
const PATIENCE_MS = 1_000;
const MAX_COUNTERPARTS = 3;

/** The commands that a hover may run. */
const TRUSTED = [
  'interopReview.markUnderstood',
  'interopReview.markNeedsExplanation',
  'interopReview.markDeferred',
  'interopReview.openReference',
  'interopReview.openPattern',
  'interopReview.revealLines',
];

/** Tells at each annotated line of a file under review what it is, what is known of it, and what can be done. */
export function registerAnnotationHovers(
  files: EditorFiles,
  counterparts: ReviewCounterparts,
  core: () => Promise<Core>,
): Disposable {
  const hoverOf = async (document: TextDocument, line: number): Promise<Hover | undefined> => {
    for (const file of await files.of(document)) {
      const found = annotationsOf(file.review.analysis, file).filter(
        (annotation) => file.lines.toShown(annotation.line) === line,
      );
      if (found.length === 0) continue;
      const { catalog } = await core();
      const range = document.lineAt(line - 1).range;
      const parts = found.map((annotation) => hoverText(file, annotation, catalog, counterparts));
      return new Hover(await Promise.all(parts), new Range(line - 1, 0, line - 1, range.end.character));
    }
    return undefined;
  };
  return languages.registerHoverProvider([{ scheme: IMAGE_SCHEME }, { scheme: 'file' }], {
    provideHover: (document, { line }) => hoverOf(document, line + 1),
  });
}

async function hoverText(
  file: EditorFile,
  annotation: Annotation,
  catalog: Catalog,
  counterparts: ReviewCounterparts,
): Promise<MarkdownString> {
  const { review } = file;
  const pattern = catalog.patterns.find(({ id }) => id === annotation.pattern);
  const reference = { review: review.key, annotation: annotation.id };
  const standing = fileMarks(review.analysis, review.review, file).find(
    (mark) => mark.annotation === annotation,
  )?.standing;
  const crossing = await crossingOf(file, annotation, counterparts);
  const sides = crossing?.counterparts.slice(0, MAX_COUNTERPARTS) ?? [];
  const links = [
    ...sides.map((counterpart) =>
      link(counterpartTitle(counterpart), 'interopReview.openReference', {
        ...reference,
        target: counterpartTarget(counterpart),
      }),
    ),
    ...(await docsOf(file, annotation, catalog)).map(({ title, target }) =>
      link(l10n.t('docs: {0}', title), 'interopReview.openReference', { ...reference, target }),
    ),
  ];
  const actions = [
    link(l10n.t('Understood'), 'interopReview.markUnderstood', reference),
    link(l10n.t('Needs explanation…'), 'interopReview.markNeedsExplanation', reference),
    link(l10n.t('Leave to someone else…'), 'interopReview.markDeferred', reference),
    link(l10n.t('About this pattern'), 'interopReview.openPattern', annotation.pattern),
    link(l10n.t('Show in the panel'), 'interopReview.revealLines', reference),
  ];
  const text = new MarkdownString(
    [
      annotationHover(annotation, pattern),
      standing ? markdownText(standingSentence(standing)) : '',
      ...(crossing?.disagreements ?? []).map(({ question }) =>
        markdownText(l10n.t('The two sides differ: {0}', question)),
      ),
      crossing?.slots ? markdownText(l10n.t('Slots of the table: {0}', slotWords(crossing.slots))) : '',
      actions.join(' · '),
      links.join(' · '),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  );
  text.isTrusted = { enabledCommands: TRUSTED };
  return text;
}

async function crossingOf(
  { review }: EditorFile,
  { id }: Annotation,
  counterparts: ReviewCounterparts,
): Promise<CrossingResult | undefined> {
  const looking = counterparts.of(review).then((found) => found.of(id));
  return Promise.race([looking, patience(PATIENCE_MS)]);
}

async function docsOf({ review }: EditorFile, { pattern: id }: Annotation, catalog: Catalog) {
  const pattern = catalog.patterns.find((candidate) => candidate.id === id);
  if (!pattern) return [];
  const { profile } = review.analysis;
  const tree = await presentInWorkspace(docPaths({ ...catalog, patterns: [pattern] }, profile));
  return docLinks(pattern, profile, tree);
}

function link(title: string, command: string, argument: unknown): string {
  const query = encodeURIComponent(JSON.stringify([argument]))
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
  return `[${markdownText(title)}](command:${command}?${query})`;
}
