# What is to be done when objects of multiprocessing end, and when the process does.

from itertools import count as _numbers
import atexit
import _fork

__all__ = ['Finalize', 'ForkAwareLocal', 'is_exiting', 'get_temp_dir', 'close_fds', 'get_logger', 'log_to_stderr']

_counter = _numbers()
_registry = {}
_registry_generation = 0
_exiting = False


# A callback that is called once: by hand, or at the end of the process in the order of its priority.
class Finalize:
    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        if exitpriority is not None and not isinstance(exitpriority, int):
            raise TypeError('Exitpriority ({0!r}) must be None or int, not {1!s}'.format(
                exitpriority, type(exitpriority)))
        if obj is None and exitpriority is None:
            raise ValueError('Without object, exitpriority cannot be None')
        self._callback = callback
        self._args = args
        self._kwargs = kwargs or {}
        self._key = (exitpriority, next(_counter))
        self._generation = _fork.generation
        if exitpriority is not None:
            _of_this_process()[self._key] = self

    def __call__(self):
        _of_this_process().pop(self._key, None)
        if self._callback is None:
            return None
        callback, self._callback = self._callback, None
        if self._generation != _fork.generation:
            return None
        result = callback(*self._args, **self._kwargs)
        self._args = self._kwargs = None
        return result

    def cancel(self):
        _of_this_process().pop(self._key, None)
        self._callback = self._args = self._kwargs = None

    def still_active(self):
        return self._callback is not None and self._generation == _fork.generation

    def __repr__(self):
        if self._callback is None:
            return '<%s object, dead>' % self.__class__.__name__
        return '<%s object, callback=%s>' % (self.__class__.__name__, getattr(self._callback, '__name__', self._callback))


# A forked process has no finalizers of its parent's.
def _of_this_process():
    global _registry, _registry_generation
    if _registry_generation != _fork.generation:
        _registry = {}
        _registry_generation = _fork.generation
    return _registry


def _run_finalizers(minpriority=None):
    registry = _of_this_process()
    chosen = [key for key in registry if minpriority is None or key[0] >= minpriority]
    chosen.sort(reverse=True)
    for key in chosen:
        finalizer = registry.get(key)
        if finalizer is not None:
            try:
                finalizer()
            except Exception as error:
                import threading
                threading._report(error, 'Exception in a finalizer:')
    if minpriority is None:
        registry.clear()


def is_exiting():
    return _exiting


def _exit_function():
    global _exiting
    if _exiting:
        return
    _exiting = True
    from multiprocessing.process import active_children, current_process
    info('process shutting down')
    debug('running all "atexit" finalizers with priority >= 0')
    _run_finalizers(0)
    if current_process() is not None:
        for child in active_children():
            if child.daemon:
                info('calling terminate() for daemon %s', child.name)
                child._popen.terminate()
        for child in active_children():
            info('calling join() for process %s', child.name)
            child.join()
    debug('running the remaining "atexit" finalizers')
    _run_finalizers()


atexit.register(_exit_function)


def _forked():
    global _exiting
    _exiting = False


_fork.after_in_child.append(_forked)


def close_fds(*ends):
    from _process import close
    for end in ends:
        close(end)


def get_temp_dir():
    raise NotImplementedError('gilsim does not have multiprocessing.util.get_temp_dir')


# What multiprocessing tells of itself, once somebody wants to know.
NOTSET = 0
SUBDEBUG = 5
DEBUG = 10
INFO = 20
SUBWARNING = 25
LOGGER_NAME = 'multiprocessing'
DEFAULT_LOGGING_FORMAT = '[%(levelname)s/%(processName)s] %(message)s'

_logger = None
_log_to_stderr = False


def get_logger():
    global _logger
    if _logger is None:
        import logging
        _logger = logging.getLogger(LOGGER_NAME)
        _logger.propagate = 0
    return _logger


def log_to_stderr(level=None):
    global _log_to_stderr
    import logging
    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(DEFAULT_LOGGING_FORMAT))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    _log_to_stderr = True
    return logger


def sub_debug(msg, *args):
    if _logger:
        _logger.log(SUBDEBUG, msg, *args)


def debug(msg, *args):
    if _logger:
        _logger.log(DEBUG, msg, *args)


def info(msg, *args):
    if _logger:
        _logger.log(INFO, msg, *args)


def sub_warning(msg, *args):
    if _logger:
        _logger.log(SUBWARNING, msg, *args)


class ForkAwareLocal:
    def __init__(self):
        self.__dict__.clear()
