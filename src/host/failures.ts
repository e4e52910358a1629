import { l10n, window, type Disposable, type LogOutputChannel } from 'vscode';
import type { Problem } from '../core/problem.ts';
import { visibleText } from '../core/output/visibleText.ts';

/**
 * The one place where things that went wrong become messages. Everything also goes to the log, which is closed with this: of
 * work that is cut off when VS Code ends there is nobody left to tell.
 */
export class Failures implements Disposable {
  readonly #log: LogOutputChannel;
  readonly #shown = new Set<string>();
  readonly #told: string[] = [];
  #isClosed = false;

  constructor(log: LogOutputChannel) {
    this.#log = log;
  }

  /** Every message so far, oldest first. */
  get told(): readonly string[] {
    return this.#told;
  }

  /** Tells the user what went wrong and where. Several problems become one message that leads to the log. */
  tell(problems: readonly Problem[]): void {
    const [first, ...more] = problems;
    if (!first) return;
    this.note(problems);
    const rest =
      more.length === 0
        ? ''
        : more.length === 1
          ? ` ${l10n.t('One more problem is in the log.')}`
          : ` ${l10n.t('{0} more problems are in the log.', more.length)}`;
    this.#show(sentence(first) + rest);
  }

  /** Writes down what the user is told elsewhere. */
  note(problems: readonly Problem[]): void {
    if (this.#isClosed) return;
    for (const problem of problems) this.#log.warn(`[${problem.code}] ${sentence(problem)}`);
  }

  /** Tells the user that the program itself failed. */
  report(error: unknown): void {
    if (this.#isClosed) return;
    this.#log.error(error instanceof Error ? error : String(error));
    const reason = error instanceof Error ? error.message : String(error);
    this.#show(l10n.t('Interop Review failed: {0}', visibleText(reason)));
  }

  /** `work` as a handler that never rejects: what it throws is reported. */
  guard<A extends readonly unknown[]>(work: (...args: A) => unknown): (...args: A) => Promise<void> {
    return async (...args) => {
      try {
        await work(...args);
      } catch (error) {
        this.report(error);
      }
    };
  }

  /** Lets `work` run on; what it throws is reported. */
  watch(work: Promise<unknown>): void {
    void this.guard(() => work)();
  }

  dispose(): void {
    this.#isClosed = true;
    this.#log.dispose();
  }

  #show(message: string): void {
    if (this.#isClosed) return;
    this.#told.push(message);
    // The same message is not shown twice at once, such as when every mark fails to be saved.
    if (this.#shown.has(message)) return;
    this.#shown.add(message);
    const showLog = l10n.t('Show Log');
    void window.showErrorMessage(message, showLog).then(
      (answer) => {
        this.#shown.delete(message);
        if (answer === showLog) this.#log.show();
      },
      () => this.#shown.delete(message),
    );
  }
}

function sentence({ message, at }: Problem): string {
  return at === '' ? message : `${message} (${visibleText(at)})`;
}
