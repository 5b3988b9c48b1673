# How a session connects: how often it tries.

__all__ = ['HTTPAdapter']


class HTTPAdapter:
    __module__ = 'requests.adapters'

    def __init__(self, pool_connections=10, pool_maxsize=10, max_retries=0, pool_block=False):
        if not isinstance(max_retries, int):
            raise TypeError('gilsim supports max_retries only as a number')
        self.max_retries = max_retries
        self._attempts = 1 + max_retries
