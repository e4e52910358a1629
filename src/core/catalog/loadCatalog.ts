import type { Assets } from '../ports.ts';
import type { Catalog } from './catalog.ts';

/** Reads the shipped catalogue. The build made it with the strict readers, so it is not checked again. */
export async function loadCatalog(assets: Assets): Promise<Catalog> {
  return JSON.parse(new TextDecoder().decode(await assets.read('catalog.json'))) as Catalog;
}
