//! The native functions of the standard modules, by module and name.

mod base64;
mod collector;
mod computing;
mod decimal;
mod exceptions;
mod floats;
mod json;
mod layouts;
mod library;
mod math;
mod moments;
mod ordered;
mod packing;
mod process;
pub mod regex;
mod socket;
mod statistics;
mod system;
mod tables;
mod tasks;
mod time;
pub mod twister;
mod unicode;
mod weak;

pub use twister::Twister;

use super::arguments::Arguments;
use super::builtins::Builtin;
use super::call::Outcome;
use super::error::Result;
use super::heap::{Heap, exports};
use super::{code_attributes, for_library, introspection, modules, pickle, sync, telling};
use serde::{Deserialize, Serialize};

/// What a native module has.
#[derive(Clone, Copy, Debug)]
pub enum Member {
    Function(Native),
    Builtin(Builtin),
    Float(f64),
    Int(i64),
    Text(&'static str),
}

macro_rules! natives {
    ($($module:literal { $($variant:ident $name:literal $call:path;)* $(= $constant:literal $value:expr;)* })+) => {
        /// A native function of a module.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[repr(u64)]
        pub enum Native { $($($variant,)*)+ }

        impl Native {
            pub fn name(self) -> &'static str {
                match self { $($(Native::$variant => $name,)*)+ }
            }

            pub fn module(self) -> &'static str {
                match self { $($(Native::$variant => $module,)*)+ }
            }
        }

        /// The members of a native module; None where there is no such module.
        pub fn members(module: &str) -> Option<&'static [(&'static str, Member)]> {
            match module {
                $($module => Some(&[$(($name, Member::Function(Native::$variant)),)* $(($constant, $value),)*]),)+
                _ => None,
            }
        }

        /// Calls the function. Borrows the arguments.
        pub fn call(heap: &mut Heap, native: Native, arguments: Arguments) -> Result<Outcome> {
            match native { $($(Native::$variant => $call(heap, arguments).map(Outcome::from),)*)+ }
        }

        #[cfg(test)]
        const NAMES: &[&str] = &[$($module),+];
    };
}

natives! {
    "_thread" {
        ThreadAllocateLock "allocate_lock" sync::threads::allocate_lock;
        ThreadRlock "RLock" sync::threads::allocate_rlock;
        ThreadStart "start_thread" sync::threads::start;
        ThreadGetIdent "get_ident" sync::threads::get_ident;
        ThreadGetNativeId "get_native_id" sync::threads::get_native_id;
        ThreadComplain "complain" sync::threads::complain;
        = "TIMEOUT_MAX" Member::Float(sync::TIMEOUT_MAX);
    }
    "_asyncio_select" {
        AsyncioBeginStep "begin_step" sync::select::begin_step;
        AsyncioEndStep "end_step" sync::select::end_step;
        AsyncioIsCoroutineFunction "is_coroutine_function" sync::select::is_coroutine_function;
        AsyncioSelect "select" sync::select::select;
        AsyncioSetHook "set_hook" sync::select::set_hook;
        AsyncioUnfinished "unfinished" sync::select::unfinished;
    }
    "gilsim" {
        = "cpu" Member::Builtin(Builtin::GilsimCpu);
        = "held" Member::Builtin(Builtin::GilsimHeld);
        = "io" Member::Builtin(Builtin::GilsimIo);
        = "native" Member::Builtin(Builtin::GilsimNative);
    }
    "_gilsim_tasks" {
        TasksNames "names" tasks::names;
        TasksNext "next" tasks::next;
        TasksRun "run" tasks::run;
        TasksStep "step" tasks::step;
        TasksWorkers "workers" tasks::workers;
    }
    "math" {
        MathAcos "acos" math::acos;
        MathAcosh "acosh" math::acosh;
        MathAsin "asin" math::asin;
        MathAsinh "asinh" math::asinh;
        MathAtan "atan" math::atan;
        MathAtan2 "atan2" math::atan2;
        MathAtanh "atanh" math::atanh;
        MathCbrt "cbrt" math::cbrt;
        MathCeil "ceil" math::ceil;
        MathComb "comb" math::whole::comb;
        MathCopysign "copysign" math::copysign;
        MathCos "cos" math::cos;
        MathCosh "cosh" math::cosh;
        MathDegrees "degrees" math::degrees;
        MathDist "dist" math::many::dist;
        MathErf "erf" math::erf;
        MathErfc "erfc" math::erfc;
        MathExp "exp" math::exp;
        MathExp2 "exp2" math::exp2;
        MathExpm1 "expm1" math::expm1;
        MathFabs "fabs" math::fabs;
        MathFactorial "factorial" math::whole::factorial;
        MathFloor "floor" math::floor;
        MathFmod "fmod" math::fmod;
        MathFrexp "frexp" math::frexp;
        MathFsum "fsum" math::many::fsum;
        MathGamma "gamma" math::gamma::gamma;
        MathGcd "gcd" math::whole::gcd;
        MathHypot "hypot" math::many::hypot;
        MathIsclose "isclose" math::isclose;
        MathIsfinite "isfinite" math::isfinite;
        MathIsinf "isinf" math::isinf;
        MathIsnan "isnan" math::isnan;
        MathIsqrt "isqrt" math::whole::isqrt;
        MathLcm "lcm" math::whole::lcm;
        MathLdexp "ldexp" math::ldexp;
        MathLgamma "lgamma" math::gamma::lgamma;
        MathLog "log" math::log;
        MathLog10 "log10" math::log10;
        MathLog1p "log1p" math::log1p;
        MathLog2 "log2" math::log2;
        MathModf "modf" math::modf;
        MathNextafter "nextafter" math::nextafter;
        MathPerm "perm" math::whole::perm;
        MathPow "pow" math::pow;
        MathProd "prod" math::many::prod;
        MathRadians "radians" math::radians;
        MathRemainder "remainder" math::remainder;
        MathSin "sin" math::sin;
        MathSinh "sinh" math::sinh;
        MathSqrt "sqrt" math::sqrt;
        MathTan "tan" math::tan;
        MathTanh "tanh" math::tanh;
        MathTrunc "trunc" math::trunc;
        MathUlp "ulp" math::ulp;
        = "pi" Member::Float(std::f64::consts::PI);
        = "e" Member::Float(std::f64::consts::E);
        = "tau" Member::Float(std::f64::consts::TAU);
        = "inf" Member::Float(f64::INFINITY);
        = "nan" Member::Float(f64::NAN);
    }
    "_collections" {
        CollectionsMoveToEnd "move_to_end" ordered::move_to_end;
        CollectionsOpenRepr "open_repr" for_library::open_repr;
        CollectionsCloseRepr "close_repr" for_library::close_repr;
        = "deque" Member::Builtin(Builtin::Deque);
    }
    "_simple_queue" {
        SimpleQueueClose "close" sync::simple_queue::close;
        SimpleQueueIsEmpty "is_empty" sync::simple_queue::is_empty;
        SimpleQueuePatience "patience" sync::simple_queue::patience;
        SimpleQueueRelease "release" sync::simple_queue::release;
        SimpleQueueTake "take" sync::simple_queue::take;
        SimpleQueueWait "wait" sync::simple_queue::wait;
        = "SimpleQueue" Member::Builtin(Builtin::SimpleQueue);
    }
    "_exceptions" {
        ExceptionsIsAlike "is_alike" exceptions::is_alike;
        ExceptionsTakeOver "take_over" exceptions::take_over;
    }
    "_json" {
        JsonDecode "decode" json::decode;
        JsonEncode "encode" json::encode;
    }
    "_gc" {
        GcCollect "collect" collector::collect;
        GcCollections "collections" collector::collections;
        GcConfiguration "configuration" collector::configuration;
        GcConfigure "configure" collector::configure;
        GcCounts "counts" collector::counts;
        GcFreeze "freeze" collector::freeze;
        GcFrozen "frozen" collector::frozen;
        GcIsFinalized "is_finalized" collector::is_finalized;
        GcIsTracked "is_tracked" collector::is_tracked;
        GcObjects "objects" collector::objects;
        GcObserve "observe" collector::observe;
        GcReferents "referents" collector::referents;
        GcReferrers "referrers" collector::referrers;
    }
    "_exports" {
        ExportsAny "any" exports::any;
        ExportsMade "made" exports::made;
        ExportsReleased "released" exports::released;
    }
    "_weakref" {
        WeakCallback "callback" weak::callback;
        WeakCollect "collect" weak::collect;
        WeakFinalizeLiving "finalize_living" weak::finalize_living;
        WeakRef "ref" weak::make;
        WeakReferences "references" weak::references;
    }
    "_struct" {
        StructFloatBits "float_bits" floats::bits;
        StructImage "image" layouts::image;
        StructOfImage "of_image" layouts::of_image;
        StructPack "pack" layouts::pack;
        StructUnpack "unpack" layouts::unpack;
    }
    "_base64" {
        Base64Decode "decode" base64::decode;
        Base64Encode "encode" base64::encode;
    }
    "_moments" {
        MomentsBetween "between" moments::between;
        MomentsDateOf "date_of" moments::date_of;
        MomentsDayNumber "day_number" moments::day_number;
        MomentsMake "make" moments::make;
        MomentsMicros "micros" moments::micros;
        MomentsOfParts "of_parts" moments::of_parts;
        MomentsPartsOfText "parts_of_text" moments::parts_of_text;
        MomentsSpan "span" moments::span;
        MomentsWall "wall" moments::wall;
    }
    "_csv_lines" {
        CsvJoin "join" tables::join;
        CsvSplit "split" tables::split;
    }
    "_decimal" {
        DecimalAdd "add" decimal::add;
        DecimalDivide "divide" decimal::divide;
        DecimalFormatted "formatted" decimal::formatted;
        DecimalHashed "hashed" decimal::hashed;
        DecimalMultiply "multiply" decimal::multiply;
        DecimalOrder "order" decimal::order;
        DecimalQuantize "quantize" decimal::quantize;
        DecimalRead "read" decimal::read;
        DecimalSubtract "subtract" decimal::subtract;
        DecimalText "text" decimal::text;
    }
    "_sre" {
        SreAdvance "advance" regex::advance;
        SreCompile "compile" regex::compile;
        SreScan "scan" regex::scan;
    }
    "_imp" {
        ImpLoad "load" modules::load;
        ImpLoaded "loaded" modules::loaded;
    }
    "_pickle" {
        PickleBuiltin "builtin" pickle::by_name::builtin;
        PickleFinish "finish" pickle::dumping::finish;
        PickleForget "forget" pickle::dumping::forget;
        PickleLoad "load" pickle::loading::load;
        PicklePickler "pickler" pickle::dumping::pickler;
        PicklePush "push" pickle::loading::push;
        PickleSave "save" pickle::dumping::save;
        PickleSaveGlobal "save_global" pickle::dumping::save_global;
        PickleSaveId "save_id" pickle::dumping::save_id;
        PickleSaveReduced "save_reduced" pickle::dumping::save_reduced;
        PickleSpend "spend" pickle::spending::spend;
        PickleUnpickler "unpickler" pickle::loading::unpickler;
    }
    "_statistics" {
        StatisticsBits "bits" statistics::bits;
        StatisticsRatio "ratio" statistics::ratio;
    }
    "_process" {
        ProcessAcquire "acquire" process::acquire;
        ProcessAdopt "adopt" process::adopt;
        ProcessAdoptMemory "adopt_memory" process::adopt_memory;
        ProcessAttachMemory "attach_memory" process::attach_memory;
        ProcessClose "close" process::close;
        ProcessCreateMemory "create_memory" process::create_memory;
        ProcessDetachMemory "detach_memory" process::detach_memory;
        ProcessExit "exit" process::exit;
        ProcessFork "fork" process::fork;
        ProcessKill "kill" process::kill;
        ProcessOwnSignal "own_signal" process::own_signal;
        ProcessPack "pack" packing::pack;
        ProcessParentId "parent_id" process::parent_id;
        ProcessPipe "pipe" process::pipe;
        ProcessPause "pause" process::pause;
        ProcessPoll "poll" process::poll;
        ProcessRaiseSignal "raise_signal" process::raise_signal;
        ProcessRead "read" process::read;
        ProcessReadMemory "read_memory" process::read_memory;
        ProcessRelease "release" process::release;
        ProcessSemaphore "semaphore" process::semaphore;
        ProcessSetAlarm "set_alarm" process::set_alarm;
        ProcessSignalHandled "signal_handled" process::signal_handled;
        ProcessSpawn "spawn" process::spawn;
        ProcessStartMessage "start_message" process::start_message;
        ProcessTraceback "traceback" process::traceback;
        ProcessUnpack "unpack" packing::unpack;
        ProcessUnread "unread" process::unread;
        ProcessUnlinkMemory "unlink_memory" process::unlink_memory;
        ProcessValue "value" process::value;
        ProcessWait "wait" process::wait;
        ProcessWrite "write" process::write;
        ProcessWriteMemory "write_memory" process::write_memory;
    }
    "_random" {
        RandomNew "Random" twister::new;
    }
    "_dis" {
        DisOpcodes "opcodes" code_attributes::opcodes;
    }
    "_introspection" {
        IntrospectionFrames "frames" introspection::frames;
        IntrospectionFramesOf "frames_of" introspection::frames_of;
        IntrospectionHandled "handled" introspection::handled;
        IntrospectionWay "way" introspection::way;
        IntrospectionUntold "untold" telling::untold;
        IntrospectionTell "tell" telling::tell;
    }
    "_hashlib" {
        HashBlake2 "blake2" computing::hash_blake2;
        HashDigest "digest" computing::hash_digest;
        HashNew "new" computing::hash_new;
        HashPbkdf2 "pbkdf2" computing::pbkdf2;
        HashScrypt "scrypt" computing::scrypt;
        HashUpdate "update" computing::hash_update;
    }
    "_library" {
        LibraryWork "work" library::work;
    }
    "_socket" {
        SocketAccept "accept" socket::accept;
        SocketBind "bind" socket::bind;
        SocketClose "close" socket::close;
        SocketConnect "connect" socket::connect;
        SocketListen "listen" socket::listen;
        SocketOpen "open" socket::open;
        SocketOutcome "outcome" socket::outcome;
        SocketPair "pair" socket::pair;
        SocketPoll "poll" socket::poll;
        SocketReceive "receive" socket::receive;
        SocketReceiveFrom "receive_from" socket::receive_from;
        SocketSend "send" socket::send;
        SocketSendTo "send_to" socket::send_to;
        SocketShutdown "shutdown" socket::shutdown;
    }
    "_unicode" {
        UnicodeCombining "combining" unicode::combining;
        UnicodeName "name" unicode::name;
        UnicodeNamed "named" unicode::named;
        UnicodeNormalized "normalized" unicode::normalized;
        UnicodeNumber "number" unicode::number;
        UnicodeProperties "properties" unicode::properties;
    }
    "_zlib" {
        ZlibAdler32 "adler32" computing::adler32;
        ZlibCompress "compress" computing::compress;
        ZlibCrc32 "crc32" computing::crc32;
        ZlibDecompress "decompress" computing::decompress;
        ZlibPacker "packer" computing::packer;
        ZlibPiece "piece" computing::piece;
        ZlibUnpacker "unpacker" computing::unpacker;
    }
    "_system" {
        SystemArguments "arguments" system::arguments;
        SystemCpuCount "cpu_count" system::cpu_count;
        SystemEntropy "entropy" system::entropy;
        SystemEnter "enter" system::enter;
        SystemEntered "entered" system::entered;
        SystemGetInterval "get_interval" system::get_interval;
        SystemGetRecursionLimit "get_recursion_limit" system::get_recursion_limit;
        SystemGetcwd "getcwd" system::getcwd;
        SystemGetpid "getpid" system::getpid;
        SystemInputLine "input_line" system::input_line;
        SystemKind "kind" system::kind;
        SystemList "list" system::list;
        SystemLoad "load" system::load;
        SystemLiveObjects "live_objects" system::live_objects;
        SystemMakeFolder "make_folder" system::make_folder;
        SystemNamedZone "named_zone" time::named_zone;
        SystemOwners "owners" system::owners;
        SystemPeakMemory "peak_memory" system::peak_memory;
        SystemRead "read" system::read;
        SystemRemove "remove" system::remove;
        SystemRemoveFolder "remove_folder" system::remove_folder;
        SystemRename "rename" system::rename;
        SystemScriptFolder "script_folder" system::script_folder;
        SystemSetInterval "set_interval" system::set_interval;
        SystemSetMask "set_mask" system::set_mask;
        SystemSetMode "set_mode" system::set_mode;
        SystemSetTimes "set_times" system::set_times;
        SystemStatus "status" system::status;
        SystemUser "user" system::user;
        SystemSetRecursionLimit "set_recursion_limit" system::set_recursion_limit;
        SystemSize "size" system::size;
        SystemZone "zone" time::zone;
        SystemVariable "variable" system::variable;
        SystemVariables "variables" system::variables;
        SystemWrite "write" system::write;
        SystemIsRedirected "is_redirected" system::is_redirected;
        SystemWriteError "write_error" system::write_error;
        SystemWriteOutput "write_output" system::write_output;
        = "maxsize" Member::Int(i64::MAX);
        = "platform" Member::Text("linux");
    }
    "time" {
        TimeMonotonicNs "monotonic_ns" time::monotonic_ns;
        TimePerfCounterNs "perf_counter_ns" time::monotonic_ns;
        TimeProcessTime "process_time" time::process_time;
        TimeProcessTimeNs "process_time_ns" time::process_time_ns;
        TimeThreadTime "thread_time" time::thread_time;
        TimeThreadTimeNs "thread_time_ns" time::thread_time_ns;
        TimeTimeNs "time_ns" time::time_ns;
        TimeTime "time" time::time;
        = "sleep" Member::Builtin(Builtin::TimeSleep);
        = "perf_counter" Member::Builtin(Builtin::TimePerfCounter);
        = "monotonic" Member::Builtin(Builtin::TimeMonotonic);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bytecode::MODULES;

    #[test]
    fn the_compiler_and_the_machine_know_the_same_modules_and_members() {
        let sorted = |mut names: Vec<&'static str>| {
            names.sort_unstable();
            names
        };
        assert_eq!(sorted(MODULES.iter().map(|(name, _)| *name).collect()), sorted(NAMES.to_vec()));
        for (module, known) in MODULES {
            let members = members(module).unwrap_or_default().iter().map(|(name, _)| *name);
            assert_eq!(sorted(members.collect()), sorted(known.to_vec()), "{module}");
        }
    }
}
