import type { Language } from '../patch/language.ts';

/** Capture names are classes of colour (`base/tokens.ts`). What stands further inside, then what comes later, wins. */
export const HIGHLIGHT_QUERIES: Readonly<Record<Language, string>> = {
  rust: `
    [(line_comment) (block_comment)] @comment
    [(string_literal) (raw_string_literal) (char_literal)] @string
    [(integer_literal) (float_literal)] @number
    (boolean_literal) @constant
    [(type_identifier) (primitive_type)] @type
    (field_identifier) @property
    (shorthand_field_identifier) @property
    (lifetime) @keyword
    [(attribute_item) (inner_attribute_item)] @attribute
    ((identifier) @constant (#match? @constant "^[A-Z][A-Z0-9_]+$"))
    (function_item name: (identifier) @function)
    (function_signature_item name: (identifier) @function)
    (call_expression function: (identifier) @function)
    (call_expression function: (scoped_identifier name: (identifier) @function))
    (call_expression function: (field_expression field: (field_identifier) @function))
    (generic_function function: (identifier) @function)
    (generic_function function: (scoped_identifier name: (identifier) @function))
    (generic_function function: (field_expression field: (field_identifier) @function))
    (macro_invocation macro: (identifier) @macro "!" @macro)
    (macro_definition name: (identifier) @macro)
    (metavariable) @macro
    [(self) (crate) (super) (mutable_specifier)] @keyword
    ["as" "async" "await" "break" "const" "continue" "dyn" "else" "enum" "extern" "fn" "for" "if" "impl" "in" "let"
     "loop" "macro_rules!" "match" "mod" "move" "pub" "ref" "return" "static" "struct" "trait" "type" "union" "unsafe"
     "use" "where" "while" "yield"] @keyword
    (token_tree ["as" "const" "else" "enum" "extern" "fn" "for" "if" "impl" "let" "match" "pub" "return" "static" "struct"
     "type" "unsafe" "while"] @keyword)
  `,
  c: `
    (comment) @comment
    [(string_literal) (char_literal) (system_lib_string)] @string
    (number_literal) @number
    [(true) (false) (null)] @constant
    [(type_identifier) (primitive_type) (sized_type_specifier)] @type
    (field_identifier) @property
    ((identifier) @constant (#match? @constant "^[A-Z][A-Z0-9_]+$"))
    (function_declarator declarator: (identifier) @function)
    (call_expression function: (identifier) @function)
    (call_expression function: (field_expression field: (field_identifier) @function))
    (preproc_function_def name: (identifier) @macro)
    (preproc_def name: (identifier) @macro)
    (preproc_directive) @keyword
    ["#define" "#include" "#if" "#ifdef" "#ifndef" "#elif" "#else" "#endif"] @keyword
    ["break" "case" "const" "continue" "default" "do" "else" "enum" "extern" "for" "goto" "if" "inline" "return" "sizeof"
     "static" "struct" "switch" "typedef" "union" "volatile" "while" "register" "restrict"] @keyword
  `,
};
