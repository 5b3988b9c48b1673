//! How messages name the types that CPython has in C, in modules other than `builtins`: with the module. Classes that are
//! Python there have their own name alone.

use super::class;
use super::heap::Heap;
use super::value::Value;

/// Such types: the module that the class says it is of, its name, and what messages call it.
const TOLD: &[(&str, &str, &str)] = &[
    ("_asyncio", "Future", "_asyncio.Future"),
    ("_asyncio", "Task", "_asyncio.Task"),
    ("_contextvars", "Context", "_contextvars.Context"),
    ("_contextvars", "ContextVar", "_contextvars.ContextVar"),
    ("_contextvars", "Token", "_contextvars.Token"),
    ("_csv", "reader", "_csv.reader"),
    ("_csv", "writer", "_csv.writer"),
    ("_hashlib", "HASH", "_hashlib.HASH"),
    ("_hashlib", "HMAC", "_hashlib.HMAC"),
    ("_io", "BufferedReader", "_io.BufferedReader"),
    ("_io", "BufferedWriter", "_io.BufferedWriter"),
    ("_io", "BytesIO", "_io.BytesIO"),
    ("_io", "StringIO", "_io.StringIO"),
    ("_io", "TextIOWrapper", "_io.TextIOWrapper"),
    ("_struct", "Struct", "_struct.Struct"),
    ("_thread", "_local", "_thread._local"),
    ("array", "array", "array.array"),
    ("collections", "OrderedDict", "collections.OrderedDict"),
    ("collections", "defaultdict", "collections.defaultdict"),
    ("datetime", "date", "datetime.date"),
    ("datetime", "datetime", "datetime.datetime"),
    ("datetime", "time", "datetime.time"),
    ("datetime", "timedelta", "datetime.timedelta"),
    ("datetime", "timezone", "datetime.timezone"),
    ("datetime", "tzinfo", "datetime.tzinfo"),
    ("decimal", "Context", "decimal.Context"),
    ("decimal", "Decimal", "decimal.Decimal"),
    ("functools", "partial", "functools.partial"),
    ("operator", "attrgetter", "operator.attrgetter"),
    ("operator", "itemgetter", "operator.itemgetter"),
    ("operator", "methodcaller", "operator.methodcaller"),
    ("re", "Match", "re.Match"),
    ("re", "Pattern", "re.Pattern"),
    ("struct", "Struct", "_struct.Struct"),
    ("time", "struct_time", "time.struct_time"),
    ("types", "MappingProxyType", "mappingproxy"),
    ("types", "SimpleNamespace", "types.SimpleNamespace"),
];

/// What messages call the class.
pub fn name_of(heap: &Heap, class: Value) -> &str {
    let name = class::name_of(heap, class);
    if heap.as_class(class).is_none() || !TOLD.iter().any(|(_, known, _)| *known == name) {
        return name;
    }
    let module = class::module_of(heap, class).unwrap_or_default();
    TOLD.iter().find(|row| row.0 == module && row.1 == name).map_or(name, |row| row.2)
}
