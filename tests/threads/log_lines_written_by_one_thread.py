# Many threads log through a queue, one thread writes: lines stay whole, and each thread's keep their order.
import io
import logging
import logging.handlers
import queue
import threading

out = io.StringIO()
lines = queue.SimpleQueue()
writer = logging.StreamHandler(out)
writer.setFormatter(logging.Formatter('%(threadName)s %(levelname)s %(message)s'))
listener = logging.handlers.QueueListener(lines, writer)
logger = logging.getLogger('many')
logger.propagate = False
logger.setLevel(logging.INFO)
logger.addHandler(logging.handlers.QueueHandler(lines))
listener.start()


def work():
    for step in range(5):
        logger.info('step %d', step)
        logger.debug('not shown')
    logger.warning('done')


threads = [threading.Thread(target=work, name=f'w{n}') for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
listener.stop()
written = out.getvalue().splitlines()
print(len(written))
for n in range(3):
    print([line.split(' ', 1)[1] for line in written if line.startswith(f'w{n} ')])

# expect:
# 18
# ['INFO step 0', 'INFO step 1', 'INFO step 2', 'INFO step 3', 'INFO step 4', 'WARNING done']
# ['INFO step 0', 'INFO step 1', 'INFO step 2', 'INFO step 3', 'INFO step 4', 'WARNING done']
# ['INFO step 0', 'INFO step 1', 'INFO step 2', 'INFO step 3', 'INFO step 4', 'WARNING done']
