import type { PanelModel } from '../../../src/protocol/panelModel.ts';
import type { PanelPage } from './openPanel.ts';
import { tokensOf } from './sampleTokens.ts';

/** Answers every request for colours that the panel has made so far, and those it makes while they are sent. */
export async function sendTokens({ sentOf, sent, send }: PanelPage, model: PanelModel): Promise<void> {
  await sentOf('needTokens');
  for (const message of await sent()) {
    if (message.type !== 'needTokens') continue;
    const { patch, file, hunk } = message;
    const lines = model.patches[patch]?.files[file]?.hunks[hunk]?.body.split('\n') ?? [];
    await send({ type: 'tokens', patch, file, hunk, lines: lines.map((line) => tokensOf(line.slice(1))) });
  }
}
