//! The methods of built-in types, by name.

use super::arguments::Arguments;
use super::error::Result;
use super::heap::Heap;
use super::value::Value;
use super::{list_methods, str_methods};

macro_rules! methods {
    ($($variant:ident $class:literal $name:literal $call:path;)+) => {
        /// A method of a built-in type.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u64)]
        pub enum Method { $($variant),+ }

        impl Method {
            pub fn of_type(class: &str, name: &str) -> Option<Method> {
                match (class, name) {
                    $(($class, $name) => Some(Method::$variant),)+
                    _ => None,
                }
            }

            /// The type that has it.
            pub fn of(self) -> &'static str {
                match self { $(Method::$variant => $class),+ }
            }

            pub fn name(self) -> &'static str {
                match self { $(Method::$variant => $name),+ }
            }
        }

        /// Calls the method on a receiver of its type. Borrows receiver and arguments.
        pub fn call(heap: &mut Heap, method: Method, receiver: Value, arguments: Arguments) -> Result<Value> {
            match method { $(Method::$variant => $call(heap, receiver, arguments)),+ }
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
