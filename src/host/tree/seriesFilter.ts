import {
  EventEmitter,
  l10n,
  QuickPickItemKind,
  window,
  type Disposable,
  type Memento,
  type QuickPickItem,
} from 'vscode';
import type { Annotation } from '../../core/annotate/annotation.ts';
import { ATTENTIONS, CATEGORIES, type Attention, type Category } from '../../core/catalog/pattern.ts';
import { setContextKey } from '../contextKeys.ts';
import { attentionWords, categoryWords } from './catalogWords.ts';

const KEY = 'seriesFilter';

/** What the series tree leaves out. */
export interface Hidden {
  readonly attention: readonly Attention[];
  readonly category: readonly Category[];
}

/** Which annotations the series tree shows; kept with the workspace. */
export class SeriesFilter implements Disposable {
  readonly #memento: Memento;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #hidden: Hidden;

  constructor(memento: Memento) {
    this.#memento = memento;
    this.#hidden = readHidden(memento.get<unknown>(KEY));
    setContextKey('seriesFiltered', this.#filters());
  }

  shows({ attention, category }: Annotation): boolean {
    return !this.#hidden.attention.includes(attention) && !this.#hidden.category.includes(category);
  }

  /** What is left out, as a sentence; empty if nothing is. */
  get sentence(): string {
    if (!this.#filters()) return '';
    const { attention, category } = this.#hidden;
    return l10n.t(
      'Not shown: {0}',
      [...attention.map(attentionWords), ...category.map(categoryWords)].join(', '),
    );
  }

  /** Lets the user choose what is shown. */
  async choose(): Promise<void> {
    const items = this.#items();
    const picked = await window.showQuickPick(items, {
      canPickMany: true,
      title: l10n.t('Show which annotations in the tree?'),
      matchOnDescription: true,
    });
    if (!picked) return;
    await this.hide({
      attention: ATTENTIONS.filter((attention) => !picked.some((item) => item.attention === attention)),
      category: CATEGORIES.filter((category) => !picked.some((item) => item.category === category)),
    });
  }

  async hide(hidden: Hidden): Promise<void> {
    this.#hidden = hidden;
    setContextKey('seriesFiltered', this.#filters());
    this.#changed.fire();
    await this.#memento.update(KEY, hidden);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #filters(): boolean {
    return this.#hidden.attention.length + this.#hidden.category.length > 0;
  }

  #items(): readonly FilterItem[] {
    const separator = (label: string): FilterItem => ({ label, kind: QuickPickItemKind.Separator });
    return [
      separator(l10n.t('Attention')),
      ...ATTENTIONS.map((attention) => ({
        label: attentionWords(attention),
        picked: !this.#hidden.attention.includes(attention),
        attention,
      })),
      separator(l10n.t('Category')),
      ...CATEGORIES.map((category) => ({
        label: categoryWords(category),
        picked: !this.#hidden.category.includes(category),
        category,
      })),
    ];
  }
}

type FilterItem = QuickPickItem & { readonly attention?: Attention; readonly category?: Category };

/** True for what a command is called with to set the filter without asking. */
export function isHidden(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('attention' in value || 'category' in value);
}

/** Reads what was kept; what is not understood of it hides nothing. */
export function readHidden(value: unknown): Hidden {
  const { attention, category } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >;
  return { attention: known(attention, ATTENTIONS), category: known(category, CATEGORIES) };
}

function known<T>(value: unknown, all: readonly T[]): readonly T[] {
  return Array.isArray(value) ? all.filter((one) => value.includes(one)) : [];
}
