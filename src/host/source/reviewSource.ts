import { hash } from '../../base/hash.ts';
import type { DiffKind } from '../../node/git.ts';

/** Where a series is read from, and read from again after a reload. */
export type ReviewSource =
  | { readonly kind: 'files'; readonly uris: readonly string[] }
  | { readonly kind: 'range'; readonly directory: string; readonly range: string }
  | { readonly kind: 'changes'; readonly directory: string; readonly changes: DiffKind };

const DIFF_KINDS: readonly DiffKind[] = ['staged', 'unstaged', 'all'];

/** The same for the same source, and short: names an open review. */
export function sourceKey(source: ReviewSource): string {
  return hash(JSON.stringify(source));
}

/** Reads a source that was stored; undefined for anything else. */
export function readReviewSource(value: unknown): ReviewSource | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Readonly<Record<string, unknown>>;
  const { kind, uris, directory, range } = fields;
  const changes = DIFF_KINDS.find((known) => known === fields['changes']);
  if (kind === 'files' && isTexts(uris) && uris.length > 0) return { kind, uris };
  if (typeof directory !== 'string') return undefined;
  if (kind === 'range' && typeof range === 'string') return { kind, directory, range };
  return kind === 'changes' && changes ? { kind, directory, changes } : undefined;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
