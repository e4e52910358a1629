/**
 * True if a comment only keeps the place of an explanation: empty, a reminder to write it, an angle-bracketed or
 * dotted blank, or a bare claim without a reason.
 */
export function isPlaceholder(text: string): boolean {
  const words = text
    .replace(/^.*?SAFETY:/i, '')
    .replace(/[\s.!…_-]+/g, ' ')
    .trim()
    .toLowerCase();
  if (words === '' || /^[?<>[\] ]*$/.test(words)) return true;
  if (/^[<[{(]?(todo|fixme|xxx|tbd|hack|fill (this |me )?in)\b/.test(words)) return true;
  if (
    /^(write|document|explain|describe)( (me|this|it|why|safety|the (safety|reason)|docs?|comment))*( later)?$/.test(
      words,
    )
  )
    return true;
  if (/^<[^>]*>$/.test(words)) return true;
  return /^((this|it|call|code|that) (is |call is |should be )?)?(trust me|safe|ok|okay|fine|valid|sound|obvious|obviously safe|always safe|none|n\/a|see above|same as above|as above|ffi|ffi call|unsafe)$/.test(
    words,
  );
}
