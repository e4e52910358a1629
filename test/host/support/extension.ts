import { ok } from 'node:assert/strict';
import { join } from 'node:path';
import { commands, extensions, Uri } from 'vscode';
import type { ExtensionApi } from '../../../src/host/extensionApi.ts';
import type { OpenReview } from '../../../src/host/reviews/openReview.ts';
import type { ToPanel } from '../../../src/protocol/messages.ts';
import { until } from './until.ts';

/** The running extension, with what it shows of itself to tests. */
export async function extensionApi(): Promise<ExtensionApi> {
  const extension = extensions.getExtension<ExtensionApi | undefined>('interop-review.interop-review');
  const api = await extension?.activate();
  ok(api, 'the extension hands nothing to tests');
  return api;
}

/** A file of the repository. */
export function projectFile(...path: readonly string[]): string {
  const root = process.env['PROJECT_ROOT'];
  ok(root, 'PROJECT_ROOT is not set');
  return join(root, ...path);
}

/** Runs a command that opens a review, and waits for the review. */
export async function openWith(command: string, ...args: readonly unknown[]): Promise<OpenReview> {
  const api = await extensionApi();
  const before = new Set(api.reviews());
  await commands.executeCommand(command, ...args);
  const opened = api.reviews().find((review) => !before.has(review));
  ok(opened, `${command} opened no review: ${api.failures().at(-1) ?? 'no failure told'}`);
  return opened;
}

export function openFile(path: string): Promise<OpenReview> {
  return openWith('interopReview.openSeries', Uri.file(path));
}

type Sent<T> = Extract<ToPanel, { readonly type: T }>;

/** The latest message of a kind that went to a review's panel; waits for the first. */
export async function latest<T extends ToPanel['type']>(review: OpenReview, type: T): Promise<Sent<T>> {
  const api = await extensionApi();
  return until(`a ${type} message`, () =>
    [...api.sent(review.key)].reverse().find((message): message is Sent<T> => message.type === type),
  );
}

/** What the panel shows of a review, as its page is told when it is ready. */
export async function shown(review: OpenReview): Promise<Sent<'model'>> {
  const api = await extensionApi();
  await api.receive(review.key, { type: 'ready' });
  return latest(review, 'model');
}
