import {
  Disposable,
  languages,
  Uri,
  workspace,
  type Diagnostic,
  type DiagnosticCollection,
  type TextDocument,
} from 'vscode';
import type { Analysis } from '../../core/analysis.ts';
import type { Annotation } from '../../core/annotate/annotation.ts';
import type { Counterpart } from '../../core/counterpart/counterpart.ts';
import { createImages } from '../../core/image/createImages.ts';
import { languageOf } from '../../core/patch/language.ts';
import type { Cancellation } from '../../core/ports.ts';
import type { Engine } from '../../core/syntax/engine.ts';
import { followingEngine, type FollowingEngine } from '../../core/syntax/followingEngine.ts';
import type { Repository } from '../../node/git.ts';
import { textLines } from '../../present/textChange.ts';
import type { Failures } from '../failures.ts';
import type { Core } from '../lazyCore.ts';
import type { ReviewCounterparts } from '../counterparts/reviewCounterparts.ts';
import { readProblemKind, readSettings } from '../settings.ts';
import { analyzeChanges, isAsked, type AnalyzedChanges, type ChangedText } from './changeAnalysis.ts';
import { changeDiagnostic, relatedPlaces, SOURCE } from './changeDiagnostic.ts';
import { isQuiet, type QuietPlaces } from './quietPlaces.ts';
import { uriOf, type WorkTrees } from './workTrees.ts';

/** How long typing must rest before a text is looked at: so many times as long as the last look took. */
const REST = { least: 40, most: 250, times: 2 };

/** What looking at changes needs. */
export interface ChangeServices {
  readonly core: () => Promise<Core>;
  readonly trees: WorkTrees;
  readonly quiet: QuietPlaces;
  readonly counterparts: ReviewCounterparts;
  readonly failures: Failures;
}

/** Something asked about a changed line, with what quick fixes need of it. */
export interface AskedPlace {
  readonly diagnostic: Diagnostic;
  readonly annotation: Annotation;
  readonly analysis: Analysis;
  readonly repository: Repository;
  /** Relative to the repository. */
  readonly path: string;
  /** Found after the diagnostic is shown. */
  readonly counterparts: readonly Counterpart[];
}

/** Shows what a reviewer would ask about changed lines of a work tree, as problems that follow typing. */
export class ChangeProblems implements Disposable {
  readonly #services: ChangeServices;
  readonly #collection: DiagnosticCollection;
  /** By address of the document. */
  readonly #asked = new Map<string, readonly AskedPlace[]>();
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();
  /** Grows with each look at a document, so that a slow one does not outlast a later one. */
  readonly #turns = new Map<string, number>();
  /** Files that the command looked at: their problems stay when they are closed. */
  readonly #checked = new Set<string>();
  /** Milliseconds that the last look at a document took. */
  readonly #costs = new Map<string, number>();
  /** Parses what is typed, with the engine that it follows. */
  #typing: { readonly engine: Engine; readonly following: FollowingEngine } | undefined;
  readonly #subscriptions: Disposable;

  constructor(services: ChangeServices) {
    this.#services = services;
    this.#collection = languages.createDiagnosticCollection(SOURCE);
    const all = (): void => {
      for (const document of workspace.textDocuments) this.#follow(document);
    };
    this.#subscriptions = Disposable.from(
      this.#collection,
      workspace.onDidOpenTextDocument((document) => {
        this.#follow(document);
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#follow(document, this.#restOf(document));
      }),
      workspace.onDidSaveTextDocument((document) => {
        this.#follow(document);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (!this.#checked.has(uri.toString())) this.#forget(uri);
      }),
      workspace.onDidGrantWorkspaceTrust(all),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('interopReview')) all();
      }),
    );
    all();
  }

  /** What is asked about a document. */
  askedIn(uri: Uri): readonly AskedPlace[] {
    return this.#asked.get(uri.toString()) ?? [];
  }

  /** Looks at all given changes of a repository and shows what is asked; returns how many places, in how many files. */
  async check(
    repository: Repository,
    changes: readonly ChangedText[],
    cancellation: Cancellation,
  ): Promise<{ readonly places: number; readonly files: number }> {
    const uris = changes.map(({ path }) => uriOf(repository, path));
    const turns = uris.map((uri) => this.#nextTurn(uri));
    for (const uri of this.#checked)
      if (!uris.some((one) => one.toString() === uri)) this.#forget(Uri.parse(uri));
    this.#checked.clear();
    for (const uri of uris) this.#checked.add(uri.toString());
    const core = await this.#services.core();
    const found = await this.#look(core, repository, changes, cancellation);
    let [places, files] = [0, 0];
    for (const [index, uri] of uris.entries()) {
      if (this.#turns.get(uri.toString()) !== turns[index]) continue;
      const asked = found.get(changes[index]?.path ?? '') ?? [];
      this.#show(uri, asked);
      places += asked.length;
      if (asked.length > 0) files++;
    }
    return { places, files };
  }

  /** Looks at a document again, such as when a place of it has become quiet. */
  refresh(uri: Uri): void {
    const document = workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
    if (document) this.#follow(document);
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#typing?.following.close();
    this.#subscriptions.dispose();
  }

  #follow(document: TextDocument, after = 0): void {
    const { uri } = document;
    if (!workspace.isTrusted || uri.scheme !== 'file' || !languageOf(uri.path)) return;
    const key = uri.toString();
    clearTimeout(this.#waiting.get(key));
    const look = this.#services.failures.guard(() => this.#lookAt(document));
    this.#waiting.set(
      key,
      setTimeout(() => void look(), after),
    );
  }

  /** A file that is quick to look at is looked at while it is typed; a large one waits for a pause. */
  #restOf({ uri }: TextDocument): number {
    const cost = this.#costs.get(uri.toString()) ?? REST.most;
    return Math.min(Math.max(REST.times * cost, REST.least), REST.most);
  }

  async #lookAt(document: TextDocument): Promise<void> {
    const { uri } = document;
    const turn = this.#nextTurn(uri);
    const isLate = (): boolean => this.#turns.get(uri.toString()) !== turn || document.isClosed;
    const compared = await this.#services.trees.compare(uri, document.getText());
    if (isLate()) return;
    if (!compared || compared.change.before === compared.change.after) {
      this.#show(uri, []);
      return;
    }
    const { repository, change } = compared;
    const begun = performance.now();
    const core = await this.#services.core();
    const engine = this.#following(core.engine);
    const found = await this.#look({ ...core, engine }, repository, [change], { cancelled: false });
    this.#costs.set(uri.toString(), performance.now() - begun);
    if (!isLate()) this.#show(uri, found.get(change.path) ?? []);
    await this.#findCounterparts(uri, isLate);
  }

  #following(engine: Engine): FollowingEngine {
    if (this.#typing?.engine === engine) return this.#typing.following;
    this.#typing?.following.close();
    const following = followingEngine(engine);
    this.#typing = { engine, following };
    return following;
  }

  async #look(
    core: Core,
    repository: Repository,
    changes: readonly ChangedText[],
    cancellation: Cancellation,
  ): Promise<ReadonlyMap<string, readonly AskedPlace[]>> {
    const profile = readSettings().profile ?? core.project.profile;
    const known = core.catalog.profiles.some(({ id }) => id === profile);
    const found = await analyzeChanges(core, changes, {
      cancellation,
      ...(profile !== undefined && known && { profile }),
    });
    this.#services.failures.note(found.analysis.problems);
    const quiet = await this.#services.quiet.marks(repository.root);
    const asked = new Map<string, readonly AskedPlace[]>();
    for (const [index, file] of found.analysis.series.patches[0]?.files.entries() ?? []) {
      const path = file.newPath ?? '';
      const lines = textLines(changes.find((change) => change.path === path)?.after ?? '');
      const annotations = found.analysis.patches[0]?.files[index]?.annotations ?? [];
      const places = annotations
        .filter((annotation) => isAsked(annotation) && !isQuiet(quiet, path, annotation))
        .flatMap((annotation) => placeOf(annotation, lines, repository, path, found, core) ?? []);
      asked.set(path, places);
    }
    return asked;
  }

  async #findCounterparts(uri: Uri, isLate: () => boolean): Promise<void> {
    const places = this.askedIn(uri);
    const [first] = places;
    if (!first) return;
    const { repository, analysis } = first;
    const blobs = imagesOf.get(analysis);
    const images = createImages({ blobs: blobs?.blobs });
    const lookup = await this.#services.counterparts.within(repository, analysis, images);
    const found: AskedPlace[] = [];
    for (const place of places) {
      const counterparts = (await lookup.of(place.annotation.id))?.counterparts ?? [];
      if (isLate()) return;
      place.diagnostic.relatedInformation = relatedPlaces(counterparts, repository.root);
      found.push({ ...place, counterparts });
    }
    this.#show(uri, found);
  }

  #show(uri: Uri, places: readonly AskedPlace[]): void {
    if (places.length === 0 && !this.#asked.has(uri.toString())) return;
    if (places.length === 0) this.#asked.delete(uri.toString());
    else this.#asked.set(uri.toString(), places);
    this.#collection.set(
      uri,
      places.map(({ diagnostic }) => diagnostic),
    );
  }

  #forget(uri: Uri): void {
    this.#nextTurn(uri);
    this.#costs.delete(uri.toString());
    this.#show(uri, []);
  }

  #nextTurn(uri: Uri): number {
    const turn = (this.#turns.get(uri.toString()) ?? 0) + 1;
    this.#turns.set(uri.toString(), turn);
    return turn;
  }
}

/** What made the images of an analysis whole. */
const imagesOf = new WeakMap<Analysis, AnalyzedChanges>();

function placeOf(
  annotation: Annotation,
  lines: readonly string[],
  repository: Repository,
  path: string,
  found: AnalyzedChanges,
  { catalog }: Core,
): AskedPlace | undefined {
  const { analysis } = found;
  const profile = catalog.profiles.find(({ id }) => id === analysis.profile);
  const kind = readProblemKind(uriOf(repository, path), annotation.attention, profile);
  if (kind === 'off') return undefined;
  imagesOf.set(analysis, found);
  const diagnostic = changeDiagnostic(annotation, lines, kind, catalog, analysis.profile);
  return { diagnostic, annotation, analysis, repository, path, counterparts: [] };
}
