# The logger of multiprocessing: quiet until somebody wants to hear it, and then in the words of CPython.
from multiprocessing import Process, get_logger, log_to_stderr, util
import logging
import sys


def work():
    get_logger().error('worse')
    sys.exit(3)


if __name__ == '__main__':
    logger = get_logger()
    print(logger.name, logger.level, logger.propagate, logger is get_logger(), logger is logging.getLogger('multiprocessing'))
    sys.stderr = sys.stdout
    print(log_to_stderr() is logger, logger.level, len(logger.handlers))
    logger.warning('in %d words', 3)
    logger.info('not heard')
    print(log_to_stderr(logging.INFO).level)
    logger.removeHandler(logger.handlers[0])
    sys.stdout.flush()
    child = Process(target=work, name='Worker')
    child.start()
    child.join()
    logger.setLevel(util.SUBDEBUG)
    util.debug('of %s', 'old')
    util.sub_debug('deep')
    util.sub_warning('shallow')

# expect:
# multiprocessing 0 0 True True
# True 0 1
# [WARNING/MainProcess] in 3 words
# 20
# [INFO/Worker] child process calling self.run()
# [ERROR/Worker] worse
# [INFO/Worker] process shutting down
# [INFO/Worker] process exiting with exitcode 3
# [DEBUG/MainProcess] of old
# [Level 5/MainProcess] deep
# [Level 25/MainProcess] shallow
# [INFO/MainProcess] process shutting down
# [DEBUG/MainProcess] running all "atexit" finalizers with priority >= 0
# [DEBUG/MainProcess] running the remaining "atexit" finalizers
