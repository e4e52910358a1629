import { commands, Disposable } from 'vscode';
import { changeCommands, type ChangeCommandServices } from '../authoring/changeCommands.ts';
import { counterpartCommands, type CounterpartCommandServices } from '../counterparts/counterpartCommands.ts';
import { questionCommands, type QuestionServices } from '../questions/questionCommands.ts';
import { lineCommands, type LineServices } from '../editor/lineCommands.ts';
import { markCommands } from '../editor/markCommands.ts';
import { parityCommands, type ParityCommandServices } from '../parity/parityCommands.ts';
import { learningCommands, type LearningServices } from '../learning/learningCommands.ts';
import type { OpenReview } from '../reviews/openReview.ts';
import type { Repositories } from '../source/repositories.ts';
import type { ReviewSource } from '../source/reviewSource.ts';
import { nodePlace } from '../tree/nodePlace.ts';
import { isHidden, readHidden, type SeriesFilter } from '../tree/seriesFilter.ts';
import { isSeriesNode } from '../tree/seriesNode.ts';
import { answerQuestion, exportAnswers } from '../others/answerCommands.ts';
import { forgetOther } from '../others/forgetOther.ts';
import { exportB4, exportGithub, importB4 } from '../others/interchangeCommands.ts';
import { openOthers, pasteReply, type OtherServices } from '../others/otherCommands.ts';
import { keepReview, showKept, type KeepServices } from './keepReview.ts';
import { chooseChanges, chooseStaged } from './chooseChanges.ts';
import { chooseFiles } from './chooseFiles.ts';
import { chooseRange } from './chooseRange.ts';
import { chooseReview } from './chooseReview.ts';
import { compareVersions } from './compareVersions.ts';
import { exportJson, exportMarkdown, exportReply } from './exportReview.ts';
import { PANEL_COMMANDS } from './panelCommands.ts';
import { showProblems } from './showProblems.ts';

/** What commands work on. */
export interface CommandServices
  extends
    LineServices,
    QuestionServices,
    ChangeCommandServices,
    LearningServices,
    CounterpartCommandServices,
    ParityCommandServices,
    OtherServices,
    KeepServices {
  readonly repositories: Repositories;
  readonly filter: SeriesFilter;
}

type Handler = (...args: readonly unknown[]) => unknown;

/** Registers every command of the manifest. */
export function registerCommands(services: CommandServices): Disposable {
  const { failures } = services;
  const table: Readonly<Record<string, Handler>> = {
    ...openingCommands(services),
    ...reviewCommands(services),
    ...otherReviewerCommands(services),
    ...treeCommands(services),
    ...panelCommands(services),
    ...markCommands(services),
    ...lineCommands(services),
    ...learningCommands(services),
    ...questionCommands(services),
    ...changeCommands(services),
    ...counterpartCommands(services),
    ...parityCommands(services),
  };
  return Disposable.from(
    ...Object.entries(table).map(([id, run]) => commands.registerCommand(id, failures.guard(run))),
  );
}

function openingCommands({ panels, repositories, failures }: CommandServices): Record<string, Handler> {
  const open = async (choosing: Promise<ReviewSource | undefined>): Promise<void> => {
    const source = await choosing;
    if (source) await panels.open(source);
  };
  return {
    'interopReview.openSeries': (clicked, selected) => open(chooseFiles(clicked, selected)),
    'interopReview.reviewRange': (argument) => open(chooseRange(argument, repositories, failures)),
    'interopReview.reviewStaged': (argument) => open(chooseStaged(argument, failures)),
    'interopReview.reviewWorkingTree': (argument) => open(chooseChanges(argument, failures)),
  };
}

function reviewCommands({ panels, reviews, diffs }: CommandServices): Record<string, Handler> {
  const forReview =
    (run: (review: OpenReview) => unknown): Handler =>
    async (argument) => {
      const review = await chooseReview(argument, panels, reviews);
      if (review) await run(review);
    };
  return {
    'interopReview.exportReply': forReview(exportReply),
    'interopReview.exportMarkdown': forReview(exportMarkdown),
    'interopReview.exportJson': forReview(exportJson),
    'interopReview.compareVersions': forReview((review) => compareVersions(review, reviews)),
    'interopReview.openSeriesDiff': forReview((review) => diffs.openSeries(review)),
    'interopReview.showProblems': forReview(showProblems),
    'interopReview.reload': forReview((review) => panels.open(review.source)),
    'interopReview.closeReview': forReview((review) => {
      reviews.close(review.key);
    }),
  };
}

/** Commands about what other reviewers said, and about where one's own review is kept. */
function otherReviewerCommands(services: CommandServices): Record<string, Handler> {
  const { panels, reviews } = services;
  const forReview =
    (run: (review: OpenReview, given: unknown) => unknown): Handler =>
    async (argument, given) => {
      const review = await chooseReview(argument, panels, reviews);
      if (review) await run(review, given);
    };
  return {
    'interopReview.pasteReply': forReview((review, text) => pasteReply(review, services, text)),
    'interopReview.openOther': forReview((review, files) => openOthers(review, services, files)),
    'interopReview.forgetOther': forReview((review, name) => forgetOther(review, services, name)),
    'interopReview.answer': (argument, given) => answerQuestion(argument, given, services),
    'interopReview.exportAnswers': forReview(exportAnswers),
    'interopReview.exportGithub': forReview((review) => exportGithub(review, services)),
    'interopReview.exportB4': forReview((review, place) => exportB4(review, services, place)),
    'interopReview.importB4': forReview((review, place) => importB4(review, services, place)),
    'interopReview.importGithub': forReview((review, files) => openOthers(review, services, files)),
    'interopReview.shareReview': forReview((review) => keepReview(review, services, 'shared')),
    'interopReview.keepPrivate': forReview((review) => keepReview(review, services, 'hidden')),
    'interopReview.showKept': forReview((review) => showKept(review, services)),
  };
}

function treeCommands({ panels, filter, diffs }: CommandServices): Record<string, Handler> {
  return {
    'interopReview.filterSeries': (given) =>
      isHidden(given) ? filter.hide(readHidden(given)) : filter.choose(),
    'interopReview.showAllOfSeries': () => filter.hide(readHidden(undefined)),
    'interopReview.reveal': async (node) => {
      if (isSeriesNode(node)) await panels.show(node.review, nodePlace(node));
    },
    'interopReview.openDiff': async (node) => {
      if (!isSeriesNode(node)) return;
      if (node.kind === 'review') await diffs.openSeries(node.review);
      else if (node.kind === 'patch') await diffs.openPatch(node.review, node.patch);
      else await diffs.openFile(node.review, node.patch, node.file);
    },
  };
}

function panelCommands({ panels }: CommandServices): Record<string, Handler> {
  return Object.fromEntries(
    Object.entries(PANEL_COMMANDS).map(([id, command]) => [
      id,
      () => panels.active?.post({ type: 'command', command }),
    ]),
  );
}
