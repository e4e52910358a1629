/** A place in a text; 0-based. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/** The one stretch in which two texts differ, as offsets and places of its ends. */
export interface TextEdit {
  readonly startIndex: number;
  readonly oldEndIndex: number;
  readonly newEndIndex: number;
  readonly startPosition: Place;
  readonly oldEndPosition: Place;
  readonly newEndPosition: Place;
}

/** What is between the longest beginning and the longest end that two texts share. */
export function editBetween(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++;
  const [oldEndIndex, newEndIndex] = [before.length - end, after.length - end];
  return {
    ...{ startIndex: start, oldEndIndex, newEndIndex },
    startPosition: placeOf(before, start),
    oldEndPosition: placeOf(before, oldEndIndex),
    newEndPosition: placeOf(after, newEndIndex),
  };
}

function placeOf(text: string, index: number): Place {
  let row = 0;
  let from = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < index; next = text.indexOf('\n', from)) {
    row++;
    from = next + 1;
  }
  return { row, column: index - from };
}
