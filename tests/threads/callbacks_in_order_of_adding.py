# Callbacks run in the order of their adding, one that fails is logged and keeps no other from running.
from concurrent.futures import Future
import io
import logging

log = io.StringIO()
logging.basicConfig(stream=log, format='%(levelname)s %(name)s: %(message)s')
future = Future()
called = []


def note(text):
    return lambda future: called.append((text, future.result()))


def fail(future):
    called.append('fails')
    raise ValueError('in a callback')


for callback in (note('first'), fail, note('last')):
    future.add_done_callback(callback)
print(future.set_running_or_notify_cancel(), future.running(), called)
future.set_result(7)
print(called)
text = log.getvalue()
print(text.splitlines()[0][:58])
print(text.splitlines()[-1])
try:
    future.set_result(8)
except Exception as error:
    print(type(error).__module__, type(error).__name__, str(error)[:20])
cancelled = Future()
cancelled.add_done_callback(lambda future: print('told of the cancelling', future.cancelled()))
print(cancelled.cancel(), cancelled.set_running_or_notify_cancel())

# expect:
# True True []
# [('first', 7), 'fails', ('last', 7)]
# ERROR concurrent.futures: exception calling callback for <
# ValueError: in a callback
# concurrent.futures._base InvalidStateError FINISHED: <Future at
# told of the cancelling True
# True False
