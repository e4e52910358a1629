/** Where a page tells what went wrong in it. */
interface ProblemPort {
  post(message: { readonly type: 'problem'; readonly message: string }): void;
}

/** Errors of the page that nobody caught are told to the host, which keeps the log. */
export function tellErrors(host: ProblemPort): void {
  const tell = (thrown: unknown): void => {
    const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    host.post({ type: 'problem', message });
  };
  addEventListener('error', ({ error }: { readonly error?: unknown }) => {
    // Without one it is a notice of the browser: sizes that changed while they were observed.
    if (error !== undefined && error !== null) tell(error);
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    tell(reason);
  });
}
