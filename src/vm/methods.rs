//! The methods of built-in types, by name.

use super::arguments::Arguments;
use super::call::Outcome;
use super::error::Result;
use super::heap::Heap;
use super::natives::twister;
use super::value::Value;
use super::{bytearray_methods, bytes_methods, deque, number_methods};
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
    DequeAppend "collections.deque" "append" deque::append;
    DequeAppendleft "collections.deque" "appendleft" deque::appendleft;
    DequeClear "collections.deque" "clear" deque::clear;
    DequeCopy "collections.deque" "copy" deque::copy;
    DequeCount "collections.deque" "count" deque::count;
    DequeExtend "collections.deque" "extend" deque::extend;
    DequeExtendleft "collections.deque" "extendleft" deque::extendleft;
    DequeIndex "collections.deque" "index" deque::index_of;
    DequeInsert "collections.deque" "insert" deque::insert;
    DequePop "collections.deque" "pop" deque::pop;
    DequePopleft "collections.deque" "popleft" deque::popleft;
    DequeRemove "collections.deque" "remove" deque::remove;
    DequeReverse "collections.deque" "reverse" deque::reverse;
    DequeRotate "collections.deque" "rotate" deque::rotate;
    TwisterRandom "_random.Random" "random" twister::random;
    TwisterGetrandbits "_random.Random" "getrandbits" twister::getrandbits;
    TwisterBelow "_random.Random" "_below" twister::below;
    TwisterSeed "_random.Random" "seed" twister::seed;
    TwisterGetstate "_random.Random" "getstate" twister::getstate;
    TwisterSetstate "_random.Random" "setstate" twister::setstate;
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
    BytesDecode "bytes" "decode" bytes_methods::decode;
    BytearrayDecode "bytearray" "decode" bytes_methods::decode;
    BytesHex "bytes" "hex" bytes_methods::hex;
    BytearrayHex "bytearray" "hex" bytes_methods::hex;
    BytesFind "bytes" "find" bytes_methods::find;
    BytearrayFind "bytearray" "find" bytes_methods::find;
    BytesRfind "bytes" "rfind" bytes_methods::rfind;
    BytearrayRfind "bytearray" "rfind" bytes_methods::rfind;
    BytesIndex "bytes" "index" bytes_methods::index_of;
    BytearrayIndex "bytearray" "index" bytes_methods::index_of;
    BytesRindex "bytes" "rindex" bytes_methods::rindex;
    BytearrayRindex "bytearray" "rindex" bytes_methods::rindex;
    BytesCount "bytes" "count" bytes_methods::count;
    BytearrayCount "bytearray" "count" bytes_methods::count;
    BytesStartswith "bytes" "startswith" bytes_methods::startswith;
    BytearrayStartswith "bytearray" "startswith" bytes_methods::startswith;
    BytesEndswith "bytes" "endswith" bytes_methods::endswith;
    BytearrayEndswith "bytearray" "endswith" bytes_methods::endswith;
    BytesSplit "bytes" "split" bytes_methods::split;
    BytearraySplit "bytearray" "split" bytes_methods::split;
    BytesJoin "bytes" "join" bytes_methods::join;
    BytearrayJoin "bytearray" "join" bytes_methods::join;
    BytesReplace "bytes" "replace" bytes_methods::replace;
    BytearrayReplace "bytearray" "replace" bytes_methods::replace;
    BytesStrip "bytes" "strip" bytes_methods::strip;
    BytearrayStrip "bytearray" "strip" bytes_methods::strip;
    BytesLstrip "bytes" "lstrip" bytes_methods::lstrip;
    BytearrayLstrip "bytearray" "lstrip" bytes_methods::lstrip;
    BytesRstrip "bytes" "rstrip" bytes_methods::rstrip;
    BytearrayRstrip "bytearray" "rstrip" bytes_methods::rstrip;
    BytesPartition "bytes" "partition" bytes_methods::partition;
    BytearrayPartition "bytearray" "partition" bytes_methods::partition;
    BytesRpartition "bytes" "rpartition" bytes_methods::rpartition;
    BytearrayRpartition "bytearray" "rpartition" bytes_methods::rpartition;
    BytesSplitlines "bytes" "splitlines" bytes_methods::splitlines;
    BytearraySplitlines "bytearray" "splitlines" bytes_methods::splitlines;
    BytesUpper "bytes" "upper" bytes_methods::upper;
    BytearrayUpper "bytearray" "upper" bytes_methods::upper;
    BytesLower "bytes" "lower" bytes_methods::lower;
    BytearrayLower "bytearray" "lower" bytes_methods::lower;
    BytesIsdigit "bytes" "isdigit" bytes_methods::isdigit;
    BytearrayIsdigit "bytearray" "isdigit" bytes_methods::isdigit;
    BytesIsalpha "bytes" "isalpha" bytes_methods::isalpha;
    BytearrayIsalpha "bytearray" "isalpha" bytes_methods::isalpha;
    BytesIsalnum "bytes" "isalnum" bytes_methods::isalnum;
    BytearrayIsalnum "bytearray" "isalnum" bytes_methods::isalnum;
    BytesIsspace "bytes" "isspace" bytes_methods::isspace;
    BytearrayIsspace "bytearray" "isspace" bytes_methods::isspace;
    BytearrayAppend "bytearray" "append" bytearray_methods::append;
    BytearrayExtend "bytearray" "extend" bytearray_methods::extend;
    BytearrayInsert "bytearray" "insert" bytearray_methods::insert;
    BytearrayPop "bytearray" "pop" bytearray_methods::pop;
    BytearrayRemove "bytearray" "remove" bytearray_methods::remove;
    BytearrayReverse "bytearray" "reverse" bytearray_methods::reverse;
    BytearrayClear "bytearray" "clear" bytearray_methods::clear;
    BytearrayCopy "bytearray" "copy" bytearray_methods::copy;
    BytesFromhex "type bytes" "fromhex" bytes_methods::fromhex;
    BytearrayFromhex "type bytearray" "fromhex" bytes_methods::fromhex;
    IntBitLength "int" "bit_length" number_methods::bit_length;
    IntBitCount "int" "bit_count" number_methods::bit_count;
    IntConjugate "int" "conjugate" number_methods::itself;
    IntRatio "int" "as_integer_ratio" number_methods::int_ratio;
    IntToBytes "int" "to_bytes" number_methods::to_bytes;
    IntFromBytes "type int" "from_bytes" number_methods::from_bytes;
    FloatIsInteger "float" "is_integer" number_methods::is_integer;
    FloatRatio "float" "as_integer_ratio" number_methods::float_ratio;
    FloatHex "float" "hex" number_methods::float_hex;
    FloatConjugate "float" "conjugate" number_methods::itself;
    StrEncode "str" "encode" super::text_methods::encode;
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
