//! The standard modules that are written in Python: their text is compiled when it is first wanted.
//!
//! A module that is native code in CPython has no checkpoints; one that is Python there has them where Python has. What
//! is native here too stands in `bytecode::MODULES`. A module that stands there and here is native first: its text is
//! compiled and run when a member is wanted that is not native.

use super::compile::Origin;
use super::mistakes::Mistakes;
use super::tree::{Expr, ExprKind, Stmt, StmtKind};
use super::{check, outline};
use crate::bytecode::{Code, Const, MODULES};
use crate::source::{Diagnostic, Source, SourceFile};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// Name, kind, text.
pub const TABLE: &[(&str, Origin, &str)] = &[
    ("__future__", Origin::Python, include_str!("modules/__future__.py")),
    ("_argparse_actions", Origin::Python, include_str!("modules/_argparse_actions.py")),
    ("_argparse_help", Origin::Python, include_str!("modules/_argparse_help.py")),
    ("_argparse_parse", Origin::Python, include_str!("modules/_argparse_parse.py")),
    ("_asyncio", Origin::Native, include_str!("modules/_asyncio.py")),
    ("_bytes_like", Origin::Native, include_str!("modules/_bytes_like.py")),
    ("_calendar_text", Origin::Native, include_str!("modules/_calendar_text.py")),
    ("_codecs", Origin::Native, include_str!("modules/_codecs.py")),
    ("_collections_mappings", Origin::Python, include_str!("modules/_collections_mappings.py")),
    ("_collections_native", Origin::Native, include_str!("modules/_collections_native.py")),
    ("_collections_sequences", Origin::Python, include_str!("modules/_collections_sequences.py")),
    ("_contextlib_async", Origin::Python, include_str!("modules/_contextlib_async.py")),
    ("_contextlib_exits", Origin::Python, include_str!("modules/_contextlib_exits.py")),
    ("_compiled", Origin::Python, include_str!("modules/_compiled.py")),
    ("_csv", Origin::Native, include_str!("modules/_csv.py")),
    ("_csv_sniffer", Origin::Python, include_str!("modules/_csv_sniffer.py")),
    ("_ctypes_values", Origin::Native, include_str!("modules/_ctypes_values.py")),
    ("_contextvars", Origin::Native, include_str!("modules/_contextvars.py")),
    ("_dataclass_fields", Origin::Python, include_str!("modules/_dataclass_fields.py")),
    ("_dataclass_methods", Origin::Python, include_str!("modules/_dataclass_methods.py")),
    ("_datetime_date", Origin::Native, include_str!("modules/_datetime_date.py")),
    ("_datetime_delta", Origin::Native, include_str!("modules/_datetime_delta.py")),
    ("_datetime_text", Origin::Native, include_str!("modules/_datetime_text.py")),
    ("_datetime_time", Origin::Native, include_str!("modules/_datetime_time.py")),
    ("_datetime_zone", Origin::Native, include_str!("modules/_datetime_zone.py")),
    ("_decimal_contexts", Origin::Native, include_str!("modules/_decimal_contexts.py")),
    ("_decimal_functions", Origin::Native, include_str!("modules/_decimal_functions.py")),
    ("_descriptors", Origin::Native, include_str!("modules/_descriptors.py")),
    ("_difflib_lines", Origin::Python, include_str!("modules/_difflib_lines.py")),
    ("_doctest_found", Origin::Python, include_str!("modules/_doctest_found.py")),
    ("_enum_body", Origin::Python, include_str!("modules/_enum_body.py")),
    ("_enum_flag", Origin::Python, include_str!("modules/_enum_flag.py")),
    ("_errno_texts", Origin::Python, include_str!("modules/_errno_texts.py")),
    ("_file_table", Origin::Native, include_str!("modules/_file_table.py")),
    ("_file_status", Origin::Native, include_str!("modules/_file_status.py")),
    ("_files", Origin::Native, include_str!("modules/_files.py")),
    ("_files_both", Origin::Native, include_str!("modules/_files_both.py")),
    ("_functools_dispatch", Origin::Python, include_str!("modules/_functools_dispatch.py")),
    ("_functools_methods", Origin::Python, include_str!("modules/_functools_methods.py")),
    ("_fork", Origin::Native, include_str!("modules/_fork.py")),
    ("_frame", Origin::Native, include_str!("modules/_frame.py")),
    ("_groups", Origin::Native, include_str!("modules/_groups.py")),
    ("_heapq", Origin::Native, include_str!("modules/_heapq.py")),
    ("_http", Origin::Python, include_str!("modules/_http.py")),
    ("_http_message", Origin::Python, include_str!("modules/_http_message.py")),
    ("_importer", Origin::Native, include_str!("modules/_importer.py")),
    ("_inspect_signature", Origin::Python, include_str!("modules/_inspect_signature.py")),
    ("_inspect_source", Origin::Python, include_str!("modules/_inspect_source.py")),
    ("_json_hooks", Origin::Native, include_str!("modules/_json_hooks.py")),
    ("_lines", Origin::Native, include_str!("modules/_lines.py")),
    ("_logging_adapter", Origin::Python, include_str!("modules/_logging_adapter.py")),
    ("_logging_format", Origin::Python, include_str!("modules/_logging_format.py")),
    ("_logging_handlers", Origin::Python, include_str!("modules/_logging_handlers.py")),
    ("_logging_record", Origin::Python, include_str!("modules/_logging_record.py")),
    ("_memoryview", Origin::Native, include_str!("modules/_memoryview.py")),
    ("_model_asyncio", Origin::Python, include_str!("modules/_model_asyncio.py")),
    ("_model_hybrid", Origin::Python, include_str!("modules/_model_hybrid.py")),
    ("_model_process", Origin::Python, include_str!("modules/_model_process.py")),
    ("_model_thread_pool", Origin::Python, include_str!("modules/_model_thread_pool.py")),
    ("_multiprocessing", Origin::Native, include_str!("modules/_multiprocessing.py")),
    ("_named", Origin::Native, include_str!("modules/_named.py")),
    ("_namespaces", Origin::Native, include_str!("modules/_namespaces.py")),
    ("_number_files", Origin::Native, include_str!("modules/_number_files.py")),
    ("_os_path", Origin::Python, include_str!("modules/_os_path.py")),
    ("_queue", Origin::Native, include_str!("modules/_queue.py")),
    ("_re_match", Origin::Native, include_str!("modules/_re_match.py")),
    ("_re_template", Origin::Native, include_str!("modules/_re_template.py")),
    ("_sorting", Origin::Native, include_str!("modules/_sorting.py")),
    ("_statistics_exact", Origin::Python, include_str!("modules/_statistics_exact.py")),
    ("_shared_view", Origin::Native, include_str!("modules/_shared_view.py")),
    ("_sizes", Origin::Native, include_str!("modules/_sizes.py")),
    ("_socket_constants", Origin::Native, include_str!("modules/_socket_constants.py")),
    ("_socket_files", Origin::Native, include_str!("modules/_socket_files.py")),
    ("_socket_names", Origin::Native, include_str!("modules/_socket_names.py")),
    ("_socket_paths", Origin::Native, include_str!("modules/_socket_paths.py")),
    ("_streams", Origin::Native, include_str!("modules/_streams.py")),
    ("_strptime", Origin::Python, include_str!("modules/_strptime.py")),
    ("_text_streams", Origin::Native, include_str!("modules/_text_streams.py")),
    ("_texts", Origin::Native, include_str!("modules/_texts.py")),
    ("_thread", Origin::Native, include_str!("modules/_thread.py")),
    ("_thread_local", Origin::Native, include_str!("modules/_thread_local.py")),
    ("_tomllib_values", Origin::Python, include_str!("modules/_tomllib_values.py")),
    ("_unittest_case", Origin::Python, include_str!("modules/_unittest_case.py")),
    ("_unittest_differences", Origin::Python, include_str!("modules/_unittest_differences.py")),
    ("_unittest_fixtures", Origin::Python, include_str!("modules/_unittest_fixtures.py")),
    ("_unraisable", Origin::Native, include_str!("modules/_unraisable.py")),
    ("_upon", Origin::Native, include_str!("modules/_upon.py")),
    ("abc", Origin::Python, include_str!("modules/abc.py")),
    ("aiohttp", Origin::Python, include_str!("modules/aiohttp.py")),
    ("aiohttp.client_exceptions", Origin::Python, include_str!("modules/aiohttp.client_exceptions.py")),
    ("aiohttp.http_exceptions", Origin::Python, include_str!("modules/aiohttp.http_exceptions.py")),
    ("argparse", Origin::Python, include_str!("modules/argparse.py")),
    ("array", Origin::Native, include_str!("modules/array.py")),
    ("ast", Origin::Python, include_str!("modules/ast.py")),
    ("asyncio", Origin::Python, include_str!("modules/asyncio.py")),
    ("asyncio._contexts", Origin::Native, include_str!("modules/asyncio._contexts.py")),
    ("asyncio._debug", Origin::Python, include_str!("modules/asyncio._debug.py")),
    ("asyncio.base_events", Origin::Python, include_str!("modules/asyncio.base_events.py")),
    ("asyncio.base_tasks", Origin::Python, include_str!("modules/asyncio.base_tasks.py")),
    ("asyncio.coroutines", Origin::Python, include_str!("modules/asyncio.coroutines.py")),
    ("asyncio.events", Origin::Python, include_str!("modules/asyncio.events.py")),
    ("asyncio.exceptions", Origin::Python, include_str!("modules/asyncio.exceptions.py")),
    ("asyncio.futures", Origin::Python, include_str!("modules/asyncio.futures.py")),
    ("asyncio.locks", Origin::Python, include_str!("modules/asyncio.locks.py")),
    ("asyncio.log", Origin::Python, include_str!("modules/asyncio.log.py")),
    ("asyncio.protocols", Origin::Python, include_str!("modules/asyncio.protocols.py")),
    ("asyncio.queues", Origin::Python, include_str!("modules/asyncio.queues.py")),
    ("asyncio.runners", Origin::Python, include_str!("modules/asyncio.runners.py")),
    ("asyncio.selector_events", Origin::Python, include_str!("modules/asyncio.selector_events.py")),
    ("asyncio.streams", Origin::Python, include_str!("modules/asyncio.streams.py")),
    ("asyncio.taskgroups", Origin::Python, include_str!("modules/asyncio.taskgroups.py")),
    ("asyncio.tasks", Origin::Python, include_str!("modules/asyncio.tasks.py")),
    ("asyncio.threads", Origin::Python, include_str!("modules/asyncio.threads.py")),
    ("asyncio.timeouts", Origin::Python, include_str!("modules/asyncio.timeouts.py")),
    ("asyncio.trsock", Origin::Python, include_str!("modules/asyncio.trsock.py")),
    ("asyncio.unix_events", Origin::Python, include_str!("modules/asyncio.unix_events.py")),
    ("asyncio.transports", Origin::Python, include_str!("modules/asyncio.transports.py")),
    ("atexit", Origin::Python, include_str!("modules/atexit.py")),
    ("base64", Origin::Python, include_str!("modules/base64.py")),
    ("binascii", Origin::Native, include_str!("modules/binascii.py")),
    ("bisect", Origin::Native, include_str!("modules/bisect.py")),
    ("builtins", Origin::Native, include_str!("modules/builtins.py")),
    ("calendar", Origin::Python, include_str!("modules/calendar.py")),
    ("cmath", Origin::Native, include_str!("modules/cmath.py")),
    ("cmd", Origin::Python, include_str!("modules/cmd.py")),
    ("codecs", Origin::Python, include_str!("modules/codecs.py")),
    ("collections", Origin::Python, include_str!("modules/collections.py")),
    ("collections._more", Origin::Python, include_str!("modules/collections._more.py")),
    ("collections.abc", Origin::Python, include_str!("modules/collections.abc.py")),
    ("colorsys", Origin::Python, include_str!("modules/colorsys.py")),
    ("concurrent", Origin::Python, include_str!("modules/concurrent.py")),
    ("concurrent.futures", Origin::Python, include_str!("modules/concurrent.futures.py")),
    ("concurrent.futures._base", Origin::Python, include_str!("modules/concurrent.futures._base.py")),
    ("concurrent.futures._more", Origin::Python, include_str!("modules/concurrent.futures._more.py")),
    ("concurrent.futures.interpreter", Origin::Python, include_str!("modules/concurrent.futures.interpreter.py")),
    ("concurrent.futures.process", Origin::Python, include_str!("modules/concurrent.futures.process.py")),
    ("concurrent.futures.thread", Origin::Python, include_str!("modules/concurrent.futures.thread.py")),
    ("configparser", Origin::Python, include_str!("modules/configparser.py")),
    ("contextlib", Origin::Python, include_str!("modules/contextlib.py")),
    ("contextlib._more", Origin::Python, include_str!("modules/contextlib._more.py")),
    ("contextvars", Origin::Native, include_str!("modules/contextvars.py")),
    ("copy", Origin::Python, include_str!("modules/copy.py")),
    ("copyreg", Origin::Native, include_str!("modules/copyreg.py")),
    ("csv", Origin::Python, include_str!("modules/csv.py")),
    ("ctypes", Origin::Native, include_str!("modules/ctypes.py")),
    ("decimal", Origin::Native, include_str!("modules/decimal.py")),
    ("dataclasses", Origin::Python, include_str!("modules/dataclasses.py")),
    ("datetime", Origin::Native, include_str!("modules/datetime.py")),
    ("difflib", Origin::Python, include_str!("modules/difflib.py")),
    ("difflib._more", Origin::Python, include_str!("modules/difflib._more.py")),
    ("dis", Origin::Python, include_str!("modules/dis.py")),
    ("doctest", Origin::Python, include_str!("modules/doctest.py")),
    ("enum", Origin::Python, include_str!("modules/enum.py")),
    ("errno", Origin::Native, include_str!("modules/errno.py")),
    ("faulthandler", Origin::Native, include_str!("modules/faulthandler.py")),
    ("fcntl", Origin::Native, include_str!("modules/fcntl.py")),
    ("fnmatch", Origin::Python, include_str!("modules/fnmatch.py")),
    ("fractions", Origin::Python, include_str!("modules/fractions.py")),
    ("functools", Origin::Native, include_str!("modules/functools.py")),
    ("gc", Origin::Native, include_str!("modules/gc.py")),
    ("getopt", Origin::Python, include_str!("modules/getopt.py")),
    ("getpass", Origin::Python, include_str!("modules/getpass.py")),
    ("glob", Origin::Python, include_str!("modules/glob.py")),
    ("gzip", Origin::Python, include_str!("modules/gzip.py")),
    ("graphlib", Origin::Python, include_str!("modules/graphlib.py")),
    ("hashlib", Origin::Native, include_str!("modules/hashlib.py")),
    ("heapq", Origin::Python, include_str!("modules/heapq.py")),
    ("hmac", Origin::Python, include_str!("modules/hmac.py")),
    ("html", Origin::Python, include_str!("modules/html.py")),
    ("html.parser", Origin::Python, include_str!("modules/html.parser.py")),
    ("http", Origin::Python, include_str!("modules/http.py")),
    ("http.client", Origin::Python, include_str!("modules/http.client.py")),
    ("http.cookies", Origin::Python, include_str!("modules/http.cookies.py")),
    ("http.server", Origin::Python, include_str!("modules/http.server.py")),
    ("http.server._more", Origin::Python, include_str!("modules/http.server._more.py")),
    ("importlib", Origin::Python, include_str!("modules/importlib.py")),
    ("importlib.machinery", Origin::Python, include_str!("modules/importlib.machinery.py")),
    ("importlib.util", Origin::Python, include_str!("modules/importlib.util.py")),
    ("inspect", Origin::Python, include_str!("modules/inspect.py")),
    ("io", Origin::Native, include_str!("modules/io.py")),
    ("io._more", Origin::Python, include_str!("modules/io._more.py")),
    ("ipaddress", Origin::Python, include_str!("modules/ipaddress.py")),
    ("itertools", Origin::Native, include_str!("modules/itertools.py")),
    ("json", Origin::Python, include_str!("modules/json.py")),
    ("json.decoder", Origin::Python, include_str!("modules/json.decoder.py")),
    ("json.encoder", Origin::Python, include_str!("modules/json.encoder.py")),
    ("json._more", Origin::Python, include_str!("modules/json._more.py")),
    ("keyword", Origin::Python, include_str!("modules/keyword.py")),
    ("linecache", Origin::Python, include_str!("modules/linecache.py")),
    ("logging", Origin::Python, include_str!("modules/logging.py")),
    ("logging.config", Origin::Python, include_str!("modules/logging.config.py")),
    ("logging.handlers", Origin::Python, include_str!("modules/logging.handlers.py")),
    ("mimetypes", Origin::Python, include_str!("modules/mimetypes.py")),
    ("multiprocessing", Origin::Python, include_str!("modules/multiprocessing.py")),
    ("multiprocessing._servers", Origin::Python, include_str!("modules/multiprocessing._servers.py")),
    ("multiprocessing._sockets", Origin::Python, include_str!("modules/multiprocessing._sockets.py")),
    ("multiprocessing._spawned", Origin::Python, include_str!("modules/multiprocessing._spawned.py")),
    ("multiprocessing.connection", Origin::Python, include_str!("modules/multiprocessing.connection.py")),
    ("multiprocessing.connection._more", Origin::Python, include_str!("modules/multiprocessing.connection._more.py")),
    ("multiprocessing.context", Origin::Python, include_str!("modules/multiprocessing.context.py")),
    ("multiprocessing.dummy", Origin::Python, include_str!("modules/multiprocessing.dummy.py")),
    ("multiprocessing.dummy.connection", Origin::Python, include_str!("modules/multiprocessing.dummy.connection.py")),
    ("multiprocessing.managers", Origin::Python, include_str!("modules/multiprocessing.managers.py")),
    ("multiprocessing.pool", Origin::Python, include_str!("modules/multiprocessing.pool.py")),
    ("multiprocessing.popen", Origin::Python, include_str!("modules/multiprocessing.popen.py")),
    ("multiprocessing.process", Origin::Python, include_str!("modules/multiprocessing.process.py")),
    ("multiprocessing.queues", Origin::Python, include_str!("modules/multiprocessing.queues.py")),
    ("multiprocessing.reduction", Origin::Python, include_str!("modules/multiprocessing.reduction.py")),
    ("multiprocessing.resource_tracker", Origin::Python, include_str!("modules/multiprocessing.resource_tracker.py")),
    ("multiprocessing.shared_memory", Origin::Python, include_str!("modules/multiprocessing.shared_memory.py")),
    ("multiprocessing.sharedctypes", Origin::Python, include_str!("modules/multiprocessing.sharedctypes.py")),
    ("multiprocessing.spawn", Origin::Python, include_str!("modules/multiprocessing.spawn.py")),
    ("multiprocessing.synchronize", Origin::Python, include_str!("modules/multiprocessing.synchronize.py")),
    ("multiprocessing.util", Origin::Python, include_str!("modules/multiprocessing.util.py")),
    ("numbers", Origin::Python, include_str!("modules/numbers.py")),
    ("operator", Origin::Native, include_str!("modules/operator.py")),
    ("os", Origin::Python, include_str!("modules/os.py")),
    ("os._more", Origin::Python, include_str!("modules/os._more.py")),
    ("pathlib", Origin::Python, include_str!("modules/pathlib.py")),
    ("pickle", Origin::Native, include_str!("modules/pickle.py")),
    ("platform", Origin::Python, include_str!("modules/platform.py")),
    ("pprint", Origin::Python, include_str!("modules/pprint.py")),
    ("queue", Origin::Python, include_str!("modules/queue.py")),
    ("random", Origin::Python, include_str!("modules/random.py")),
    ("re", Origin::Python, include_str!("modules/re.py")),
    ("reprlib", Origin::Python, include_str!("modules/reprlib.py")),
    ("requests", Origin::Python, include_str!("modules/requests.py")),
    ("requests.adapters", Origin::Python, include_str!("modules/requests.adapters.py")),
    ("requests.exceptions", Origin::Python, include_str!("modules/requests.exceptions.py")),
    ("resource", Origin::Native, include_str!("modules/resource.py")),
    ("secrets", Origin::Python, include_str!("modules/secrets.py")),
    ("sched", Origin::Python, include_str!("modules/sched.py")),
    ("select", Origin::Native, include_str!("modules/select.py")),
    ("select._more", Origin::Native, include_str!("modules/select._more.py")),
    ("selectors", Origin::Python, include_str!("modules/selectors.py")),
    ("shlex", Origin::Python, include_str!("modules/shlex.py")),
    ("shlex._more", Origin::Python, include_str!("modules/shlex._more.py")),
    ("shutil", Origin::Python, include_str!("modules/shutil.py")),
    ("signal", Origin::Python, include_str!("modules/signal.py")),
    ("signal._more", Origin::Python, include_str!("modules/signal._more.py")),
    ("socket", Origin::Native, include_str!("modules/socket.py")),
    ("socketserver", Origin::Python, include_str!("modules/socketserver.py")),
    ("stat", Origin::Native, include_str!("modules/stat.py")),
    ("statistics", Origin::Python, include_str!("modules/statistics.py")),
    ("string", Origin::Python, include_str!("modules/string.py")),
    ("struct", Origin::Native, include_str!("modules/struct.py")),
    ("sys", Origin::Native, include_str!("modules/sys.py")),
    ("sys._more", Origin::Python, include_str!("modules/sys._more.py")),
    ("tempfile", Origin::Python, include_str!("modules/tempfile.py")),
    ("textwrap", Origin::Python, include_str!("modules/textwrap.py")),
    ("threading", Origin::Python, include_str!("modules/threading.py")),
    ("time", Origin::Native, include_str!("modules/time.py")),
    ("timeit", Origin::Python, include_str!("modules/timeit.py")),
    ("tomllib", Origin::Python, include_str!("modules/tomllib.py")),
    ("traceback", Origin::Python, include_str!("modules/traceback.py")),
    ("types", Origin::Python, include_str!("modules/types.py")),
    ("types._more", Origin::Python, include_str!("modules/types._more.py")),
    ("typing", Origin::Python, include_str!("modules/typing.py")),
    ("unicodedata", Origin::Native, include_str!("modules/unicodedata.py")),
    ("unittest", Origin::Python, include_str!("modules/unittest.py")),
    ("unittest.mock", Origin::Python, include_str!("modules/unittest.mock.py")),
    ("unittest.mock._more", Origin::Python, include_str!("modules/unittest.mock._more.py")),
    ("urllib", Origin::Python, include_str!("modules/urllib.py")),
    ("urllib.error", Origin::Python, include_str!("modules/urllib.error.py")),
    ("urllib.parse", Origin::Python, include_str!("modules/urllib.parse.py")),
    ("urllib.request", Origin::Python, include_str!("modules/urllib.request.py")),
    ("uuid", Origin::Python, include_str!("modules/uuid.py")),
    ("warnings", Origin::Python, include_str!("modules/warnings.py")),
    ("weakref", Origin::Python, include_str!("modules/weakref.py")),
    ("zlib", Origin::Native, include_str!("modules/zlib.py")),
    ("zoneinfo", Origin::Native, include_str!("modules/zoneinfo.py")),
];

/// What a module's name and this make is the name of a text that is executed in the module where something is wanted that
/// the module does not have yet.
const MORE: &str = "_more";

/// A compiled module and the names that it binds.
struct Standard {
    code: Arc<Code>,
    names: Vec<String>,
    /// What `from module import *` means.
    public: Vec<String>,
}

/// The module's code, compiled once in a process. It is right: a test compiles them all.
pub fn find(name: &str) -> Option<Arc<Code>> {
    standard(name).map(|module| Arc::clone(&module.code))
}

/// Whether there is a module of this name.
pub fn is_known(name: &str) -> bool {
    let in_package = || name.rsplit_once('.').is_some_and(|(package, own)| has_member(package, own) == Some(true));
    native_members(name).is_some() || TABLE.iter().any(|(known, ..)| *known == name) || in_package()
}

/// The module whose name is most like a mistyped one, if any is like it at all.
pub fn nearest(name: &str) -> Option<&'static str> {
    let alike = |known: &&str| strsim::jaro_winkler(name, known);
    let all = MODULES.iter().map(|(name, _)| *name).chain(TABLE.iter().map(|(name, ..)| *name));
    let public = all.filter(|name| !name.starts_with('_'));
    let best = public.max_by(|a, b| alike(a).total_cmp(&alike(b)).then(b.cmp(a)));
    best.filter(|known| alike(known) > 0.85)
}

/// What to do in place of a module that will not come.
pub fn instead(name: &str) -> Option<&'static str> {
    let is_in = |package: &str| name.strip_prefix(package).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    INSTEAD.iter().find_map(|(packages, told)| packages.split(' ').any(is_in).then_some(*told))
}

/// By the names of modules and packages.
const INSTEAD: &[(&str, &str)] = &[
    ("ssl", "the network here has no encryption: https:// addresses are answered without it"),
    ("dis", "`gilsim dis FILE` shows a program's bytecode"),
    ("cProfile profile pstats", "there is no profiler: the run's table and timeline show where its time went"),
    ("tracemalloc", "nothing traces memory: `sys.getsizeof` tells what an object takes"),
    ("subprocess asyncio.subprocess", "gilsim starts no other programs: for processes of this one use multiprocessing"),
    ("aiohttp.web", "for a server use http.server, socketserver or asyncio.start_server"),
    (
        "numpy pandas scipy sklearn torch tensorflow keras cv2 PIL skimage numba lxml matplotlib polars pyarrow xgboost",
        "gilsim runs no C extensions: after `import gilsim`, gilsim.native(\"3ms\") stands for a call that releases the GIL, \
         gilsim.held(\"3ms\") for one that does not",
    ),
    (
        "httpx urllib3 httplib2 aiofiles redis pymongo psycopg2 psycopg asyncpg mysql pymysql sqlalchemy sqlite3 boto3 botocore \
         paramiko kafka pika grpc",
        "what is asked of a database or another program takes time here and nothing else: after `import gilsim`, gilsim.io(\"20ms\") stands for \
         a call that waits, in a coroutine `await asyncio.sleep(0.02)`; of clients there are urllib.request, requests and aiohttp",
    ),
    (
        "flask django fastapi starlette uvicorn gunicorn tornado sanic bottle werkzeug celery",
        "what such a framework runs at once can be run by itself: handlers as tasks of a scenario, or behind http.server, \
         socketserver or asyncio.start_server",
    ),
    ("gevent eventlet trio anyio curio twisted greenlet", "of event loops there is that of asyncio"),
    ("joblib dask ray pathos mpi4py", "pools are those of concurrent.futures and multiprocessing"),
    ("pytest nose", "of test runners there is unittest"),
];

/// None where there is no such module.
pub fn has_member(module: &str, member: &str) -> Option<bool> {
    let native = native_members(module).map(|members| members.contains(&member));
    let binds = |module: Arc<Standard>| module.names.iter().any(|name| name == member);
    let more = || standard(&format!("{module}.{MORE}")).is_some_and(binds);
    let in_python = || standard(module).map(|module| binds(module) || more());
    if native == Some(true) { native } else { in_python().or(native) }
}

/// None where there is no such module.
pub fn public_names(module: &str) -> Option<Vec<String>> {
    let module = if module == "os.path" { "_os_path" } else { module };
    let native = native_members(module).map(|members| members.iter().map(|member| (*member).to_owned()));
    let in_python = standard(module).map(|module| module.public.clone());
    match (native, in_python) {
        (None, in_python) => in_python,
        (Some(native), in_python) => Some(native.chain(in_python.unwrap_or_default()).collect()),
    }
}

fn native_members(name: &str) -> Option<&'static [&'static str]> {
    MODULES.iter().find(|(known, _)| *known == name).map(|(_, members)| *members)
}

fn standard(name: &str) -> Option<Arc<Standard>> {
    static COMPILED: LazyLock<Mutex<HashMap<&str, Arc<Standard>>>> = LazyLock::new(Mutex::default);
    let (name, origin, text) = TABLE.iter().find(|(known, ..)| *known == name)?;
    // A poisoned table is still a whole one: nothing in it is ever changed.
    let table = || COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
    let found = table().get(name).cloned();
    found.or_else(|| {
        let module = Arc::new(compiled(name, *origin, text).ok()?);
        Some(Arc::clone(table().entry(name).or_insert(module)))
    })
}

fn compiled(name: &str, origin: Origin, text: &'static str) -> Result<Standard, Vec<Diagnostic>> {
    let file = Arc::new(SourceFile::new(format!("<{name}>"), text));
    let mut mistakes = Mistakes::default();
    let compiled = outline::compiled(&Arc::new(Source::whole(file)), origin, &mut mistakes);
    let compiled = compiled.map(|(body, code)| {
        let mut names: Vec<String> = check::globals(&body).1.into_iter().collect();
        names.sort_unstable();
        let public = declared_public(&body);
        let public = public.unwrap_or_else(|| names.iter().filter(|name| !name.starts_with('_')).cloned().collect());
        Standard { code: Arc::new(code), names, public }
    });
    super::finished(mistakes, compiled)
}

/// The list `__all__`.
fn declared_public(body: &[Stmt]) -> Option<Vec<String>> {
    let is_all = |target: &Expr| matches!(&target.kind, ExprKind::Name(name) if **name == *"__all__");
    body.iter().find_map(|stmt| match &stmt.kind {
        StmtKind::Assign(targets, Expr { kind: ExprKind::List(names), .. }) if targets.iter().any(is_all) => {
            let text = |name: &Expr| match &name.kind {
                ExprKind::Const(Const::Str(text)) => Some(text.to_string()),
                _ => None,
            };
            names.iter().map(text).collect()
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_standard_module_compiles() {
        for (name, origin, text) in TABLE {
            if let Err(mistakes) = compiled(name, *origin, text) {
                panic!("{name}: {mistakes:#?}");
            }
        }
    }

    #[test]
    fn all_that_a_module_declares_public_is_there() {
        for (name, ..) in TABLE {
            let module = standard(name).expect("it compiles");
            assert!(module.public.iter().all(|public| has_member(name, public) == Some(true)), "{name}");
        }
    }
}
