__all__ = ['JSONDecodeError', 'JSONDecoder']

from json import JSONDecodeError, JSONDecoder
