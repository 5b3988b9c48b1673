# The other side of a protocol: what sends its bytes and calls it when some come.

__all__ = ['BaseTransport', 'DatagramTransport', 'ReadTransport', 'Transport', 'WriteTransport']

_HIGH = 64 * 1024


class BaseTransport:
    __module__ = 'asyncio.transports'

    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        return self._extra.get(name, default)

    def is_closing(self):
        raise NotImplementedError

    def close(self):
        raise NotImplementedError

    def set_protocol(self, protocol):
        raise NotImplementedError

    def get_protocol(self):
        raise NotImplementedError


class ReadTransport(BaseTransport):
    __module__ = 'asyncio.transports'

    def is_reading(self):
        raise NotImplementedError

    def pause_reading(self):
        raise NotImplementedError

    def resume_reading(self):
        raise NotImplementedError


class WriteTransport(BaseTransport):
    __module__ = 'asyncio.transports'

    def set_write_buffer_limits(self, high=None, low=None):
        raise NotImplementedError

    def get_write_buffer_size(self):
        raise NotImplementedError

    def get_write_buffer_limits(self):
        raise NotImplementedError

    def write(self, data):
        raise NotImplementedError

    def writelines(self, list_of_data):
        self.write(b''.join(list_of_data))

    def write_eof(self):
        raise NotImplementedError

    def can_write_eof(self):
        raise NotImplementedError

    def abort(self):
        raise NotImplementedError


class Transport(ReadTransport, WriteTransport):
    __module__ = 'asyncio.transports'


class DatagramTransport(BaseTransport):
    __module__ = 'asyncio.transports'

    def sendto(self, data, addr=None):
        raise NotImplementedError

    def abort(self):
        raise NotImplementedError


# Tells the protocol when too much waits to be sent, and when it is less again.
class _FlowControl:
    _paused_protocol = False
    _high_water = _HIGH
    _low_water = _HIGH // 4

    def set_write_buffer_limits(self, high=None, low=None):
        if high is None:
            high = _HIGH if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError('high (%r) must be >= low (%r) must be >= 0' % (high, low))
        self._high_water = high
        self._low_water = low
        self._maybe_pause_protocol()

    def get_write_buffer_limits(self):
        return self._low_water, self._high_water

    def _maybe_pause_protocol(self):
        if not self._paused_protocol and self.get_write_buffer_size() > self._high_water:
            self._paused_protocol = True
            self._tell('pause_writing')

    def _maybe_resume_protocol(self):
        if self._paused_protocol and self.get_write_buffer_size() <= self._low_water:
            self._paused_protocol = False
            self._tell('resume_writing')

    def _tell(self, what):
        try:
            getattr(self._protocol, what)()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop.call_exception_handler({
                'message': 'protocol.%s() failed' % what, 'exception': error, 'transport': self,
                'protocol': self._protocol,
            })
