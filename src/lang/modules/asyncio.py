# An event loop upon coroutines, as CPython 3.11 has it.

__all__ = [
    'ALL_COMPLETED', 'AbstractEventLoop', 'AbstractEventLoopPolicy', 'AbstractServer', 'Barrier', 'BaseEventLoop',
    'BaseProtocol', 'BaseTransport', 'BoundedSemaphore', 'BrokenBarrierError', 'BufferedProtocol', 'CancelledError', 'Condition',
    'DatagramProtocol', 'DatagramTransport', 'DefaultEventLoopPolicy', 'Event', 'FIRST_COMPLETED', 'FIRST_EXCEPTION',
    'Future', 'Handle', 'IncompleteReadError', 'InvalidStateError', 'LifoQueue', 'LimitOverrunError', 'Lock',
    'PriorityQueue', 'Protocol', 'Queue', 'QueueEmpty', 'QueueFull', 'ReadTransport', 'Runner', 'SelectorEventLoop',
    'Semaphore', 'Server', 'StreamReader', 'StreamReaderProtocol', 'StreamWriter', 'Task', 'TaskGroup', 'Timeout',
    'TimeoutError', 'TimerHandle', 'Transport', 'WriteTransport', 'all_tasks', 'as_completed',
    'create_subprocess_exec', 'create_subprocess_shell', 'create_task', 'current_task', 'ensure_future', 'gather', 'get_event_loop', 'get_event_loop_policy', 'get_running_loop',
    'iscoroutine', 'iscoroutinefunction', 'isfuture', 'new_event_loop', 'open_connection', 'open_unix_connection', 'run',
    'run_coroutine_threadsafe', 'set_event_loop', 'set_event_loop_policy', 'shield', 'sleep', 'start_server', 'start_unix_server',
    'timeout', 'timeout_at', 'to_thread', 'wait', 'wait_for', 'wrap_future',
]

from asyncio.exceptions import BrokenBarrierError, CancelledError, IncompleteReadError, InvalidStateError
from asyncio.exceptions import LimitOverrunError, TimeoutError
from asyncio.events import Handle, TimerHandle, get_event_loop, get_running_loop, new_event_loop, set_event_loop
from asyncio.events import AbstractEventLoopPolicy, AbstractServer, DefaultEventLoopPolicy, get_event_loop_policy
from asyncio.events import set_event_loop_policy, _get_running_loop
from asyncio.base_events import AbstractEventLoop, BaseEventLoop, SelectorEventLoop
from asyncio.coroutines import iscoroutine, iscoroutinefunction
from asyncio.futures import Future, isfuture, wrap_future
from asyncio.locks import Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore
from asyncio.queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull
from asyncio.runners import Runner, run
from asyncio.selector_events import Server
from asyncio.protocols import BaseProtocol, BufferedProtocol, DatagramProtocol, Protocol
from asyncio.streams import StreamReader, StreamReaderProtocol, StreamWriter, open_connection, start_server
from asyncio.streams import open_unix_connection, start_unix_server
from asyncio.taskgroups import TaskGroup
from asyncio.tasks import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Task, all_tasks, as_completed, create_task
from asyncio.tasks import current_task, ensure_future, gather, run_coroutine_threadsafe, shield, sleep, wait, wait_for
from asyncio.threads import to_thread
from asyncio.timeouts import Timeout, timeout, timeout_at
from asyncio.transports import BaseTransport, DatagramTransport, ReadTransport, Transport, WriteTransport


async def create_subprocess_exec(program, *args, **kwds):
    raise NotImplementedError('gilsim starts no other programs: for processes of this one use multiprocessing')


async def create_subprocess_shell(cmd, **kwds):
    raise NotImplementedError('gilsim starts no other programs: for processes of this one use multiprocessing')


from _contextvars import loop_loaded as _loop_loaded

_loop_loaded()
