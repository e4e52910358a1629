import type { Counterparts } from '../../core/counterpart/createCounterparts.ts';
import type { PanelCounterpart } from '../../protocol/panelModel.ts';
import { panelCounterpart, type TokensOf } from '../../present/panelCounterpart.ts';
import { breather } from '../breather.ts';

/** How many are sent at once at most. */
const BATCH = 64;

/** Finds the counterparts of a series one by one and hands them on as they are found. Stops when cancelled. */
export async function feedCounterparts(
  counterparts: Counterparts,
  tokensOf: TokensOf,
  cancellation: { readonly cancelled: boolean },
  send: (found: readonly PanelCounterpart[]) => void,
): Promise<void> {
  const breathe = breather();
  let batch: PanelCounterpart[] = [];
  const flush = (): void => {
    if (batch.length > 0) send(batch);
    batch = [];
  };
  for await (const result of counterparts.all(cancellation)) {
    const found = panelCounterpart(result, tokensOf);
    if (found) batch.push(found);
    if (batch.length >= BATCH) flush();
    if (await breathe()) flush();
  }
  if (!cancellation.cancelled) flush();
}
