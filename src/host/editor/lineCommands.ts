import { l10n, window, type QuickPickItem } from 'vscode';
import type { Annotation } from '../../core/annotate/annotation.ts';
import { visibleText } from '../../core/output/visibleText.ts';
import { counterpartTarget, counterpartTitle } from '../../present/counterpartLink.ts';
import { docLinks, docPaths } from '../../present/docLinks.ts';
import { linesPlace } from '../../present/linesPlace.ts';
import { openLink } from '../documents/openLink.ts';
import { presentInWorkspace } from '../documents/workspaceFiles.ts';
import type { Failures } from '../failures.ts';
import type { Core } from '../lazyCore.ts';
import type { ReviewPanels } from '../panel/reviewPanels.ts';
import type { ReviewCounterparts } from '../counterparts/reviewCounterparts.ts';
import { chosenLines, type ChosenLines } from './chosenLines.ts';
import { tellNowhere, type MarkServices } from './markCommands.ts';

/** What commands that lead away from a line work on. */
export interface LineServices extends MarkServices {
  readonly panels: ReviewPanels;
  readonly counterparts: ReviewCounterparts;
  readonly core: () => Promise<Core>;
  readonly failures: Failures;
}

type Handler = (...args: readonly unknown[]) => Promise<void>;
type Reference = QuickPickItem & { readonly target: string };

/** Commands that lead from annotated lines to what is known about them. */
export function lineCommands(services: LineServices): Readonly<Record<string, Handler>> {
  const { reviews, files, panels, failures } = services;
  const chosenAt = async (argument: unknown): Promise<ChosenLines | undefined> => {
    const chosen = await chosenLines(argument, reviews, files);
    if (!chosen) tellNowhere();
    return chosen;
  };
  return {
    'interopReview.openReference': async (argument) => {
      const chosen = await chosenAt(argument);
      const target = chosen && (targetIn(argument) ?? (await pickReference(chosen, services)));
      if (target !== undefined)
        await openLink(target, chosen?.file.review, failures, (review, path) =>
          services.counterparts.place(review, path),
        );
    },
    'interopReview.revealLines': async (argument) => {
      const chosen = await chosenAt(argument);
      if (!chosen) return;
      const { file, annotations } = chosen;
      const place = linesPlace(file.review.analysis.series, file, annotations[0] ?? chosen);
      await panels.show(file.review, place);
    },
  };
}

async function pickReference(
  { file, annotations }: ChosenLines,
  services: LineServices,
): Promise<string | undefined> {
  const found = await Promise.all(
    annotations.map((annotation) => referencesOf(file.review, annotation, services)),
  );
  const items = found.flat();
  if (items.length === 0) {
    void window.showInformationMessage(
      l10n.t('Neither a counterpart nor documentation is known for these lines.'),
    );
    return undefined;
  }
  return (await window.showQuickPick(items, { title: l10n.t('Open which place?') }))?.target;
}

async function referencesOf(
  review: ChosenLines['file']['review'],
  annotation: Annotation,
  { core, counterparts }: LineServices,
): Promise<readonly Reference[]> {
  const { catalog } = await core();
  const { profile } = review.analysis;
  const pattern = catalog.patterns.find(({ id }) => id === annotation.pattern);
  const result = await (await counterparts.of(review)).of(annotation.id);
  const sides = (result?.counterparts ?? []).map((counterpart): Reference => {
    const { path, line } = counterpart;
    const description = visibleText(`${path}:${line}`);
    return {
      label: visibleText(counterpartTitle(counterpart)),
      description,
      target: counterpartTarget(counterpart),
    };
  });
  const tree = pattern && (await presentInWorkspace(docPaths({ ...catalog, patterns: [pattern] }, profile)));
  const docs = (pattern && tree ? docLinks(pattern, profile, tree) : []).map(
    ({ title, target }): Reference => {
      return { label: title, description: l10n.t('documentation'), target };
    },
  );
  return [...sides, ...docs];
}

/** The pattern of the lines that are chosen, else one that the user picks from the catalogue. */
export async function pickPattern(
  argument: unknown,
  { reviews, files, core }: LineServices,
): Promise<string | undefined> {
  const chosen = await chosenLines(argument, reviews, files);
  const [only, ...more] = new Set(chosen?.annotations.map(({ pattern }) => pattern));
  if (only !== undefined && more.length === 0) return only;
  const { catalog } = await core();
  const patterns =
    only === undefined ? catalog.patterns : catalog.patterns.filter(({ id }) => [only, ...more].includes(id));
  const items = patterns.map(({ id, title, category }) => ({ label: title, description: category, id }));
  return (
    await window.showQuickPick(items, { title: l10n.t('About which pattern?'), matchOnDescription: true })
  )?.id;
}

function targetIn(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { target } = argument as Readonly<Record<string, unknown>>;
  return typeof target === 'string' ? target : undefined;
}
