# Event loops and contexts are brought together once a program has both; a program with one of them alone pays nothing.

_has_contexts = _has_loop = False


def contexts_loaded():
    global _has_contexts
    _has_contexts = True
    if _has_loop:
        _join()


def loop_loaded():
    global _has_loop
    _has_loop = True
    if _has_contexts:
        _join()


def _join():
    import asyncio._contexts
