import type { Browser } from 'playwright-core';
import { decodeFromPanel } from '../../../src/protocol/decode.ts';
import type { FromPanel, ToPanel } from '../../../src/protocol/messages.ts';
import { openPage, type OpenPage, type PageOptions } from './openPage.ts';

/** A panel in a browser, with a host that the test plays. */
export interface PanelPage extends OpenPage<ToPanel> {
  /** What was sent to the host so far, in order; the tests' own reading is strict. */
  readonly sent: () => Promise<readonly FromPanel[]>;
  /** Waits until a message of this type was sent after the first `from` ones, and gives it. */
  readonly sentOf: <T extends FromPanel['type']>(
    type: T,
    from?: number,
  ) => Promise<Extract<FromPanel, { type: T }>>;
}

/** Opens the panel as VS Code would. */
export async function openPanel(browser: Browser, options: PageOptions = {}): Promise<PanelPage> {
  const open = await openPage<ToPanel>(browser, 'panel', options);
  const sent = async (): Promise<readonly FromPanel[]> =>
    (await open.sent()).map((value) => {
      const message = decodeFromPanel(value);
      if (!message) throw new Error(`The panel sent what is no message: ${JSON.stringify(value)}`);
      return message;
    });
  const sentOf = async <T extends FromPanel['type']>(
    type: T,
    from = 0,
  ): Promise<Extract<FromPanel, { type: T }>> => {
    await open.page.waitForFunction(
      ([wanted, first]) =>
        (globalThis as unknown as { sent: { type: string }[] }).sent
          .slice(first)
          .some((one) => one.type === wanted),
      [type, from] as const,
      { timeout: 5000 },
    );
    const found = (await sent()).slice(from).find((one) => one.type === type);
    return found as Extract<FromPanel, { type: T }>;
  };
  return { ...open, sent, sentOf };
}
