# Callbacks of futures: in the order in which they were added, also on one that is done, and with their mistakes told.
from concurrent.futures import Future, ThreadPoolExecutor

seen = []
future = Future()
future.add_done_callback(lambda f: seen.append(('first', f.result())))
future.add_done_callback(lambda f: seen.append(('second', f.result())))
future.set_result(7)
future.add_done_callback(lambda f: seen.append(('late', f.done())))
print(seen)

failed = Future()
failed.add_done_callback(lambda f: print('callback sees', repr(f.exception())))
failed.set_exception(KeyError('k'))
try:
    failed.result()
except KeyError as error:
    print('raised', error)

cancelled = Future()
cancelled.add_done_callback(lambda f: print('cancelled:', f.cancelled()))
print(cancelled.cancel(), cancelled.cancel(), cancelled.done(), cancelled.running())

with ThreadPoolExecutor(1) as pool:
    total = []
    for n in range(5):
        pool.submit(pow, n, 2).add_done_callback(lambda f: total.append(f.result()))
print(sum(total), sorted(total))
# expect:
# [('first', 7), ('second', 7), ('late', True)]
# callback sees KeyError('k')
# raised 'k'
# cancelled: True
# True True True False
# 30 [0, 1, 4, 9, 16]
