/** Where a fact stands. */
export interface FactPlace {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** A registered object type. */
export interface TypeFact extends FactPlace {
  /** The type's name as a string; null when it cannot be resolved. */
  readonly name: string | null;
  /** The name as written. */
  readonly written: string;
  /** The parent's name as a string where it is known, else its type as written. */
  readonly parent: string | null;
  /** The parent's name is known as a string. */
  readonly parentNamed: boolean;
}

export interface PropertyFact extends FactPlace {
  /** As written where it is not `named`. */
  readonly name: string;
  /** The name is known as a string. */
  readonly named: boolean;
  /** `u8`, `bool`, `bit`, `chr` …; null when not known. */
  readonly type: string | null;
  readonly bit: string | null;
  /** Value where it can be computed, else as written; null without one. */
  readonly default: string | null;
}

/** What one field of a migration stream takes. */
export interface StreamField extends FactPlace {
  /** The C name of the field, null for what has none. */
  readonly name: string | null;
  readonly kind: 'integer' | 'timer' | 'clock' | 'unused' | 'validate' | 'struct' | 'other' | 'unknown';
  /** Bits of one element; null where that cannot be told. */
  readonly bits: number | null;
  /** Elements: a number, or the field that holds it; null for a single one. */
  readonly count: string | null;
  /** For a struct: the name of its stream. */
  readonly of: string | null;
  readonly version: string;
  /** There only under a condition. */
  readonly conditional: boolean;
  /** As written, for showing. */
  readonly text: string;
}

/** A migration stream. */
export interface StreamFact extends FactPlace {
  /** The symbol where it is not `named`. */
  readonly name: string;
  /** The name is known as a string. */
  readonly named: boolean;
  /** Name of the constant or variable. */
  readonly symbol: string;
  readonly version: string | null;
  readonly minimumVersion: string | null;
  /** Callbacks that are set: `needed`, `pre_load`, `post_load`, `pre_save`, `post_save`; and `unmigratable`. */
  readonly hooks: readonly string[];
  readonly fields: readonly StreamField[];
  /** Names of the subsections' streams, or the symbols where they are not known. */
  readonly subsections: readonly string[];
}

/** A memory-mapped region. */
export interface RegionFact extends FactPlace {
  readonly name: string | null;
  readonly size: string | null;
  readonly endianness: string | null;
  /** `4-8`; null when left to the default. */
  readonly valid: string | null;
  readonly impl: string | null;
  readonly unaligned: boolean;
}

/** A named fact with a value: a register and its offset, a line and its count. */
export interface NamedFact extends FactPlace {
  readonly name: string;
  readonly value: string | null;
}

/** A field that reset assigns. */
export interface ResetFact extends FactPlace {
  readonly name: string;
  /** Its name in C, from `doc(alias)`. */
  readonly alias: string | null;
  /** What it is set to, as a number or as written; null where that is done by a call or more than once. */
  readonly assigned: string | null;
}

/** What one side says about a device. */
export interface DeviceFacts {
  readonly types: readonly TypeFact[];
  readonly properties: readonly PropertyFact[];
  readonly streams: readonly StreamFact[];
  readonly regions: readonly RegionFact[];
  /** Offsets that are decoded, as hexadecimal numbers or ranges of them; as written where they are not known. */
  readonly registers: readonly NamedFact[];
  /** Fields that reset assigns. */
  readonly resets: readonly ResetFact[];
  /** Interrupt lines, GPIO and clocks in order: `irq`, `gpio in`, `gpio out`, `clock in`. */
  readonly lines: readonly NamedFact[];
  readonly traces: readonly NamedFact[];
  /** Kinds of log messages, with how many there are. */
  readonly logs: readonly NamedFact[];
}
