# Children log through a queue, a listener in the parent writes: whole lines, in the order of each child.
import io
import logging
import logging.handlers
import multiprocessing


def work(queue, name):
    logger = logging.getLogger(name)
    logger.handlers = [logging.handlers.QueueHandler(queue)]
    logger.setLevel(logging.INFO)
    logger.propagate = False
    for step in range(3):
        logger.info('step %d of %s', step, name)
    try:
        {}['missing']
    except KeyError:
        logger.exception('failed')


if __name__ == '__main__':
    queue, out = multiprocessing.Queue(), io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(logging.Formatter('%(name)s %(levelname)s %(message)s'))
    listener = logging.handlers.QueueListener(queue, handler)
    listener.start()
    children = [multiprocessing.Process(target=work, args=(queue, name)) for name in ('one', 'two')]
    for child in children:
        child.start()
    for child in children:
        child.join()
    listener.stop()
    lines = out.getvalue().splitlines()
    for name in ('one', 'two'):
        print([line for line in lines if line.startswith(name)])
    print(sum(line.startswith('KeyError') for line in lines))

# expect:
# ['one INFO step 0 of one', 'one INFO step 1 of one', 'one INFO step 2 of one', 'one ERROR failed']
# ['two INFO step 0 of two', 'two INFO step 1 of two', 'two INFO step 2 of two', 'two ERROR failed']
# 2
