# What a stream has that stands upon another: of a class beside `io.IOBase`, which comes behind it.

class Upon:
    # The other, until it is detached, and what it is called where it is wanted afterwards.
    _below = None

    def _get_below(self):
        if self._below is None:
            raise ValueError(f'{self._called} has been detached')
        return self._below

    def __del__(self):
        try:
            self.close()
        except Exception:
            pass

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle '_io.{type(self).__name__}' object")

    def _shown_name(self):
        return f' name={self.name!r}' if hasattr(self._below, 'name') else ''

    @property
    def closed(self):
        return self._get_below().closed

    @property
    def name(self):
        return self._get_below().name

    def readable(self):
        return self._get_below().readable()

    def writable(self):
        return self._get_below().writable()

    def seekable(self):
        return self._get_below().seekable()

    def fileno(self):
        return self._get_below().fileno()

    def isatty(self):
        return self._get_below().isatty()

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self._below.close()

    def detach(self):
        below = self._get_below()
        self.flush()
        self._below = None
        return below
