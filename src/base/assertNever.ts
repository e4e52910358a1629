/** Closes a switch over a tagged union: a new member becomes a compile error, a stray value a thrown bug. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
