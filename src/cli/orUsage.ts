/** Runs a reading of arguments; what `parseArgs` refuses becomes a usage request with its reason. */
export function orUsage<T>(read: () => T, usage: (message: string) => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      return usage(error.message);
    throw error;
  }
}
