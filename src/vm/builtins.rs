//! The built-in functions and types, by name.

use super::arguments::Arguments;
use super::call::Outcome;
use super::error::Result;
use super::heap::Heap;
use super::{
    bytes, combinatorics, complex, convert, deque, dict_methods, for_await, for_library, format, functions, generic,
    names, objects, outside, set_methods, subscript, supers, sync,
};
use serde::{Deserialize, Serialize};

macro_rules! builtins {
    ($($variant:ident $name:literal $kind:ident $call:path;)+) => {
        /// A built-in function or type.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[repr(u64)]
        pub enum Builtin { $($variant),+ }

        impl Builtin {
            /// The builtin that every program sees under this name.
            pub fn named(name: &str) -> Option<Builtin> {
                match name {
                    $($name if builtins!(@visible $kind) => Some(Builtin::$variant),)+
                    _ => None,
                }
            }

            pub fn name(self) -> &'static str {
                match self { $(Builtin::$variant => $name),+ }
            }

            /// The type of this name, whether programs see it or not.
            pub fn class_named(name: &str) -> Option<Builtin> {
                match name {
                    $($name if builtins!(@type $kind) => Some(Builtin::$variant),)+
                    _ => None,
                }
            }

            /// What only the library sees.
            pub fn hidden(name: &str) -> Option<Builtin> {
                match name {
                    $($name if builtins!(@hidden $kind) => Some(Builtin::$variant),)+
                    _ => None,
                }
            }

            pub fn is_type(self) -> bool {
                match self { $(Builtin::$variant => builtins!(@type $kind)),+ }
            }

            /// Whether it is found in a module only.
            pub fn is_member(self) -> bool {
                match self { $(Builtin::$variant => builtins!(@member $kind)),+ }
            }

            /// The names that every program sees, for the compiler to be checked against.
            #[cfg(test)]
            pub fn names() -> impl Iterator<Item = &'static str> {
                [$(($name, builtins!(@visible $kind))),+].into_iter().filter(|(_, seen)| *seen).map(|(name, _)| name)
            }
        }

        /// Calls the builtin. Borrows the arguments.
        pub fn call(heap: &mut Heap, builtin: Builtin, arguments: Arguments) -> Result<Outcome> {
            match builtin {
                $(Builtin::$variant => builtins!(@outcome $kind $call(heap, arguments))),+
            }
        }
    };
    (@member member) => { true };
    (@member $other:ident) => { false };
    (@visible member) => { false };
    (@visible hidden) => { false };
    (@visible kind) => { false };
    (@hidden hidden) => { true };
    (@hidden $other:ident) => { false };
    (@type kind) => { true };
    (@visible $other:ident) => { true };
    (@type class) => { true };
    (@type $other:ident) => { false };
    (@outcome member $call:expr) => { $call };
    (@outcome outside $call:expr) => { $call };
    (@outcome $other:ident $call:expr) => { $call.map(Outcome::Value) };
}

// `class`: a type. `kind`: a type without a name in programs. `hidden`: for the library. `outside`: asks the outside world. `member`: the same, and found in a module only.
builtins! {
    Import "__import__" function objects::import;
    Abs "abs" function functions::abs;
    Aiter "aiter" function objects::library_only;
    All "all" function functions::all;
    Anext "anext" function objects::library_only;
    Any "any" function functions::any;
    Ascii "ascii" function convert::ascii;
    Bool "bool" class convert::bool;
    Bin "bin" function functions::bin;
    Bytearray "bytearray" class bytes::bytearray;
    Bytes "bytes" class bytes::bytes;
    Callable "callable" function objects::callable;
    Chr "chr" function convert::chr;
    Classmethod "classmethod" class objects::classmethod;
    Complex "complex" class complex::new;
    Delattr "delattr" function objects::library_only;
    Dict "dict" class dict_methods::new;
    Dir "dir" function names::dir;
    Divmod "divmod" function functions::divmod;
    Compile "compile" function objects::compile;
    Eval "eval" function objects::library_only;
    Exec "exec" function objects::library_only;
    Exit "exit" function objects::library_only;
    Enumerate "enumerate" class functions::enumerate;
    Filter "filter" class objects::filter;
    Float "float" class convert::float;
    Format "format" function format::builtin;
    Frozenset "frozenset" class set_methods::frozen;
    Getattr "getattr" function objects::getattr;
    Globals "globals" function objects::library_only_without_arguments;
    Hasattr "hasattr" function objects::hasattr;
    Hash "hash" function objects::hash;
    Hex "hex" function functions::hex;
    Id "id" function objects::id;
    Input "input" function objects::library_only;
    Int "int" class convert::int;
    Isinstance "isinstance" function functions::isinstance;
    Issubclass "issubclass" function objects::issubclass;
    Iter "iter" function objects::iter;
    Len "len" function functions::len;
    List "list" class convert::list;
    Locals "locals" function objects::library_only_without_arguments;
    Map "map" class objects::map;
    Max "max" function functions::max;
    Min "min" function functions::min;
    Next "next" function objects::next;
    Object "object" class objects::object;
    Oct "oct" function functions::oct;
    Open "open" function objects::open;
    Ord "ord" function convert::ord;
    Pow "pow" function functions::pow;
    Print "print" outside outside::print;
    Property "property" class objects::property;
    Quit "quit" function objects::library_only;
    Range "range" class functions::range;
    Repr "repr" function convert::repr;
    Reversed "reversed" class functions::reversed;
    Round "round" function functions::round;
    Set "set" class set_methods::new;
    Setattr "setattr" function objects::library_only;
    Slice "slice" class subscript::slice;
    Sorted "sorted" function functions::sorted;
    Staticmethod "staticmethod" class objects::staticmethod;
    Str "str" class convert::str;
    Sum "sum" function functions::sum;
    Super "super" class supers::made;
    Tuple "tuple" class convert::tuple;
    Type "type" class objects::type_of;
    Vars "vars" function names::vars;
    Zip "zip" class functions::zip;
    Deque "collections.deque" kind deque::new;
    NoneKind "NoneType" kind objects::library_only;
    EllipsisKind "ellipsis" kind objects::library_only;
    NotImplementedKind "NotImplementedType" kind objects::library_only;
    FunctionKind "function" kind objects::library_only;
    MethodKind "method" kind objects::method;
    GeneratorKind "generator" kind objects::no_instances;
    CoroutineKind "coroutine" kind objects::no_instances;
    AsyncGeneratorKind "async_generator" kind objects::no_instances;
    AskedKind "async_generator_asend" kind objects::library_only;
    ThrownKind "async_generator_athrow" kind objects::library_only;
    Mappingproxy "mappingproxy" kind objects::library_only;
    GetsetKind "getset_descriptor" kind objects::library_only;
    CellKind "cell" kind objects::library_only;
    CodeKind "code" kind objects::library_only;
    TracebackKind "traceback" kind objects::library_only;
    FrameKind "frame" kind objects::library_only;
    ModuleKind "module" kind objects::library_only;
    GenericAliasKind "types.GenericAlias" kind generic::new;
    LockKind "_thread.lock" kind objects::library_only;
    RlockKind "_thread.RLock" kind objects::library_only;
    SimpleQueue "_queue.SimpleQueue" kind sync::simple_queue::new;
    NativeKind "builtin_function_or_method" kind objects::library_only;
    DescriptorKind "method_descriptor" kind objects::library_only;
    UnionKind "types.UnionType" kind objects::library_only;
    ListIteratorKind "list_iterator" kind objects::no_instances;
    TupleIteratorKind "tuple_iterator" kind objects::no_instances;
    StrIteratorKind "str_iterator" kind objects::no_instances;
    StrAsciiIteratorKind "str_ascii_iterator" kind objects::no_instances;
    BytesIteratorKind "bytes_iterator" kind objects::no_instances;
    BytearrayIteratorKind "bytearray_iterator" kind objects::no_instances;
    RangeIteratorKind "range_iterator" kind objects::no_instances;
    LongRangeIteratorKind "longrange_iterator" kind objects::no_instances;
    ListReverseIteratorKind "list_reverseiterator" kind objects::no_instances;
    SetIteratorKind "set_iterator" kind objects::no_instances;
    DictKeyIteratorKind "dict_keyiterator" kind objects::no_instances;
    DictValueIteratorKind "dict_valueiterator" kind objects::no_instances;
    DictItemIteratorKind "dict_itemiterator" kind objects::no_instances;
    DictKeysKind "dict_keys" kind objects::no_instances;
    DictValuesKind "dict_values" kind objects::no_instances;
    DictItemsKind "dict_items" kind objects::no_instances;
    DequeIteratorKind "_collections._deque_iterator" kind objects::no_instances;
    DequeReverseIteratorKind "_collections._deque_reverse_iterator" kind objects::no_instances;
    CallableIteratorKind "callable_iterator" kind objects::no_instances;
    ItertoolsRepeatKind "itertools.repeat" kind objects::no_instances;
    ItertoolsTeeKind "itertools._tee" kind objects::no_instances;
    ItertoolsAccumulateKind "itertools.accumulate" kind objects::no_instances;
    ItertoolsChainKind "itertools.chain" kind objects::no_instances;
    ItertoolsCombinationsKind "itertools.combinations" kind objects::no_instances;
    ItertoolsCombinationsWithReplacementKind "itertools.combinations_with_replacement" kind objects::no_instances;
    ItertoolsCompressKind "itertools.compress" kind objects::no_instances;
    ItertoolsCountKind "itertools.count" kind objects::no_instances;
    ItertoolsCycleKind "itertools.cycle" kind objects::no_instances;
    ItertoolsDropwhileKind "itertools.dropwhile" kind objects::no_instances;
    ItertoolsFilterfalseKind "itertools.filterfalse" kind objects::no_instances;
    ItertoolsIsliceKind "itertools.islice" kind objects::no_instances;
    ItertoolsPairwiseKind "itertools.pairwise" kind objects::no_instances;
    ItertoolsPermutationsKind "itertools.permutations" kind objects::no_instances;
    ItertoolsProductKind "itertools.product" kind objects::no_instances;
    ItertoolsStarmapKind "itertools.starmap" kind objects::no_instances;
    ItertoolsTakewhileKind "itertools.takewhile" kind objects::no_instances;
    ItertoolsZipLongestKind "itertools.zip_longest" kind objects::no_instances;
    CompiledText "compiled_text" hidden objects::library_only;
    NewModule "new_module" hidden objects::library_only;
    AdoptNamespace "adopt_namespace" hidden objects::library_only;
    MemberNames "member_names" hidden objects::library_only;
    AsciiText "ascii_text" hidden convert::ascii_text;
    IdentityHash "identity_hash" hidden objects::identity_hash;
    FrozenOf "frozen_of" hidden set_methods::frozen_of;
    MakeClass "make_class" hidden for_library::make_class;
    OpenRepr "open_repr" hidden for_library::open_repr;
    CloseRepr "close_repr" hidden for_library::close_repr;
    AllPlain "all_plain" hidden for_library::all_plain;
    ClassFacts "class_facts" hidden for_library::class_facts;
    IsSubclass "is_subclass" hidden for_library::is_subclass;
    IsOfClass "is_of_class" hidden for_library::is_of_class;
    AbstractNames "abstract_names" hidden for_library::abstract_names;
    TypeNew "type_new" hidden objects::library_only;
    ClassValues "class_values" hidden for_library::class_values;
    InheritedHook "inherited_hook" hidden for_library::inherited_hook;
    Special "special" hidden for_library::special;
    FrameTypes "frame_types" hidden for_library::frame_types;
    SlotMember "slot_member" hidden objects::library_only;
    ClassProperty "class_property" hidden objects::library_only;
    ClassNamespace "class_namespace" hidden objects::library_only;
    ClassNames "class_names" hidden for_library::class_names;
    NoneHook "none_hook" hidden for_library::none_hook;
    MakeDeque "make_deque" hidden deque::new;
    IsInstance "is_instance" hidden for_library::is_instance;
    OwnerOf "owner_of" hidden for_library::owner_of;
    BareInstance "bare_instance" hidden for_library::bare_instance;
    WantsPython "wants_python" hidden for_library::wants_python;
    TypeName "type_name" hidden for_library::type_name_of;
    NoteCompiled "note_compiled" hidden for_library::note_compiled;
    SortNatively "sort_natively" hidden for_library::sort_natively;
    OperatorNames "operator_names" hidden for_library::operator_names;
    Unsupported "unsupported" hidden for_library::unsupported;
    CompareNatively "compare_natively" hidden for_library::compare_natively;
    NotSubscriptable "not_subscriptable" hidden for_library::not_subscriptable;
    Candidates "candidates" hidden for_library::candidates;
    TableValue "table_value" hidden for_library::table_value;
    NextPermutation "next_permutation" hidden combinatorics::next_permutation;
    NextCombination "next_combination" hidden combinatorics::next_combination;
    NextProduct "next_product" hidden combinatorics::next_product;
    CountNatively "count_natively" hidden for_library::count_natively;
    TablePut "table_put" hidden for_library::table_put;
    TableRemove "table_remove" hidden for_library::table_remove;
    ComputedAttribute "computed_attribute" hidden for_library::computed_attribute;
    ObjectNew "object_new" hidden objects::library_only;
    PercentNatively "percent_natively" hidden for_library::percent;
    HasDefaultNew "has_default_new" hidden objects::has_default_new;
    NewInstance "new_instance" hidden objects::new_instance;
    TypeBelow "builtin_base" hidden objects::builtin_base;
    GenericAlias "generic_alias" hidden generic::new;
    BaseOf "base_of" hidden objects::base_of;
    FrameSend "frame_send" hidden objects::library_only;
    FrameThrow "frame_throw" hidden objects::library_only;
    AsAwaitable "as_awaitable" hidden for_await::as_awaitable;
    AsThrown "as_thrown" hidden for_await::as_thrown;
    EndUnawaited "end_unawaited" hidden for_await::end_unawaited;
    AsCoroutine "as_coroutine" hidden for_await::as_coroutine;
    IsAwaitable "is_awaitable" hidden for_await::is_awaitable;
    IsIterator "is_iterator" hidden for_await::is_iterator;
    SetAsked "set_asked" hidden for_await::set_asked;
    LoopHook "loop_hook" hidden for_await::loop_hook;
    Marked "marked" hidden for_await::marked;
    Unmarked "unmarked" hidden for_await::unmarked;
    TimeSleep "sleep" member outside::sleep;
    TimePerfCounter "perf_counter" member outside::clock;
    TimeMonotonic "monotonic" member outside::clock;
    GilsimCpu "cpu" member outside::cpu;
    GilsimHeld "held" member outside::held;
    GilsimIo "io" member outside::io;
    GilsimNative "native" member outside::native;
}

#[cfg(test)]
mod tests {
    use super::Builtin;
    use crate::bytecode::BUILTINS;
    use crate::vm::exception::ExceptionKind;

    #[test]
    fn the_compiler_and_the_machine_know_the_same_names() {
        let exceptions = ExceptionKind::NAMES.iter().copied().chain(["Ellipsis", "NotImplemented"]);
        let mut names: Vec<&str> = Builtin::names().chain(exceptions).collect();
        names.sort_unstable();
        assert_eq!(names, BUILTINS);
    }
}
