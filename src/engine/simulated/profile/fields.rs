//! The costs of a profile: their names, units, bounds and meanings, in one table.

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Nanoseconds,
    NanosecondsPerByte,
    /// A factor, or a share of one.
    Ratio,
    Bytes,
}

impl Unit {
    /// As it stands in tables.
    pub fn symbol(self) -> &'static str {
        match self {
            Unit::Nanoseconds => "ns",
            Unit::NanosecondsPerByte => "ns/B",
            Unit::Ratio => "1",
            Unit::Bytes => "B",
        }
    }
}

/// One cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    pub field: Field,
    /// Section and key, as in the file: `os.tick`.
    pub name: &'static str,
    pub unit: Unit,
    /// What a value must lie between, both inclusive.
    pub least: f64,
    pub most: f64,
    pub about: &'static str,
}

macro_rules! fields {
    ($($field:ident $name:literal $unit:ident $least:literal to $most:literal $about:literal;)*) => {
        /// A cost of a profile.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Field { $(#[doc = $about] $field),* }

        /// All costs, in the order of [`Field`].
        pub const FIELDS: &[Entry] = &[
            $(Entry { field: Field::$field, name: $name, unit: Unit::$unit, least: $least, most: $most, about: $about }),*
        ];
    };
}

fields! {
    LoadStore "instruction.load_store" Nanoseconds 0.0 to 1e6 "moving a local, a constant or a stack entry";
    Global "instruction.global" Nanoseconds 0.0 to 1e6 "looking up a global or a builtin";
    Attribute "instruction.attribute" Nanoseconds 0.0 to 1e6 "reading or writing an attribute";
    Subscript "instruction.subscript" Nanoseconds 0.0 to 1e6 "reading or writing an item";
    Arithmetic "instruction.arithmetic" Nanoseconds 0.0 to 1e6 "a sum, a difference, a product or a sign";
    Operator "instruction.operator" Nanoseconds 0.0 to 1e6 "any other operator, save a power";
    Power "instruction.power" Nanoseconds 0.0 to 1e6 "the operator **";
    Compare "instruction.compare" Nanoseconds 0.0 to 1e6 "a comparison or a test of truth";
    Contains "instruction.contains" Nanoseconds 0.0 to 1e6 "asking whether something is in something else, or adding it to a set";
    Jump "instruction.jump" Nanoseconds 0.01 to 1e6 "a jump";
    Iterate "instruction.iterate" Nanoseconds 0.0 to 1e6 "one step of a for loop, and its beginning";
    Call "instruction.call" Nanoseconds 0.0 to 1e6 "calling anything, without what happens inside";
    Frame "instruction.frame" Nanoseconds 0.0 to 1e6 "entering a function written in Python, or leaving it";
    Build "instruction.build" Nanoseconds 0.0 to 1e6 "making a container, without its items";
    Function "instruction.function" Nanoseconds 0.0 to 1e6 "making a function, or a comprehension's code";
    Generator "instruction.generator" Nanoseconds 0.0 to 1e6 "making a generator or a coroutine, beyond entering a function";
    Match "instruction.match" Nanoseconds 0.0 to 1e6 "a pattern with a class, or with keys";
    With "instruction.with" Nanoseconds 0.0 to 1e6 "beginning and ending a with statement, beyond its calls";
    Format "instruction.format" Nanoseconds 0.0 to 1e6 "turning a value into text in an f-string";
    Other "instruction.other" Nanoseconds 0.0 to 1e6 "any other instruction";
    Instance "python.instance" Nanoseconds 0.0 to 1e6 "making an object of a program's class, beyond its call";
    Init "python.init" Nanoseconds 0.0 to 1e6 "entering an __init__ by such a call, beyond entering a function";
    Class "python.class" Nanoseconds 0.0 to 1e9 "making a class of the program's, beyond what its body executes";
    Compile "python.compile" Nanoseconds 0.0 to 1e9 "compiling a text that is given to eval, exec or compile";
    CompileCharacter "python.compile_character" Nanoseconds 0.0 to 1e9 "likewise, for each of its characters";
    Raise "python.raise" Nanoseconds 0.0 to 1e6 "raising an exception, and each frame that it leaves";
    Packed "python.packed" Nanoseconds 0.0 to 1e6 "arguments by keyword, in a tuple or a dict, or a property, beyond the call";
    Special "python.special" Nanoseconds 0.0 to 1e6 "an operator, a subscript or a call that calls a method of its operand's class, a method that is static or of the class, beyond calling it; super()";
    Whole "python.whole" Nanoseconds 0.0 to 1e6 "a whole number beyond -5 to 256 that a sum, a difference, a product, a power or a range makes, beyond the instruction";
    Float "python.float" Nanoseconds 0.0 to 1e6 "a float or complex number that a sum, a difference or a product makes, beyond the instruction";
    Keyed "python.keyed" Nanoseconds 0.0 to 1e6 "an item by its key, or of anything but a list or tuple, beyond the instruction";
    Abandoned "python.abandoned" Nanoseconds 0.0 to 1e6 "a generator that nobody needs any more before its end";
    LoopCheckpoint "python.loop_checkpoint" Nanoseconds 1.0 to 1e9 "between the checkpoints of work given as CPU time";
    CountedBytecode "python.counted_bytecode" Nanoseconds 0.001 to 1e9 "between the counted bytecodes of work given as CPU time";
    PythonHooked "python.hooked" Nanoseconds 0.0 to 1e6 "an attribute of a class whose metaclass has a `__getattr__`, as those of enumerations have up to 3.11, beyond the instruction";
    PythonBelow "python.below" Nanoseconds 0.0 to 1e6 "a random whole number below a limit, which is Python code in CPython, beyond a call";
    StandIn "python.stand_in" Ratio 0.0 to 1.0 "time of native code over that of the Python text that stands for it here";
    ModuleCollections "module.collections" Ratio 0.0 to 100.0 "time of `collections` over that of its text here at the rates above";
    ModuleContextlib "module.contextlib" Ratio 0.0 to 100.0 "time of `contextlib` over that of its text here at the rates above";
    ModuleCopy "module.copy" Ratio 0.0 to 100.0 "time of `copy` over that of its text here at the rates above";
    ModuleCsv "module.csv" Ratio 0.0 to 100.0 "time of `csv` over that of its text here at the rates above";
    ModuleDataclasses "module.dataclasses" Ratio 0.0 to 100.0 "time of `dataclasses` over that of its text here at the rates above";
    ModuleFractions "module.fractions" Ratio 0.0 to 100.0 "time of `fractions` over that of its text here at the rates above";
    ModuleFunctools "module.functools" Ratio 0.0 to 100.0 "time of `functools` over that of its text here at the rates above";
    ModuleIo "module.io" Ratio 0.0 to 100.0 "time of `io` over that of its text here at the rates above";
    ModuleJson "module.json" Ratio 0.0 to 100.0 "time of `json` over that of its text here at the rates above";
    ModuleLogging "module.logging" Ratio 0.0 to 100.0 "time of `logging` over that of its text here at the rates above";
    ModuleOs "module.os" Ratio 0.0 to 100.0 "time of `os` over that of its text here at the rates above";
    ModuleTextwrap "module.textwrap" Ratio 0.0 to 100.0 "time of `textwrap` over that of its text here at the rates above";
    ModuleUrllib "module.urllib" Ratio 0.0 to 100.0 "time of `urllib` over that of its text here at the rates above";
    ModuleUuid "module.uuid" Ratio 0.0 to 100.0 "time of `uuid` over that of its text here at the rates above";
    Mutex "lock.mutex" Nanoseconds 1.0 to 1e9 "taking or releasing the GIL, without sleeping or waking anybody";
    FutexWake "lock.futex_wake" Nanoseconds 0.0 to 1e9 "a signal, for whoever gives it, if somebody sleeps there";
    FutexCall "lock.futex_call" Nanoseconds 0.0 to 1e9 "the system's call to wake whoever waits, or to let the caller wait, in vain";
    SetTimer "lock.set_timer" Nanoseconds 0.0 to 1e9 "setting the timer of a wait for the lock, in which a signal finds the thread awake";
    Collide "lock.collide" Ratio 0.0 to 1.0 "share of the threads signalled while awake that find the lock's mutex taken, and sleep for it";
    Slow "lock.slow" Ratio 0.0 to 1.0 "share of the threads that are slow at first after a long sleep, so that the holder finds the lock's mutex taken and sleeps for it";
    Cools "lock.cools" Nanoseconds 0.0 to 1e12 "sleep after which it is half of that share";
    LockOperation "lock.operation" Nanoseconds 0.0 to 1e6 "taking or releasing a free lock of the program, beyond its call";
    LockArguments "lock.arguments" Nanoseconds 0.0 to 1e6 "reading the arguments of acquire()";
    QueueOperation "lock.queue_operation" Nanoseconds 0.0 to 1e6 "putting an item into a SimpleQueue or taking one that is there, beyond its call";
    WakeSameCore "os.wake_same_core" Nanoseconds 1.0 to 1e9 "from waking a thread to its running, on a busy core";
    WakeOtherCore "os.wake_other_core" Nanoseconds 1.0 to 1e9 "from waking a thread to its running, on another core that is idle";
    WakeByTimer "os.wake_by_timer" Nanoseconds 1.0 to 1e9 "from a timer's end, or that of a transfer, to running on an idle core";
    Interrupt "os.interrupt" Nanoseconds 0.0 to 1e9 "waking a thread on another core, for whoever does it";
    Brief "os.brief" Nanoseconds 0.0 to 1e9 "how long a core idles before it has to be interrupted";
    WakeJitter "os.wake_jitter" Ratio 0.0 to 1.0 "how far a wake-up strays from its mean, up and down";
    TimerSlack "os.timer_slack" Nanoseconds 0.0 to 1e9 "how late a timer runs out";
    SlackJitter "os.slack_jitter" Ratio 0.0 to 1.0 "how far the slack strays from its mean, up and down";
    LineTransfer "os.line_transfer" Nanoseconds 0.0 to 1e6 "fetching a line of memory that another core had last";
    ContextSwitch "os.context_switch" Nanoseconds 0.0 to 1e9 "changing from one ready thread to another";
    Tick "os.tick" Nanoseconds 1000.0 to 1e9 "between two ticks of a core";
    Slice "os.slice" Nanoseconds 0.0 to 1e10 "CPU time that a thread is given at a time while others want its core";
    CacheHot "os.cache_hot" Nanoseconds 0.0 to 1e10 "how long after it ran a thread that waits for its core is left there";
    SearchBelow "os.search_below" Ratio 0.0 to 1.0 "share of the cores' time in use from which on a thread that wakes stays with its core though that is busy and another idle";
    LeaveAbove "os.leave_above" Ratio 0.0 to 1.0 "share of its own core's time in use above which it does not";
    ThreadsPerCore "os.threads_per_core" Ratio 1.0 to 16.0 "hardware threads that share a core, each of them one of the machine's cores";
    SharedCorePace "os.shared_core_pace" Ratio 0.05 to 1.0 "speed of a hardware thread while others of its core work, over that alone";
    ThreadCall "start.thread_call" Nanoseconds 0.0 to 1e10 "CPU time of the call that makes a thread";
    ThreadLatency "start.thread_latency" Nanoseconds 0.0 to 1e10 "from making a thread to its first instruction";
    ForkCall "start.fork_call" Nanoseconds 0.0 to 1e11 "the call that forks a process";
    ForkWork "start.fork_work" Nanoseconds 0.0 to 1e11 "CPU time of a forked process before its first bytecode";
    SpawnCall "start.spawn_call" Nanoseconds 0.0 to 1e11 "the call that spawns a process";
    SpawnWork "start.spawn_work" Nanoseconds 0.0 to 1e11 "CPU time of a spawned process before its first bytecode";
    ForkserverCall "start.forkserver_call" Nanoseconds 0.0 to 1e11 "the call that asks the fork server for a process";
    ForkserverWork "start.forkserver_work" Nanoseconds 0.0 to 1e11 "CPU time of such a process before its first bytecode";
    InterpreterCall "start.interpreter_call" Nanoseconds 0.0 to 1e11 "the call that asks for a sub-interpreter";
    InterpreterWork "start.interpreter_work" Nanoseconds 0.0 to 1e11 "CPU time of a sub-interpreter before its first bytecode";
    ForkedPoolWorker "start.forked_pool_worker" Nanoseconds 0.0 to 1e11 "CPU time of a pool's worker that is a forked copy, beyond that of any forked process: the pages that it writes to";
    ProcessExit "start.process_exit" Nanoseconds 0.0 to 1e11 "CPU time of a process from its last bytecode to its end";
    TaskDelivery "transfer.task_delivery" Nanoseconds 0.0 to 1e10 "from a worker process's wish for a task to having it";
    PickleDump "transfer.pickle_dump" NanosecondsPerByte 0.0 to 1e6 "turning objects into bytes";
    PickleLoad "transfer.pickle_load" NanosecondsPerByte 0.0 to 1e6 "turning bytes into objects";
    PickleDumpCopy "transfer.pickle_dump_copy" NanosecondsPerByte 0.0 to 1e6 "the contents of texts and byte strings into a pickle";
    PickleLoadCopy "transfer.pickle_load_copy" NanosecondsPerByte 0.0 to 1e6 "the contents of texts and byte strings out of a pickle";
    PickleDumpCall "transfer.pickle_dump_call" Nanoseconds 0.0 to 1e9 "a call that pickles, beyond its bytes";
    PickleLoadCall "transfer.pickle_load_call" Nanoseconds 0.0 to 1e9 "a call that reads a pickle, likewise";
    PickleObject "transfer.pickle_object" Nanoseconds 0.0 to 1e9 "a function or a class in a pickle, which is found by its name";
    PickleMessage "transfer.pickle_message" Nanoseconds 0.0 to 1e9 "the pickler that is made for each message to a process";
    PickleFresh "transfer.pickle_fresh" NanosecondsPerByte 0.0 to 1e6 "turning bytes into objects in fresh memory, beyond what it takes otherwise";
    PickleFreshFrom "transfer.pickle_fresh_from" Bytes 0.0 to 1e12 "bytes of a pickle whose objects fit into memory at hand";
    Copy "transfer.copy" NanosecondsPerByte 0.0 to 1e6 "bytes through a pipe";
    PipeCall "transfer.pipe_call" Nanoseconds 0.0 to 1e9 "a call that reads or writes a pipe, without its bytes";
    SharedCall "transfer.shared_call" Nanoseconds 0.0 to 1e9 "an operation on a semaphore or a block of memory between processes";
    SharedFresh "transfer.shared_fresh" NanosecondsPerByte 0.0 to 1e6 "memory between processes that is used for the first time";
    SharedFutex "transfer.shared_futex" Nanoseconds 0.0 to 1e9 "the system's call to wake whoever waits for a semaphore between processes, or to let the caller wait, in vain";
    SemaphoreMake "transfer.semaphore_make" Nanoseconds 0.0 to 1e9 "making a semaphore between processes";
    NativeItem "native.item" Nanoseconds 0.0 to 1e6 "an item that a built-in function or method visits";
    NativeCopy "native.copy" Nanoseconds 0.0 to 1e6 "an item that is copied with others";
    NativeEntry "native.entry" Nanoseconds 0.0 to 1e6 "an entry in a table, or a text in a list, made by such";
    NativeCounted "native.counted" Nanoseconds 0.0 to 1e6 "an item that a Counter counts";
    NativeCallback "native.callback" Nanoseconds 0.0 to 1e6 "a call of a Python function by a built-in one, beyond the call itself";
    NativeExtreme "native.extreme" Nanoseconds 0.0 to 1e6 "the least or greatest of several arguments";
    NativeParsed "native.parsed" Nanoseconds 0.0 to 1e6 "arguments that a native function reads by a description, as those of str.find";
    NativeConstructed "native.constructed" Nanoseconds 0.0 to 1e6 "a call of a built-in type that makes an object, beyond the call";
    NativeMade "native.made" Nanoseconds 0.0 to 1e6 "an object that an operator or a slice makes, beyond the instruction";
    NativeFailed "native.failed" Nanoseconds 0.0 to 1e6 "an exception that built-in code raises, beyond raising it";
    NativeExplained "native.explained" Nanoseconds 0.0 to 1e6 "the message of an attribute that is not there, or of a text that is no number";
    NativeWide "native.wide" Nanoseconds 0.0 to 1e6 "a product or quotient with a number beyond 30 bits, beyond the instruction";
    NativePowerStep "native.power_step" Nanoseconds 0.0 to 1e6 "a binary digit of a power's exponent, from the third on";
    NativeFloatPower "native.float_power" Nanoseconds 0.0 to 1e6 "a power that is a float, beyond the instruction";
    NativeInOrder "native.in_order" Nanoseconds 0.0 to 1e6 "a number that sorting finds in order, or min() and max() compare";
    NativeCompare "native.compare" Nanoseconds 0.0 to 1e6 "a comparison of numbers while sorting what is not in order";
    NativeCompareText "native.compare_text" Nanoseconds 0.0 to 1e6 "a comparison of texts while sorting";
    NativeCompareOther "native.compare_other" Nanoseconds 0.0 to 1e6 "a comparison of anything else while sorting";
    NativeCharacter "native.character" NanosecondsPerByte 0.0 to 1e6 "a character that a method of texts or byte strings reads or writes";
    NativeDrawn "native.drawn" Nanoseconds 0.0 to 1e6 "a random number between 0 and 1, beyond its call";
    NativeMathematics "native.mathematics" Nanoseconds 0.0 to 1e6 "a function of the module math that computes a series, a logarithm or a common divisor, beyond its call";
    NativeConversion "native.conversion" Nanoseconds 0.0 to 1e6 "turning a value into text, or a text into a number";
    NativeFloatDigit "native.float_digit" Nanoseconds 0.0 to 1e6 "a digit of a float, beyond such a conversion";
    NativeHasher "native.hasher" Nanoseconds 0.0 to 1e6 "making an object that hashes, and taking its digest, without what is hashed";
    NativeScanned "native.scanned" NanosecondsPerByte 0.0 to 1e6 "a character that is read or written as JSON";
    NativeSearch "native.search" Nanoseconds 0.0 to 1e6 "a search for the next match of a regular expression, beyond its steps";
    NativeStep "native.step" Nanoseconds 0.0 to 1e6 "a step of a search with a regular expression";
    NativeClock "native.clock" Nanoseconds 0.0 to 1e6 "reading a clock, beyond the call";
    NativeCpuClock "native.cpu_clock" Nanoseconds 0.0 to 1e6 "asking the system for the CPU time of a process or thread, likewise";
    NativeSystemCall "native.system_call" Nanoseconds 0.0 to 1e6 "asking the system for what it knows at once, as a process's number, likewise";
    NativeProduct "native.product" Nanoseconds 0.0 to 1e6 "a product of two digits of long integers, of 30 bits each";
    HashMd5 "native.md5" NanosecondsPerByte 0.0 to 1e6 "hashing by MD5";
    HashSha1 "native.sha1" NanosecondsPerByte 0.0 to 1e6 "hashing by SHA-1";
    HashSha256 "native.sha256" NanosecondsPerByte 0.0 to 1e6 "hashing by SHA-256";
    HashSha512 "native.sha512" NanosecondsPerByte 0.0 to 1e6 "hashing by SHA-512";
    HashSha3 "native.sha3" NanosecondsPerByte 0.0 to 1e6 "hashing by SHA3-256; the other sizes by the same for a block";
    HashBlake2b "native.blake2b" NanosecondsPerByte 0.0 to 1e6 "hashing by BLAKE2b";
    HashBlake2s "native.blake2s" NanosecondsPerByte 0.0 to 1e6 "hashing by BLAKE2s";
    Pbkdf2Round "native.pbkdf2_round" Nanoseconds 0.0 to 1e9 "a round of PBKDF2, beyond the two blocks that it hashes";
    Scrypt "native.scrypt" NanosecondsPerByte 0.0 to 1e6 "scrypt, by its memory";
    Checksum "native.checksum" NanosecondsPerByte 0.0 to 1e6 "CRC-32 or Adler-32";
    Compress "native.compress" NanosecondsPerByte 0.0 to 1e6 "compressing by zlib";
    Decompress "native.decompress" NanosecondsPerByte 0.0 to 1e6 "unpacking by zlib, by what comes out";
    Kept "collector.kept" Nanoseconds 0.0 to 1e6 "room for a list, dict or object that stays, in memory that was not used before";
    CollectorYoung "collector.young" Nanoseconds 0.0 to 1e6 "the garbage collector's look at an object of a younger generation";
    CollectorOld "collector.old" Nanoseconds 0.0 to 1e6 "the garbage collector's look at an object of the oldest generation, which is in no cache";
    FileCall "file.call" Nanoseconds 0.0 to 1e10 "opening, reading and closing a file, without its bytes";
    FileLook "file.look" Nanoseconds 0.0 to 1e10 "asking whether there is a file, how long it is, removing or renaming it, reading a line of input";
    FileByte "file.byte" NanosecondsPerByte 0.0 to 1e6 "reading or writing a file whose pages are in memory";
    NetworkCall "network.call" Nanoseconds 0.0 to 1e9 "a system call on a socket, without its bytes";
    NetworkByte "network.byte" NanosecondsPerByte 0.0 to 1e6 "bytes given to a socket";
    Loopback "network.loopback" Nanoseconds 0.0 to 1e10 "from one part of a program to another, by socket";
    LoopTurn "asyncio.turn" Nanoseconds 0.0 to 1e9 "a turn of an event loop, beyond what its Python code takes";
    LoopStep "asyncio.step" Nanoseconds 0.0 to 1e9 "a step of a task of an event loop, likewise";
    LoopTask "asyncio.task" Nanoseconds 0.0 to 1e9 "making and ending a task of an event loop, likewise";
    LoopTimer "asyncio.timer" Nanoseconds 0.0 to 1e9 "having a callback called later, until it is due, likewise";
    LoopExpiry "asyncio.expiry" Nanoseconds 0.0 to 1e9 "calling such a callback, likewise";
    LoopFuture "asyncio.future" Nanoseconds 0.0 to 1e9 "making a future of an event loop, waiting for it and waking who waits, likewise";
    LoopThreadFuture "asyncio.thread_future" Nanoseconds 0.0 to 1e9 "waiting for the future of another thread's work, likewise";
    Transport "library.transport" Nanoseconds 0.0 to 1e9 "asyncio's making and ending of a connection, beyond what its Python code takes";
    HttpClient "library.http_client" Nanoseconds 0.0 to 1e9 "a request and its answer by http.client, likewise";
    Urlopen "library.urlopen" Nanoseconds 0.0 to 1e9 "a request and its answer by urllib.request, likewise";
    Session "library.session" Nanoseconds 0.0 to 1e9 "a request and its answer by a session of requests, likewise";
    OneSession "library.one_session" Nanoseconds 0.0 to 1e9 "a session of requests for one request";
    Aiohttp "library.aiohttp" Nanoseconds 0.0 to 1e9 "a request and its answer by aiohttp, likewise";
    ThreadEnded "library.thread_ended" Nanoseconds 0.0 to 1e9 "threading's first look at a thread that has ended, likewise";
    Selector "library.selector" Nanoseconds 0.0 to 1e9 "multiprocessing's making of a selector, and each thing that it watches, likewise";
    Enumeration "library.enumeration" Nanoseconds 0.0 to 1e9 "making an enumeration, beyond what its Python code takes here";
    EnumerationMember "library.enumeration_member" Nanoseconds 0.0 to 1e9 "making a member of one, likewise";
    SharedBlock "library.shared_block" Nanoseconds 0.0 to 1e9 "making, attaching or removing a block of multiprocessing.shared_memory, likewise";
    SharedValue "library.shared_value" Nanoseconds 0.0 to 1e9 "making a value or an array of multiprocessing.sharedctypes, likewise";
    Manager "library.manager" Nanoseconds 0.0 to 1e9 "the start of a manager's server, or its end, beyond that of its process";
    ManagerConnection "library.manager_connection" Nanoseconds 0.0 to 1e9 "a connection to such a server, of which each thread has one and each new object makes three";
    MemoryInterpreter "memory.interpreter" Bytes 0.0 to 1e12 "an interpreter's process with its first thread";
    MemoryThread "memory.thread" Bytes 0.0 to 1e12 "a thread that has begun";
    MemoryExecutor "memory.executor" Bytes 0.0 to 1e12 "the modules of a pool of threads";
    MemoryMultiprocessing "memory.multiprocessing" Bytes 0.0 to 1e12 "the modules of processes and their pools";
    MemoryAsyncio "memory.asyncio" Bytes 0.0 to 1e12 "the modules of an event loop";
    MemoryCoroutine "memory.coroutine" Bytes 0.0 to 1e12 "a task of an event loop that sleeps";
    MemoryForked "memory.forked" Bytes 0.0 to 1e12 "what a forked process has for itself";
    MemorySpawned "memory.spawned" Bytes 0.0 to 1e12 "what a spawned process has for itself";
    MemoryForkserver "memory.forkserver" Bytes 0.0 to 1e12 "what a process of the fork server has for itself";
    MemorySubInterpreter "memory.sub_interpreter" Bytes 0.0 to 1e12 "a sub-interpreter";
    SingleThread "free_threading.single_thread" Ratio 0.01 to 100.0 "time of one thread without a GIL over time with one";
    SharedCount "free_threading.shared_count" Nanoseconds 0.0 to 1e6 "counting a reference to another thread's object";
    ContendedCount "free_threading.contended_count" Nanoseconds 0.0 to 1e6 "counting a reference to an object, for each thread that does it at once";
    ObjectLock "free_threading.object_lock" Nanoseconds 0.0 to 1e6 "taking and releasing an object's own lock";
    StopTheWorld "free_threading.stop_the_world" Nanoseconds 0.0 to 1e10 "stopping all threads once they are at a checkpoint";
}
