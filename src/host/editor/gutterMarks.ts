import {
  Disposable,
  OverviewRulerLane,
  Range,
  ThemeColor,
  Uri,
  window,
  workspace,
  type TextEditor,
  type TextEditorDecorationType,
} from 'vscode';
import { fileMarks, type Standing } from '../../present/fileMarks.ts';
import { setContextKey } from '../contextKeys.ts';
import type { Failures } from '../failures.ts';
import type { OpenReviews } from '../reviews/openReviews.ts';
import type { EditorFiles } from './editorFiles.ts';

/** Of each standing the colour of its mark in the overview ruler; in the gutter each also has a shape of its own. */
const COLORS: Readonly<Record<Standing, string>> = {
  'look-first': 'lookFirst',
  check: 'check',
  note: 'note',
  understood: 'understood',
  'needs-explanation': 'needsExplanation',
  deferred: 'deferred',
};

const STANDINGS = Object.keys(COLORS) as readonly Standing[];

/** What a marked line is, for tests. */
export interface ShownMark {
  /** 1-based. */
  readonly line: number;
  readonly standing: Standing;
}

/** Marks the lines of files under review in the gutter and the overview ruler of every editor that shows them. */
export class GutterMarks implements Disposable {
  readonly #files: EditorFiles;
  readonly #types: ReadonlyMap<Standing, TextEditorDecorationType>;
  readonly #shown = new WeakMap<TextEditor, readonly ShownMark[]>();
  /** By editor: grows with each time it is marked, so that a slow answer does not paint over a later one. */
  readonly #turns = new WeakMap<TextEditor, number>();
  readonly #subscriptions: Disposable;

  constructor(extension: Uri, files: EditorFiles, reviews: OpenReviews, failures: Failures) {
    this.#files = files;
    this.#types = new Map(STANDINGS.map((standing) => [standing, decorationType(extension, standing)]));
    const paintAll = failures.guard(() =>
      Promise.all(window.visibleTextEditors.map((one) => this.#paint(one))),
    );
    const tellContext = failures.guard(() => this.#tellContext());
    const everything = (): void => {
      void paintAll();
      void tellContext();
    };
    this.#subscriptions = Disposable.from(
      reviews.onDidChange(everything),
      files.onDidChange(everything),
      window.onDidChangeVisibleTextEditors(everything),
      window.onDidChangeActiveTextEditor(tellContext),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && reviews.all.length > 0 && isVisible(document.uri)) everything();
      }),
    );
  }

  /** The marks in the gutter of the visible editors of a document. */
  marksOf(uri: Uri): readonly ShownMark[] {
    return window.visibleTextEditors
      .filter(({ document }) => document.uri.toString() === uri.toString())
      .flatMap((editor) => this.#shown.get(editor) ?? []);
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const type of this.#types.values()) type.dispose();
  }

  async #paint(editor: TextEditor): Promise<void> {
    const turn = (this.#turns.get(editor) ?? 0) + 1;
    this.#turns.set(editor, turn);
    const files = await this.#files.of(editor.document);
    if (this.#turns.get(editor) !== turn) return;
    const marks = files.flatMap((file) =>
      fileMarks(file.review.analysis, file.review.review, file).map(({ line, standing }): ShownMark => {
        return { line: Math.min(file.lines.toShown(line), editor.document.lineCount), standing };
      }),
    );
    if (marks.length === 0 && (this.#shown.get(editor)?.length ?? 0) === 0) return;
    this.#shown.set(editor, marks);
    const perLine = loudestPerLine(marks);
    for (const [standing, type] of this.#types) {
      const lines = [...perLine].filter(([, loudest]) => loudest === standing);
      editor.setDecorations(
        type,
        lines.map(([line]) => new Range(line - 1, 0, line - 1, 0)),
      );
    }
  }

  /** Menus and keys of the lines are there where an editor shows a file under review. */
  async #tellContext(): Promise<void> {
    const editor = window.activeTextEditor;
    const files = editor ? await this.#files.of(editor.document) : [];
    if (editor === window.activeTextEditor) setContextKey('editorReviewed', files.length > 0);
  }
}

function decorationType(extension: Uri, standing: Standing): TextEditorDecorationType {
  const icon = (theme: string): Uri => Uri.joinPath(extension, 'media', 'gutter', `${standing}-${theme}.svg`);
  return window.createTextEditorDecorationType({
    gutterIconSize: '75%',
    overviewRulerColor: new ThemeColor(`interopReview.${COLORS[standing]}`),
    overviewRulerLane: OverviewRulerLane.Right,
    light: { gutterIconPath: icon('light') },
    dark: { gutterIconPath: icon('dark') },
  });
}

/** A gutter shows one icon a line: the open question before what nobody looked at, that before the rest. */
const LOUDEST_FIRST: readonly Standing[] = [
  'needs-explanation',
  'look-first',
  'check',
  'deferred',
  'understood',
  'note',
];

function loudestPerLine(marks: readonly ShownMark[]): ReadonlyMap<number, Standing> {
  const found = new Map<number, Standing>();
  for (const { line, standing } of marks) {
    const present = found.get(line);
    if (!present || LOUDEST_FIRST.indexOf(standing) < LOUDEST_FIRST.indexOf(present))
      found.set(line, standing);
  }
  return found;
}

function isVisible(uri: Uri): boolean {
  return window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri.toString());
}
