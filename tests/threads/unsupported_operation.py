"""What a file does not do is an OSError and a ValueError."""
import io, tempfile, os

print(io.UnsupportedOperation.__mro__, io.UnsupportedOperation.__module__)
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'a')
    with open(path, 'w') as file:
        for kind in (OSError, ValueError, io.UnsupportedOperation):
            try:
                file.read()
            except kind as error:
                print(type(error).__name__, error, error.errno, error.args)
    with open(path) as file:
        try:
            file.write('x')
        except ValueError as error:
            print(isinstance(error, OSError), error)
try:
    io.StringIO().fileno()
except ValueError as error:
    print(error)
# expect:
# (<class 'io.UnsupportedOperation'>, <class 'OSError'>, <class 'ValueError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>) io
# UnsupportedOperation not readable None ('not readable',)
# UnsupportedOperation not readable None ('not readable',)
# UnsupportedOperation not readable None ('not readable',)
# True not writable
# fileno
