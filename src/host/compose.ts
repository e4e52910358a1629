import { ExtensionMode, Uri, window, workspace, type ExtensionContext } from 'vscode';
import { ReviewStore } from '../core/review/reviewStore.ts';
import type { ToCatalogue } from '../protocol/catalogue.ts';
import type { ToPanel } from '../protocol/messages.ts';
import type { ToParityPage } from '../protocol/parityPage.ts';
import { registerChangeActions } from './authoring/changeActions.ts';
import { ChangeProblems } from './authoring/changeProblems.ts';
import { QuietPlaces } from './authoring/quietPlaces.ts';
import { WorkTrees } from './authoring/workTrees.ts';
import { exportReply } from './commands/exportReview.ts';
import { showKept } from './commands/keepReview.ts';
import { registerCommands } from './commands/registerCommands.ts';
import { setContextKey } from './contextKeys.ts';
import { registerCounterpartHovers } from './counterparts/counterpartHovers.ts';
import { ProjectTrees } from './counterparts/projectTrees.ts';
import { ReviewCounterparts } from './counterparts/reviewCounterparts.ts';
import { registerTreeDocuments } from './counterparts/treeDocuments.ts';
import { registerImageDocuments } from './documents/imageDocuments.ts';
import { nativeDiffs } from './documents/nativeDiff.ts';
import { openLink } from './documents/openLink.ts';
import { openShownFile } from './documents/openShownFile.ts';
import { registerPatchText } from './documents/patchText.ts';
import { registerPatternPages } from './documents/patternPages.ts';
import { registerReviewHint } from './documents/reviewHint.ts';
import { registerAnnotationHovers } from './editor/annotationHovers.ts';
import { EditorFiles } from './editor/editorFiles.ts';
import { FileRenames } from './editor/fileRenames.ts';
import { GutterMarks } from './editor/gutterMarks.ts';
import type { ExtensionApi } from './extensionApi.ts';
import { Failures } from './failures.ts';
import { extensionAssets, lazyCore } from './lazyCore.ts';
import { CataloguePanel } from './learning/cataloguePanel.ts';
import { registerLearnedSteps } from './learning/learnedSteps.ts';
import { KeptOthers } from './others/keptOthers.ts';
import { OtherReviews } from './others/otherReviews.ts';
import { watchShared } from './others/sharedWatch.ts';
import { TreeFollower } from './others/treeFollower.ts';
import { ParityPanels } from './parity/parityPanels.ts';
import { patchTwins } from './parity/patchTwins.ts';
import { ReviewPanels, VIEW_TYPE } from './panel/reviewPanels.ts';
import { reviewerIdentity } from './reviewerIdentity.ts';
import { QuestionThreads } from './questions/questionThreads.ts';
import { LastSeries } from './reviews/lastSeries.ts';
import { OpenReviews } from './reviews/openReviews.ts';
import { reopenReviews } from './reviews/reopenReviews.ts';
import { ReviewImages } from './reviews/reviewImages.ts';
import { ReviewKeeping } from './reviews/reviewKeeping.ts';
import { readSettings } from './settings.ts';
import type { Storage } from './storage.ts';
import { watchProjectFiles } from './projectFiles.ts';
import { Repositories } from './source/repositories.ts';
import { registerPatternsTree } from './tree/patternsTree.ts';
import { registerQuestionsTree } from './tree/questionsTree.ts';
import { SeriesFilter } from './tree/seriesFilter.ts';
import { registerSeriesTree } from './tree/seriesTree.ts';

/** The extension at work. */
export interface Running {
  /** For tests; undefined for everyone else. */
  readonly api: ExtensionApi | undefined;
  /** Resolves when all marks are saved. */
  readonly flush: () => Promise<void>;
}

/** Builds the objects and ties them to VS Code. Nothing is read or loaded before the first review. */
export function compose(context: ExtensionContext, storage: Storage): Running {
  const testing = context.extensionMode === ExtensionMode.Test;
  const log = window.createOutputChannel('Interop Review', { log: true });
  const failures = new Failures(log);
  const core = lazyCore(extensionAssets(context.extensionUri));
  context.subscriptions.push(watchProjectFiles(core.forget));
  const repositories = new Repositories(() => workspace.isTrusted);
  const reviewer = reviewerIdentity(context.extensionUri);
  const keeping = new ReviewKeeping(storage, Uri.joinPath(context.globalStorageUri, 'reviews'), reviewer);
  const reviewStore = new ReviewStore((seriesId) => keeping.places(seriesId));
  const others = new OtherReviews(
    keeping,
    new KeptOthers(storage.reviewFiles(Uri.joinPath(context.globalStorageUri, 'others'))),
  );
  const reviews = new OpenReviews({
    keeping,
    others,
    lastSeries: new LastSeries(context.workspaceState),
    core: core.load,
    repositories,
    store: reviewStore,
    profile: () => readSettings().profile,
    reviewer,
    onProblems: (problems) => {
      failures.tell(problems);
    },
  });
  const images = new ReviewImages(core.load);
  const projects = new ProjectTrees({
    ...{ core: core.load, repositories, storage, failures },
    directory: context.globalStorageUri,
  });
  const counterparts = new ReviewCounterparts(core.load, images, projects);
  const diffs = nativeDiffs(images);
  const renames = new FileRenames(context.workspaceState);
  const files = new EditorFiles(reviews, images, renames);
  const gutterMarks = new GutterMarks(context.extensionUri, files, reviews, failures);
  const threads = new QuestionThreads(reviews, files, failures);
  const trees = new WorkTrees(repositories);
  const quiet = new QuietPlaces(reviewStore, (told) => {
    failures.tell(told);
  });
  const problems = new ChangeProblems({ core: core.load, trees, quiet, counterparts, failures });
  const filter = new SeriesFilter(context.workspaceState);
  const sent: { readonly key: string; readonly message: ToPanel }[] = [];
  const painted: number[] = [];
  const taught: ToCatalogue[] = [];
  const catalogue = new CataloguePanel({
    ...{ extension: context.extensionUri, core: core.load, failures },
    ...(testing && { observe: (message) => void taught.push(message) }),
  });
  const compared: { readonly key: string; readonly message: ToParityPage }[] = [];
  const parity = new ParityPanels({
    ...{ extension: context.extensionUri, core: core.load, failures, projects },
    ...(testing && { observe: (key, message) => void compared.push({ key, message }) }),
  });
  const panels = new ReviewPanels({
    extension: context.extensionUri,
    reviews,
    images,
    counterparts,
    core: core.load,
    failures,
    actions: {
      openLink: (target, review) =>
        openLink(target, review, failures, (of, path) => counterparts.place(of, path)),
      openFile: openShownFile,
      nativeDiff: (review, patch) => diffs.openPatch(review, patch),
      compareTwins: async (review, patch, file) => {
        const twins = await patchTwins(review, patch, file, { images, counterparts });
        if (twins) await parity.show(twins);
      },
      aboutPattern: (pattern) => {
        catalogue.show(pattern);
      },
      exportReply,
      showKept: (review) => showKept(review, { store: reviewStore, keeping, failures }),
      painted: (milliseconds) => {
        log.debug(`the panel showed a series in ${milliseconds} ms`);
        if (testing) painted.push(milliseconds);
      },
    },
    ...(testing && { observe: (key, message) => void sent.push({ key, message }) }),
  });
  context.subscriptions.push(
    failures,
    repositories,
    reviews,
    panels,
    catalogue,
    parity,
    registerCommands({
      extension: context.extensionUri,
      catalogue,
      parity,
      reviews,
      panels,
      diffs,
      repositories,
      failures,
      files,
      threads,
      filter,
      trees,
      projects,
      problems,
      quiet,
      counterparts,
      others,
      keeping,
      store: reviewStore,
      core: core.load,
    }),
    problems,
    registerChangeActions(problems, core.load),
    renames,
    gutterMarks,
    threads,
    projects,
    registerTreeDocuments(repositories),
    registerCounterpartHovers({ core: core.load, projects, counterparts, reviews }),
    registerAnnotationHovers(files, counterparts, core.load),
    filter,
    registerSeriesTree(reviews, core.load, filter),
    registerQuestionsTree(reviews),
    registerPatternsTree(reviews, core.load),
    registerImageDocuments(reviews, images, failures),
    registerPatternPages(core.load),
    new TreeFollower(reviews, failures),
    watchShared(reviews, failures),
    reopenReviews(context.workspaceState, VIEW_TYPE, reviews, failures),
    registerReviewHint(),
    registerLearnedSteps(reviews),
    registerPatchText(),
    reviews.onDidChange(() => {
      setContextKey('hasReview', reviews.all.length > 0);
    }),
    workspace.onDidGrantWorkspaceTrust(
      failures.guard(() => {
        core.forget();
        return panels.reload();
      }),
    ),
    window.onDidChangeWindowState(
      failures.guard(async ({ focused }) => {
        if (focused) await reviews.refresh();
      }),
    ),
  );
  const flush = (): Promise<void> => reviewStore.flush();
  if (!testing) return { api: undefined, flush };
  const api: ExtensionApi = {
    reviews: () => reviews.all,
    sent: (key) => sent.filter((entry) => entry.key === key).map(({ message }) => message),
    receive: async (key, message) => panels.get(key)?.receive(message),
    failures: () => failures.told,
    storage: context.globalStorageUri.fsPath,
    taught: () => taught,
    teach: (message) => catalogue.receive(message),
    compared: () => compared,
    compare: async (key, message) => parity.get(key)?.receive(message),
    painted: () => painted,
    flush,
    coreLoaded: () => core.loaded,
    threads: () => threads.all,
    gutter: (uri) => gutterMarks.marksOf(uri),
  };
  return { api, flush };
}
