from _asyncio import all_tasks, iscoroutine
from asyncio import events as _events

__all__ = ['run']


# Runs a program's main coroutine in a loop of its own, and ends whatever is left when it is over.
def run(main, *, debug=None):
    if _events._get_running_loop() is not None:
        raise RuntimeError('asyncio.run() cannot be called from a running event loop')
    if not iscoroutine(main):
        raise ValueError('a coroutine was expected, got %r' % (main,))
    loop = _events.new_event_loop()
    _events.set_event_loop(loop)
    try:
        return loop.run_until_complete(loop.create_task(main))
    finally:
        try:
            _cancel_all(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor())
        finally:
            _events.set_event_loop(None)
            loop.close()


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
