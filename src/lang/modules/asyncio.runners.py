from _asyncio import all_tasks, iscoroutine
from asyncio import events as _events
from asyncio.exceptions import CancelledError as _CancelledError

__all__ = ['Runner', 'run']

# The runner that is at work in this process, if any.
_running = None


# A loop of its own for main coroutines, one after the other; whatever is left at its end is ended.
class Runner:
    __module__ = 'asyncio.runners'

    def __init__(self, *, debug=None, loop_factory=None):
        self._state = 'created'
        self._debug = debug
        self._factory = loop_factory
        self._loop = None

    def __enter__(self):
        self._begin()
        return self

    def __exit__(self, kind, error, traceback):
        self.close()

    def _begin(self):
        if self._state == 'closed':
            raise RuntimeError('Runner is closed')
        if self._state == 'initialized':
            return
        if self._factory is None:
            self._loop = _events.new_event_loop()
            _events.set_event_loop(self._loop)
        else:
            self._loop = self._factory()
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        self._state = 'initialized'

    def get_loop(self):
        self._begin()
        return self._loop

    def run(self, coro, *, context=None):
        if not iscoroutine(coro):
            raise ValueError('a coroutine was expected, got %r' % (coro,))
        if _events._get_running_loop() is not None:
            raise RuntimeError('Runner.run() cannot be called from a running event loop')
        self._begin()
        return self._run(self._loop.create_task(coro, context=context))

    def _run(self, task):
        global _running
        outer, _running = _running, self
        self._task, self._interrupts = task, 0
        try:
            return self._loop.run_until_complete(task)
        except _CancelledError:
            if self._interrupts > 0 and task.uncancel() == 0:
                raise KeyboardInterrupt()
            raise
        finally:
            _running = outer

    # Ctrl-C cancels the main coroutine, which can tidy up; the second one is not taken, and interrupts whatever runs.
    def _takes_interrupt(self):
        self._interrupts += 1
        if self._interrupts > 1 or self._task.done():
            return False
        self._task.cancel()
        self._loop.call_soon_threadsafe(lambda: None)
        return True

    def close(self):
        if self._state != 'initialized':
            return
        loop = self._loop
        try:
            _cancel_all(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor())
        finally:
            if self._factory is None:
                _events.set_event_loop(None)
            loop.close()
            self._loop = None
            self._state = 'closed'


# Runs a program's main coroutine in a loop of its own, and ends whatever is left when it is over.
def run(main, *, debug=None):
    if _events._get_running_loop() is not None:
        raise RuntimeError('asyncio.run() cannot be called from a running event loop')
    with Runner(debug=debug) as runner:
        return runner.run(main)


def _cancel_all(loop):
    tasks = list(loop._tasks)
    if not tasks:
        return
    for task in tasks:
        task.cancel()
    from asyncio.tasks import gather
    loop.run_until_complete(gather(*tasks, return_exceptions=True))
    for task in tasks:
        if not task.cancelled() and task.exception() is not None:
            told = {'message': 'unhandled exception during asyncio.run() shutdown', 'exception': task.exception()}
            told['task'] = task
            loop.call_exception_handler(told)
