# MemoryHandler keeps what threads log, and hands it all on when something severe is among it, or when it is full.
import io
import logging
import logging.handlers
import threading

out = io.StringIO()
target = logging.StreamHandler(out)
target.setFormatter(logging.Formatter('%(levelname)s %(message)s'))
memory = logging.handlers.MemoryHandler(capacity=10, flushLevel=logging.ERROR, target=target)
logger = logging.getLogger('kept')
logger.setLevel(logging.DEBUG)
logger.propagate = False
logger.addHandler(memory)


def in_thread(function, *args):
    thread = threading.Thread(target=function, args=args)
    thread.start()
    thread.join()
    shown = out.getvalue().splitlines()
    out.truncate(0)
    out.seek(0)
    return shown


def count(n):
    for number in range(n):
        logger.debug('%d', number)


print(in_thread(count, 3), len(memory.buffer))
print(in_thread(logger.error, 'broken'), len(memory.buffer))
print(in_thread(logger.info, 'fine'), in_thread(count, 9))
print(in_thread(count, 2), len(memory.buffer))
logger.removeHandler(memory)
memory.close()
print(out.getvalue().splitlines(), memory.target)

# expect:
# [] 3
# ['DEBUG 0', 'DEBUG 1', 'DEBUG 2', 'ERROR broken'] 0
# [] ['INFO fine', 'DEBUG 0', 'DEBUG 1', 'DEBUG 2', 'DEBUG 3', 'DEBUG 4', 'DEBUG 5', 'DEBUG 6', 'DEBUG 7', 'DEBUG 8']
# [] 2
# ['DEBUG 0', 'DEBUG 1'] None
