__all__ = ['deque']

from _collections import deque
