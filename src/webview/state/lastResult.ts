/** Remembers the last result of a pure function and gives it again while the arguments stay the same. */
export function lastResult<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let known: { readonly args: A; readonly result: R } | undefined;
  return (...args) => {
    if (known?.args.every((arg, index) => Object.is(arg, args[index])) !== true)
      known = { args, result: compute(...args) };
    return known.result;
  };
}
