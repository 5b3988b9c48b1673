# Errors that nobody can catch are told, and nothing else happens.
import sys


class Wrong:
    def __del__(self):
        self.missing.append(1)


def hook(unraisable):
    print("hook", unraisable.exc_type.__name__, unraisable.exc_value, unraisable.object.__qualname__)


sys.unraisablehook = hook
Wrong()
sys.unraisablehook = lambda unraisable: print("another", unraisable.err_msg)
Wrong()
raise ValueError("end")
