# The ways in which a process comes to be: a copy of this one, or a fresh interpreter that is told what to do.

from _fork import checked as _checked, fork as _fork
from _process import close as _close, exit as _exit, kill as _kill, pipe as _pipe, spawn as _spawn, wait as _wait
from _process import write as _write
from multiprocessing import util as _at_the_end  # Imported for what it does at the end of the process.
import threading

_spawning = threading.local()


# The child that this thread is about to start otherwise than by a fork; what it shall have is pickled only then.
def get_spawning_popen():
    return getattr(_spawning, 'popen', None)


def set_spawning_popen(popen):
    _spawning.popen = popen


class ForkPopen:
    method = 'fork'

    def __init__(self, process_obj):
        self.returncode = None
        self._ends = ()
        self._launch(process_obj)

    def duplicate_for_child(self, end):
        return end

    def keep_for_child(self, shared):
        pass

    def poll(self, timeout=0):
        if self.returncode is None:
            status = _wait(self.pid, timeout)
            # Somebody else may have waited for it already.
            if status is not None and not isinstance(status, tuple):
                self.returncode = status
        return self.returncode

    def wait(self, timeout=None):
        if self.returncode is None:
            if timeout is not None:
                from multiprocessing.connection import wait
                if not wait([self.sentinel], timeout):
                    return None
            return self.poll(0 if timeout == 0.0 else None)
        return self.returncode

    def _send_signal(self, signal):
        if self.returncode is None:
            reply = _kill(self.pid, signal)
            # Of one that is gone somebody else knows how it ended.
            if isinstance(reply, tuple) and reply[0] != 3 and self.poll(0.1) is None:
                _checked(reply)

    def terminate(self):
        self._send_signal(15)

    def kill(self):
        self._send_signal(9)

    def _launch(self, process_obj):
        status = 1
        parent_r, child_w = _checked(_pipe())
        child_r, parent_w = _checked(_pipe())
        self.pid = _fork(process_obj._name)
        if self.pid == 0:
            try:
                _close(parent_r)
                _close(parent_w)
                status = process_obj._bootstrap(parent_sentinel=child_r)
            finally:
                _exit(status)
        _close(child_w)
        _close(child_r)
        self._ends = (parent_r, parent_w)
        self.sentinel = parent_r

    def close(self):
        for end in self._ends:
            _close(end)
        self._ends = ()

    def __del__(self):
        self.close()


class SpawnPopen(ForkPopen):
    method = 'spawn'

    def duplicate_for_child(self, end):
        self._for_child.append(end)
        return end

    def keep_for_child(self, shared):
        self._kept.append(shared)

    def _launch(self, process_obj):
        from multiprocessing import reduction, spawn
        self._for_child, self._kept = [], []
        preparation = spawn.get_preparation_data(process_obj._name)
        set_spawning_popen(self)
        try:
            start = reduction.dumps(preparation) + reduction.dumps(process_obj)
        finally:
            set_spawning_popen(None)
        parent_r, child_w = _checked(_pipe())
        child_r, parent_w = _checked(_pipe())
        self._ends = (parent_r, parent_w)
        message = ('%d %d' % (child_r, len(start))).encode()
        self.pid = _checked(_spawn(process_obj._name, self.method, message, self._for_child + [child_r, child_w]))
        _close(child_w)
        _close(child_r)
        self.sentinel = parent_r
        reply = _write(parent_w, start)
        # A child that has died meanwhile is told by its exit status.
        if isinstance(reply, tuple) and reply[0] != 32:
            _checked(reply)


class ForkServerPopen(SpawnPopen):
    method = 'forkserver'
