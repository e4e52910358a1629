// The conditions of common unsafe functions of `core`, `alloc` and `std`, in our own words.

const VALID = 'The pointer is not null, aligned, and points to readable memory of this type.';
const WRITABLE = 'The pointer is not null, aligned, and points to writable memory of this type.';
const INITIALISED = 'The memory holds an initialised value of this type.';
const ALIVE =
  'The memory stays allocated as long as the result is used, and the lifetime does not outlast it.';
const UNSHARED = 'Nobody else reads or writes the memory while the result is in use.';
const UNCHANGED = 'Nobody changes the memory while the result is in use, except inside an UnsafeCell.';
const SAME_ALLOCATION = 'Start and result lie in the same allocation, or just behind its end.';
const NO_OVERFLOW = 'The distance in bytes does not overflow isize.';
const OWNED_ONCE = 'The pointer is taken back once only; afterwards it belongs to the result.';
const IN_BOUNDS = 'The index, or the whole range, lies inside the slice.';

const LENGTH = /\blen(gth)?\b|_len\b|\bn\b|\bsize|\bcount|\belements?\b|\bbytes?\b|\bitems?\b|\bnumber\b/i;
const BOUNDS =
  /\bindex|\bindices|bound|\blen(gth)?\b|_len\b|range|\bless\b|\bsmaller\b|\blarger\b|<|\bsize\b|checked/i;
const OVERLAP =
  /overlap|alias|distinct|disjoint|separate|different|\bnew\b|\bfresh|just (been )?(allocated|created)/i;
const INIT = /initiali[sz]|written|\bwrote\b|\bset\b|filled|populated|zero/i;
const UTF8 = /utf-?8|ascii|\bstr\b|string/i;

/** Path, page below the std documentation, conditions, and words that an argument for it cannot do without. */
type Row = readonly [path: string, page: string, conditions: readonly string[], heardIn?: RegExp];

export const STD_CONDITIONS: readonly Row[] = [
  [
    'slice::from_raw_parts',
    'slice/fn.from_raw_parts.html#safety',
    [
      'The length counts elements, and all of them together fit in isize bytes.',
      'The pointer is not null and aligned even if the length is zero, and that many elements are readable.',
      'All elements are initialised.',
      UNCHANGED,
      ALIVE,
    ],
    LENGTH,
  ],
  [
    'slice::from_raw_parts_mut',
    'slice/fn.from_raw_parts_mut.html#safety',
    [
      'The length counts elements, and all of them together fit in isize bytes.',
      'The pointer is not null and aligned even if the length is zero, and that many elements are writable.',
      'All elements are initialised.',
      UNSHARED,
      ALIVE,
    ],
    LENGTH,
  ],
  [
    'Vec::from_raw_parts',
    'vec/struct.Vec.html#method.from_raw_parts',
    [
      'The memory came from the global allocator, for this element type and exactly this capacity.',
      'The first length elements are initialised, and the length is not larger than the capacity.',
      OWNED_ONCE,
    ],
    /alloc|Vec|capacity|\blen/i,
  ],
  [
    'String::from_raw_parts',
    'string/struct.String.html#method.from_raw_parts',
    [
      'The memory came from the global allocator, with exactly this capacity.',
      'The first length bytes are UTF-8.',
      OWNED_ONCE,
    ],
  ],
  ['str::from_utf8_unchecked', 'str/fn.from_utf8_unchecked.html#safety', ['The bytes are UTF-8.'], UTF8],
  [
    'String::from_utf8_unchecked',
    'string/struct.String.html#method.from_utf8_unchecked',
    ['The bytes are UTF-8.'],
    UTF8,
  ],
  [
    'CStr::from_ptr',
    'ffi/struct.CStr.html#method.from_ptr',
    [
      'The pointer is not null, and a NUL ends the string within isize bytes.',
      'All bytes up to the NUL are readable and in one allocation.',
      'Nobody changes the bytes while the result is in use.',
      ALIVE,
    ],
    /\bnul\b|terminat|C string|c_str|CStr|\bstring|literal|\bname\b/i,
  ],
  [
    'CStr::from_bytes_with_nul_unchecked',
    'ffi/struct.CStr.html#method.from_bytes_with_nul_unchecked',
    ['The last byte is NUL, and no other byte is.'],
    /\bnu?l\b|terminat|zero|\\0/i,
  ],
  [
    'CString::from_raw',
    'ffi/struct.CString.html#method.from_raw',
    ['The pointer came from CString::into_raw, and the length has not changed since.', OWNED_ONCE],
    /into_raw|CString|owned|ownership|created|allocated|\bours\b/i,
  ],
  [
    'CString::from_vec_unchecked',
    'ffi/struct.CString.html#method.from_vec_unchecked',
    ['No byte is NUL.'],
    /\bnu?l\b|zero|\\0/i,
  ],
  [
    'Box::from_raw',
    'boxed/struct.Box.html#method.from_raw',
    [
      'The pointer came from Box::into_raw of the same type, or from the global allocator with the right layout.',
      OWNED_ONCE,
    ],
    /into_raw|\bBox|alloc|owned|owner|ownership|created|\bours\b|leak|once/i,
  ],
  [
    'Rc::from_raw',
    'rc/struct.Rc.html#method.from_raw',
    ['The pointer came from Rc::into_raw of the same type.', OWNED_ONCE],
    /into_raw|\bRc\b|refcount|reference|owned|ownership/i,
  ],
  [
    'Arc::from_raw',
    'sync/struct.Arc.html#method.from_raw',
    [
      'The pointer came from Arc::into_raw of the same type.',
      'The count that into_raw left behind is taken back once only.',
    ],
    /into_raw|\bArc\b|refcount|reference|count|owned|ownership/i,
  ],
  [
    'Arc::increment_strong_count',
    'sync/struct.Arc.html#method.increment_strong_count',
    ['The pointer came from Arc::into_raw, and the count is at least one meanwhile.'],
  ],
  [
    'Arc::decrement_strong_count',
    'sync/struct.Arc.html#method.decrement_strong_count',
    ['The pointer came from Arc::into_raw, and the count is at least one before the call.'],
  ],
  [
    'Pin::new_unchecked',
    'pin/struct.Pin.html#method.new_unchecked',
    [
      'The value is not moved again until it is dropped.',
      'The pointer type does not move out of what it points to when it is used.',
    ],
    /\bpin|\bmov(e|es|ed|ing|able)\b|stays?|address|heap|in place|\bstatic\b|allocated/i,
  ],
  [
    'NonNull::new_unchecked',
    'ptr/struct.NonNull.html#method.new_unchecked',
    ['The pointer is not null.'],
    /null|reference|valid|address|dangling|comes? from|came from|allocated|exist/i,
  ],
  [
    'ptr::read',
    'ptr/fn.read.html#safety',
    [
      VALID,
      INITIALISED,
      'The value is a copy: only one of the two may be dropped or used, unless the type is Copy.',
    ],
  ],
  ['ptr::read_unaligned', 'ptr/fn.read_unaligned.html#safety', ['The memory is readable.', INITIALISED]],
  ['ptr::read_volatile', 'ptr/fn.read_volatile.html#safety', [VALID, INITIALISED]],
  ['ptr::write', 'ptr/fn.write.html#safety', [WRITABLE]],
  ['ptr::write_unaligned', 'ptr/fn.write_unaligned.html#safety', ['The memory is writable.']],
  ['ptr::write_volatile', 'ptr/fn.write_volatile.html#safety', [WRITABLE]],
  [
    'ptr::write_bytes',
    'ptr/fn.write_bytes.html#safety',
    [WRITABLE, 'The count is in values, not bytes, and the pattern is valid for the type if it is read.'],
  ],
  ['ptr::replace', 'ptr/fn.replace.html#safety', [WRITABLE, INITIALISED]],
  ['ptr::swap', 'ptr/fn.swap.html#safety', [WRITABLE, 'Both pointers are good for reading and writing.']],
  [
    'ptr::copy',
    'ptr/fn.copy.html#safety',
    ['Source and target are aligned and hold count values; the count is not in bytes.'],
  ],
  [
    'ptr::copy_nonoverlapping',
    'ptr/fn.copy_nonoverlapping.html#safety',
    [
      'Source and target are aligned and hold count values; the count is not in bytes.',
      'The two do not overlap.',
    ],
    OVERLAP,
  ],
  [
    'ptr::drop_in_place',
    'ptr/fn.drop_in_place.html#safety',
    [WRITABLE, 'The value is complete, and is neither used nor dropped again.'],
    /drop|once|last|never|again|init|owned|ownership|unique|free/i,
  ],
  [
    'mem::transmute',
    'mem/fn.transmute.html',
    [
      'The bits are a valid value of the target type.',
      'Both types have the same layout, which repr(Rust) does not promise.',
      'A lifetime does not become longer than the object lives.',
    ],
    /layout|repr|size|bit|\bvalid|transparent|lifetime|variant|discriminant|range|outlive|same|identical|represent/i,
  ],
  [
    'mem::transmute_copy',
    'mem/fn.transmute_copy.html',
    [
      'The bits are a valid value of the target type.',
      'The value is a copy: only one of the two may be dropped.',
    ],
    /layout|repr|size|bit|\bvalid|transparent|same/i,
  ],
  [
    'mem::zeroed',
    'mem/fn.zeroed.html',
    ['All-zero bytes are a valid value of the type.'],
    /zero|\bnull|plain|integers?|\bPOD\b|C struct|bindgen|valid/i,
  ],
  [
    '.assume_init',
    'mem/union.MaybeUninit.html#method.assume_init',
    ['The value is completely initialised.'],
    INIT,
  ],
  [
    '.assume_init_ref',
    'mem/union.MaybeUninit.html#method.assume_init_ref',
    ['The value is completely initialised.'],
    INIT,
  ],
  [
    '.assume_init_mut',
    'mem/union.MaybeUninit.html#method.assume_init_mut',
    ['The value is completely initialised.'],
    INIT,
  ],
  [
    '.assume_init_read',
    'mem/union.MaybeUninit.html#method.assume_init_read',
    ['The value is completely initialised.', 'The value is a copy: only one of the two may be dropped.'],
    INIT,
  ],
  [
    '.assume_init_drop',
    'mem/union.MaybeUninit.html#method.assume_init_drop',
    ['The value is completely initialised, and is not used again.'],
    INIT,
  ],
  ['.get_unchecked', 'primitive.slice.html#method.get_unchecked', [IN_BOUNDS], BOUNDS],
  ['.get_unchecked_mut', 'primitive.slice.html#method.get_unchecked_mut', [IN_BOUNDS], BOUNDS],
  [
    '.unwrap_unchecked',
    'option/enum.Option.html#method.unwrap_unchecked',
    ['The value is Some, or Ok.'],
    /\bSome\b|\bOk\b|\bNone\b|\bErr\b|check|always|present|never|non-?empty|exist|test|valid/i,
  ],
  [
    'hint::unreachable_unchecked',
    'hint/fn.unreachable_unchecked.html#safety',
    ['This place is never reached.'],
  ],
  ['.add', 'primitive.pointer.html#method.add', [NO_OVERFLOW, SAME_ALLOCATION]],
  ['.sub', 'primitive.pointer.html#method.sub', [NO_OVERFLOW, SAME_ALLOCATION]],
  ['.offset', 'primitive.pointer.html#method.offset', [NO_OVERFLOW, SAME_ALLOCATION]],
  [
    '.offset_from',
    'primitive.pointer.html#method.offset_from',
    [
      'Both pointers point into the same allocation.',
      'Their distance is a multiple of the element size and fits in isize.',
    ],
  ],
  ['.as_ref', 'ptr/struct.NonNull.html#method.as_ref', [VALID, INITIALISED, UNCHANGED, ALIVE]],
  ['.as_mut', 'ptr/struct.NonNull.html#method.as_mut', [WRITABLE, INITIALISED, UNSHARED, ALIVE]],
  [
    '.set_len',
    'vec/struct.Vec.html#method.set_len',
    ['The new length is not larger than the capacity.', 'The elements up to the new length are initialised.'],
  ],
  [
    '.map_unchecked_mut',
    'pin/struct.Pin.html#method.map_unchecked_mut',
    ['The result does not move as long as the whole does not.', 'The closure does not move anything out.'],
    /\bpin|\bmov|structural/i,
  ],
  [
    'alloc::dealloc',
    'alloc/fn.dealloc.html#safety',
    ['The memory came from this allocator with this very layout.', 'It is not used afterwards.'],
  ],
  [
    'alloc::alloc',
    'alloc/fn.alloc.html#safety',
    [
      'The size of the layout is not zero.',
      'The memory is not initialised; it is written before it is read.',
    ],
  ],
  [
    'alloc::realloc',
    'alloc/fn.realloc.html#safety',
    ['The memory came from this allocator with this very layout.', 'The new size is not zero.'],
  ],
  [
    'File::from_raw_fd',
    'os/fd/trait.FromRawFd.html#tymethod.from_raw_fd',
    ['The file descriptor is open, and belongs to the result from now on.'],
  ],
  [
    'BorrowedFd::borrow_raw',
    'os/fd/struct.BorrowedFd.html#method.borrow_raw',
    ['The file descriptor stays open as long as the result is used.'],
  ],
];
