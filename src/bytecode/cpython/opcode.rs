//! CPython 3.11's opcodes, as its `opcode.py` has them. Knows no instruction of ours.

macro_rules! opcodes {
    ($($name:ident $number:literal $caches:literal;)+) => {
        /// An opcode by its name.
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Opcode { $($name = $number),+ }

        impl Opcode {
            /// Name, number, and how many units of inline cache follow.
            pub const TABLE: &[(&str, u8, u8)] = &[$((stringify!($name), $number, $caches)),+];

            pub fn named(name: &str) -> Option<Opcode> {
                match name { $(stringify!($name) => Some(Opcode::$name),)+ _ => None }
            }

            pub fn caches(self) -> u8 {
                match self { $(Opcode::$name => $caches),+ }
            }
        }
    };
}

opcodes! {
    CACHE 0 0;
    POP_TOP 1 0;
    PUSH_NULL 2 0;
    NOP 9 0;
    UNARY_POSITIVE 10 0;
    UNARY_NEGATIVE 11 0;
    UNARY_NOT 12 0;
    UNARY_INVERT 15 0;
    BINARY_SUBSCR 25 4;
    GET_LEN 30 0;
    MATCH_MAPPING 31 0;
    MATCH_SEQUENCE 32 0;
    MATCH_KEYS 33 0;
    PUSH_EXC_INFO 35 0;
    CHECK_EXC_MATCH 36 0;
    CHECK_EG_MATCH 37 0;
    WITH_EXCEPT_START 49 0;
    GET_AITER 50 0;
    GET_ANEXT 51 0;
    BEFORE_ASYNC_WITH 52 0;
    BEFORE_WITH 53 0;
    END_ASYNC_FOR 54 0;
    STORE_SUBSCR 60 1;
    DELETE_SUBSCR 61 0;
    GET_ITER 68 0;
    GET_YIELD_FROM_ITER 69 0;
    PRINT_EXPR 70 0;
    LOAD_BUILD_CLASS 71 0;
    LOAD_ASSERTION_ERROR 74 0;
    RETURN_GENERATOR 75 0;
    LIST_TO_TUPLE 82 0;
    RETURN_VALUE 83 0;
    IMPORT_STAR 84 0;
    SETUP_ANNOTATIONS 85 0;
    YIELD_VALUE 86 0;
    ASYNC_GEN_WRAP 87 0;
    PREP_RERAISE_STAR 88 0;
    POP_EXCEPT 89 0;
    STORE_NAME 90 0;
    DELETE_NAME 91 0;
    UNPACK_SEQUENCE 92 1;
    FOR_ITER 93 0;
    UNPACK_EX 94 0;
    STORE_ATTR 95 4;
    DELETE_ATTR 96 0;
    STORE_GLOBAL 97 0;
    DELETE_GLOBAL 98 0;
    SWAP 99 0;
    LOAD_CONST 100 0;
    LOAD_NAME 101 0;
    BUILD_TUPLE 102 0;
    BUILD_LIST 103 0;
    BUILD_SET 104 0;
    BUILD_MAP 105 0;
    LOAD_ATTR 106 4;
    COMPARE_OP 107 2;
    IMPORT_NAME 108 0;
    IMPORT_FROM 109 0;
    JUMP_FORWARD 110 0;
    JUMP_IF_FALSE_OR_POP 111 0;
    JUMP_IF_TRUE_OR_POP 112 0;
    POP_JUMP_FORWARD_IF_FALSE 114 0;
    POP_JUMP_FORWARD_IF_TRUE 115 0;
    LOAD_GLOBAL 116 5;
    IS_OP 117 0;
    CONTAINS_OP 118 0;
    RERAISE 119 0;
    COPY 120 0;
    BINARY_OP 122 1;
    SEND 123 0;
    LOAD_FAST 124 0;
    STORE_FAST 125 0;
    DELETE_FAST 126 0;
    POP_JUMP_FORWARD_IF_NOT_NONE 128 0;
    POP_JUMP_FORWARD_IF_NONE 129 0;
    RAISE_VARARGS 130 0;
    GET_AWAITABLE 131 0;
    MAKE_FUNCTION 132 0;
    BUILD_SLICE 133 0;
    JUMP_BACKWARD_NO_INTERRUPT 134 0;
    MAKE_CELL 135 0;
    LOAD_CLOSURE 136 0;
    LOAD_DEREF 137 0;
    STORE_DEREF 138 0;
    DELETE_DEREF 139 0;
    JUMP_BACKWARD 140 0;
    CALL_FUNCTION_EX 142 0;
    EXTENDED_ARG 144 0;
    LIST_APPEND 145 0;
    SET_ADD 146 0;
    MAP_ADD 147 0;
    LOAD_CLASSDEREF 148 0;
    COPY_FREE_VARS 149 0;
    RESUME 151 0;
    MATCH_CLASS 152 0;
    FORMAT_VALUE 155 0;
    BUILD_CONST_KEY_MAP 156 0;
    BUILD_STRING 157 0;
    LOAD_METHOD 160 10;
    LIST_EXTEND 162 0;
    SET_UPDATE 163 0;
    DICT_MERGE 164 0;
    DICT_UPDATE 165 0;
    PRECALL 166 1;
    CALL 171 4;
    KW_NAMES 172 0;
    POP_JUMP_BACKWARD_IF_NOT_NONE 173 0;
    POP_JUMP_BACKWARD_IF_NONE 174 0;
    POP_JUMP_BACKWARD_IF_FALSE 175 0;
    POP_JUMP_BACKWARD_IF_TRUE 176 0;
}

impl Opcode {
    pub fn is_jump(self) -> bool {
        self.is_conditional_jump() || self == Opcode::JUMP_FORWARD || self == Opcode::JUMP_BACKWARD_NO_INTERRUPT
    }

    fn is_conditional_jump(self) -> bool {
        use Opcode::*;
        matches!(
            self,
            FOR_ITER
                | SEND
                | JUMP_IF_FALSE_OR_POP
                | JUMP_IF_TRUE_OR_POP
                | POP_JUMP_FORWARD_IF_FALSE
                | POP_JUMP_FORWARD_IF_TRUE
                | POP_JUMP_FORWARD_IF_NONE
                | POP_JUMP_FORWARD_IF_NOT_NONE
        )
    }

    /// Whether the frame is left here.
    pub fn leaves(self) -> bool {
        matches!(self, Opcode::RETURN_VALUE | Opcode::RAISE_VARARGS | Opcode::RERAISE)
    }

    /// Whether the flow never goes on behind it.
    pub fn ends_flow(self) -> bool {
        self.leaves() || self.is_jump() && !self.is_conditional_jump()
    }

    /// The opcode of the same jump, backward.
    pub fn backward(self) -> Opcode {
        use Opcode::*;
        match self {
            JUMP_FORWARD => JUMP_BACKWARD,
            POP_JUMP_FORWARD_IF_FALSE => POP_JUMP_BACKWARD_IF_FALSE,
            POP_JUMP_FORWARD_IF_TRUE => POP_JUMP_BACKWARD_IF_TRUE,
            POP_JUMP_FORWARD_IF_NONE => POP_JUMP_BACKWARD_IF_NONE,
            POP_JUMP_FORWARD_IF_NOT_NONE => POP_JUMP_BACKWARD_IF_NOT_NONE,
            other => other,
        }
    }
}
