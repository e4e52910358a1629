/** Where a piece of Rust stands. */
export type RustContext =
  | 'items'
  | 'members'
  | 'foreign'
  | 'statements'
  | 'arms'
  | 'literal'
  | 'fields'
  | 'variants'
  | 'arguments'
  | 'parameters'
  | 'uses'
  | 'array'
  | 'tokens';

/** What makes a piece a whole file. */
export const RUST_WRAPPERS: Readonly<Record<RustContext, readonly [before: string, after: string]>> = {
  items: ['', ''],
  members: ['impl __T {', '}'],
  foreign: ['extern "C" {', '}'],
  statements: ['fn __h() {', '}'],
  arms: ['fn __h() { match __x {', '}}'],
  literal: ['fn __h() { __S {', '}}'],
  fields: ['struct __S {', '}'],
  variants: ['enum __E {', '}'],
  arguments: ['fn __h() { __f(', ')}'],
  parameters: ['fn __p(', ');'],
  uses: ['use __a::{', '};'],
  array: ['const __C: T = [', '];'],
  tokens: ['__m! {', '}'],
};

/** Functions stand here as items, not in the middle of code. */
export function holdsItems(context: RustContext): boolean {
  return context === 'items' || context === 'members' || context === 'foreign';
}
