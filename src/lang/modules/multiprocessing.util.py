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
                threading._complain(threading._told(error), 'Exception in a finalizer:')
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
    _run_finalizers(0)
    if current_process() is not None:
        for child in active_children():
            if child.daemon:
                child._popen.terminate()
        for child in active_children():
            child.join()
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


# Messages of multiprocessing about itself: nobody has asked for them, and there are none.
class _Logger:
    level = 0

    def setLevel(self, level):
        self.level = level

    def debug(self, message, *args):
        pass

    info = warning = error = critical = debug


_logger = _Logger()


def get_logger():
    return _logger


def log_to_stderr(level=None):
    if level:
        _logger.setLevel(level)
    return _logger


def debug(message, *args):
    pass


def info(message, *args):
    pass


sub_debug = sub_warning = debug


class ForkAwareLocal:
    def __init__(self):
        self.__dict__.clear()
