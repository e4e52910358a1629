import { readJson } from './sources.ts';

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
  readonly enablement?: string;
  readonly icon?: string | { readonly light: string; readonly dark: string };
}

interface MenuItem {
  readonly command?: string;
  readonly when?: string;
}

interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly when?: string;
}

interface Configuration {
  readonly properties: Readonly<Record<string, { readonly description?: string; readonly scope?: string }>>;
}

interface Contributes {
  readonly commands?: readonly Command[];
  readonly menus?: Readonly<Record<string, readonly MenuItem[]>>;
  readonly keybindings?: readonly Keybinding[];
  readonly configuration?: Configuration | readonly Configuration[];
}

/** What package.json contributes to VS Code. */
export const contributes =
  (readJson('package.json') as { readonly contributes?: Contributes }).contributes ?? {};

export const commands = contributes.commands ?? [];
export const menus = contributes.menus ?? {};
export const keybindings = contributes.keybindings ?? [];

/** Names of the settings it declares. */
export const settings: readonly string[] = [contributes.configuration ?? []]
  .flat()
  .flatMap(({ properties }) => Object.keys(properties));

/** Every text anywhere below a JSON value. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
