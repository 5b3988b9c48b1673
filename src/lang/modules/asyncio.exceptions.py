__all__ = ['BrokenBarrierError', 'CancelledError', 'InvalidStateError', 'TimeoutError']


# No Exception: `except Exception` lets a cancellation through.
class CancelledError(BaseException):
    __module__ = 'asyncio.exceptions'


TimeoutError = TimeoutError


class InvalidStateError(Exception):
    __module__ = 'asyncio.exceptions'


class BrokenBarrierError(RuntimeError):
    __module__ = 'asyncio.exceptions'
