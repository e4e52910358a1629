import type { Browser } from 'playwright-core';
import { CATEGORIES } from '../../../src/core/catalog/pattern.ts';
import { catalogueExamples, catalogueModel } from '../../../src/present/catalogueModel.ts';
import {
  decodeFromCatalogue,
  type CataloguePlace,
  type FromCatalogue,
  type ToCatalogue,
} from '../../../src/protocol/catalogue.ts';
import { readShippedCatalog } from '../../tools/catalog.ts';
import { openPage, type OpenPage, type PageOptions } from '../panel/openPage.ts';
import { tokensOf } from '../panel/sampleTokens.ts';

/** The catalogue page in a browser, with all shipped patterns and a host that answers. */
export interface CataloguePage extends OpenPage<ToCatalogue> {
  readonly sent: () => Promise<readonly FromCatalogue[]>;
  /** Answers every request for examples made so far. */
  readonly sendExamples: () => Promise<void>;
}

const catalog = await readShippedCatalog(new URL('../../../', import.meta.url));

/** All shipped patterns as the page shows them. */
export const patterns = catalogueModel(catalog, new Set());

/** Opens the page at a pattern, with its examples. */
export async function openCatalogue(
  browser: Browser,
  pattern: string,
  options: PageOptions = {},
): Promise<CataloguePage> {
  const open = await openPage<ToCatalogue>(browser, 'catalogue', options);
  const { send } = open;
  const sent = async (): Promise<readonly FromCatalogue[]> =>
    (await open.sent()).map((value) => {
      const message = decodeFromCatalogue(value);
      if (!message) throw new Error(`The page sent what is no message: ${JSON.stringify(value)}`);
      return message;
    });
  const sendExamples = async (): Promise<void> => {
    for (const message of await sent()) {
      const asked =
        message.type === 'needExamples' && catalog.patterns.find(({ id }) => id === message.pattern);
      if (!asked) continue;
      const examples = catalogueExamples(asked, (_, lines) => lines.map(tokensOf));
      await send({ type: 'examples', pattern: asked.id, examples });
    }
  };
  await send({ type: 'catalogue', patterns, categories: CATEGORIES, canSearch: true });
  await send({ type: 'show', pattern });
  await open.page.locator('main h2').waitFor();
  await sendExamples();
  return { ...open, sent, sendExamples };
}

/** Places as a search finds them: explained, and not. */
export const samplePlaces: readonly CataloguePlace[] = [
  {
    ...{ path: 'rust/hw/uart/src/device.rs', line: 212, text: 'unsafe { &*opaque.cast::<Uart>() }' },
    ...{ explained: 'explained by a SAFETY comment', explanation: 'The pointer is the one given above.' },
    target: 'tree:1',
  },
  {
    ...{ path: 'rust/hw/fan/src/a/path/that/is/longer/than/a/narrow/window/has/room/for/device.rs', line: 7 },
    ...{ text: 'unsafe { sys::fan_read(self.0.as_ptr()) }', explained: null, explanation: null },
    target: 'tree:2',
  },
];
