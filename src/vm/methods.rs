//! The methods of built-in types, by name.

use super::arguments::Arguments;
use super::call::Outcome;
use super::error::Result;
use super::heap::Heap;
use super::value::Value;
use super::{dict_methods, list_methods, objects, set_methods, str_methods, sync, text_methods};

macro_rules! methods {
    ($($variant:ident $class:literal $name:literal $call:path;)+) => {
        /// A method of a built-in type.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u64)]
        pub enum Method { $($variant),+ }

        impl Method {
            pub const ALL: &[Method] = &[$(Method::$variant),+];

            /// The type that has it.
            pub fn of(self) -> &'static str {
                match self { $(Method::$variant => $class),+ }
            }

            pub fn name(self) -> &'static str {
                match self { $(Method::$variant => $name),+ }
            }
        }

        /// Calls the method on a receiver of its type. Borrows receiver and arguments.
        pub fn call(heap: &mut Heap, method: Method, receiver: Value, arguments: Arguments) -> Result<Outcome> {
            match method { $(Method::$variant => $call(heap, receiver, arguments).map(Outcome::from)),+ }
        }
    };
}

methods! {
    ListAppend "list" "append" list_methods::append;
    ListClear "list" "clear" list_methods::clear;
    ListCopy "list" "copy" list_methods::copy;
    ListCount "list" "count" list_methods::count;
    ListExtend "list" "extend" list_methods::extend;
    ListIndex "list" "index" list_methods::index_of;
    ListInsert "list" "insert" list_methods::insert;
    ListPop "list" "pop" list_methods::pop;
    ListRemove "list" "remove" list_methods::remove;
    ListReverse "list" "reverse" list_methods::reverse;
    ListSort "list" "sort" list_methods::sort;
    TupleCount "tuple" "count" list_methods::count;
    TupleIndex "tuple" "index" list_methods::index_of;
    DictClear "dict" "clear" dict_methods::clear;
    DictCopy "dict" "copy" dict_methods::copy;
    DictGet "dict" "get" dict_methods::get;
    DictItems "dict" "items" dict_methods::items;
    DictKeys "dict" "keys" dict_methods::keys;
    DictPop "dict" "pop" dict_methods::pop;
    DictPopitem "dict" "popitem" dict_methods::popitem;
    DictSetdefault "dict" "setdefault" dict_methods::setdefault;
    DictUpdate "dict" "update" dict_methods::update;
    DictValues "dict" "values" dict_methods::values;
    SetAdd "set" "add" set_methods::add;
    SetClear "set" "clear" dict_methods::clear;
    SetCopy "set" "copy" set_methods::copy;
    SetDifference "set" "difference" set_methods::difference;
    SetDiscard "set" "discard" set_methods::discard;
    SetIntersection "set" "intersection" set_methods::intersection;
    SetIsdisjoint "set" "isdisjoint" set_methods::isdisjoint;
    SetIssubset "set" "issubset" set_methods::issubset;
    SetIssuperset "set" "issuperset" set_methods::issuperset;
    SetPop "set" "pop" set_methods::pop;
    SetRemove "set" "remove" set_methods::remove;
    SetSymmetric "set" "symmetric_difference" set_methods::symmetric_difference;
    SetUnion "set" "union" set_methods::union;
    SetUpdate "set" "update" set_methods::update;
    FrozensetUnion "frozenset" "union" set_methods::union;
    FrozensetIntersection "frozenset" "intersection" set_methods::intersection;
    FrozensetDifference "frozenset" "difference" set_methods::difference;
    GeneratorNext "generator" "__next__" objects::not_here;
    GeneratorSend "generator" "send" objects::not_here;
    GeneratorThrow "generator" "throw" objects::not_here;
    GeneratorClose "generator" "close" objects::not_here;
    CoroutineSend "coroutine" "send" objects::not_here;
    CoroutineThrow "coroutine" "throw" objects::not_here;
    CoroutineClose "coroutine" "close" objects::not_here;
    CoroutineAwait "coroutine" "__await__" objects::not_here;
    AsyncGeneratorIter "async_generator" "__aiter__" objects::not_here;
    AsyncGeneratorNext "async_generator" "__anext__" objects::not_here;
    AsyncGeneratorSend "async_generator" "asend" objects::not_here;
    AsyncGeneratorThrow "async_generator" "athrow" objects::not_here;
    AsyncGeneratorClose "async_generator" "aclose" objects::not_here;
    AskedAwait "async_generator_asend" "__await__" objects::not_here;
    AskedSend "async_generator_asend" "send" objects::not_here;
    AskedThrow "async_generator_asend" "throw" objects::not_here;
    AskedClose "async_generator_asend" "close" objects::not_here;
    PropertySetter "property" "setter" objects::property_setter;
    PropertyDeleter "property" "deleter" objects::property_deleter;
    PropertyGetter "property" "getter" objects::property_getter;
    ObjectInit "object" "__init__" objects::object_init;
    ObjectRepr "object" "__repr__" objects::object_repr;
    ObjectStr "object" "__str__" objects::object_repr;
    ObjectSetattr "object" "__setattr__" objects::object_setattr;
    ExceptionInit "BaseException" "__init__" objects::exception_init;
    ExceptionStr "BaseException" "__str__" objects::exception_str;
    ExceptionRepr "BaseException" "__repr__" objects::exception_repr;
    ExceptionWithTraceback "BaseException" "with_traceback" objects::with_traceback;
    LockAcquire "_thread.lock" "acquire" sync::acquire;
    LockRelease "_thread.lock" "release" sync::release;
    LockLocked "_thread.lock" "locked" sync::is_locked;
    LockEnter "_thread.lock" "__enter__" sync::enter;
    LockExit "_thread.lock" "__exit__" sync::exit;
    RlockAcquire "_thread.RLock" "acquire" sync::acquire;
    RlockRelease "_thread.RLock" "release" sync::release;
    RlockEnter "_thread.RLock" "__enter__" sync::enter;
    RlockExit "_thread.RLock" "__exit__" sync::exit;
    RlockIsOwned "_thread.RLock" "_is_owned" sync::is_owned;
    RlockDepth "_thread.RLock" "_depth" sync::release_save;
    StrCapitalize "str" "capitalize" text_methods::capitalize;
    StrCenter "str" "center" text_methods::center;
    StrCount "str" "count" text_methods::count;
    StrFormat "str" "format" super::format::str_format;
    StrIndex "str" "index" text_methods::index_of;
    StrIsalnum "str" "isalnum" text_methods::isalnum;
    StrIsalpha "str" "isalpha" text_methods::isalpha;
    StrIslower "str" "islower" text_methods::islower;
    StrIsspace "str" "isspace" text_methods::isspace;
    StrIsupper "str" "isupper" text_methods::isupper;
    StrLjust "str" "ljust" text_methods::ljust;
    StrLstrip "str" "lstrip" text_methods::lstrip;
    StrPartition "str" "partition" text_methods::partition;
    StrRfind "str" "rfind" text_methods::rfind;
    StrRjust "str" "rjust" text_methods::rjust;
    StrRpartition "str" "rpartition" text_methods::rpartition;
    StrRstrip "str" "rstrip" text_methods::rstrip;
    StrSplitlines "str" "splitlines" text_methods::splitlines;
    StrSwapcase "str" "swapcase" text_methods::swapcase;
    StrTitle "str" "title" text_methods::title;
    StrZfill "str" "zfill" text_methods::zfill;
    StrEndswith "str" "endswith" str_methods::endswith;
    StrFind "str" "find" str_methods::find;
    StrIsdigit "str" "isdigit" str_methods::isdigit;
    StrJoin "str" "join" str_methods::join;
    StrLower "str" "lower" str_methods::lower;
    StrReplace "str" "replace" str_methods::replace;
    StrSplit "str" "split" str_methods::split;
    StrStartswith "str" "startswith" str_methods::startswith;
    StrStrip "str" "strip" str_methods::strip;
    StrUpper "str" "upper" str_methods::upper;
}
