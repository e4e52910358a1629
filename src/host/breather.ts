/** How long the thread is kept before others have their turn, in milliseconds. */
const TURN_MS = 30;

/** Lets messages, a wish to cancel among them, come through when a turn is over; tells whether it was. */
export function breather(): () => Promise<boolean> {
  let turn = Date.now();
  return async () => {
    if (Date.now() - turn < TURN_MS) return false;
    await new Promise((resolve) => setTimeout(resolve, 0));
    turn = Date.now();
    return true;
  };
}
