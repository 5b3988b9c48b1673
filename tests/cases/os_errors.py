# OSError: a number and a text make the class, the attributes and the message.
for number in (1, 2, 3, 4, 5, 10, 11, 13, 17, 20, 21, 32, 98, 103, 104, 110, 111, 115):
    error = OSError(number, 'text')
    print(type(error).__name__, error, error.errno, error.strerror, error.filename, error.args)
error = OSError(2, 'No such file', 'name.txt')
print(type(error).__name__, error, error.filename, error.args, repr(error))
print(OSError('alone'), OSError('alone').errno, OSError().errno, OSError(1, 2, None))
print(repr(ConnectionRefusedError(111, 'refused')), TimeoutError('timed out'), TimeoutError('timed out').errno)


class Mine(OSError):
    pass


print(type(Mine(2, 'no')).__name__, Mine(2, 'no').errno, Mine(2, 'no'))

# expect:
# PermissionError [Errno 1] text 1 text None (1, 'text')
# FileNotFoundError [Errno 2] text 2 text None (2, 'text')
# ProcessLookupError [Errno 3] text 3 text None (3, 'text')
# InterruptedError [Errno 4] text 4 text None (4, 'text')
# OSError [Errno 5] text 5 text None (5, 'text')
# ChildProcessError [Errno 10] text 10 text None (10, 'text')
# BlockingIOError [Errno 11] text 11 text None (11, 'text')
# PermissionError [Errno 13] text 13 text None (13, 'text')
# FileExistsError [Errno 17] text 17 text None (17, 'text')
# NotADirectoryError [Errno 20] text 20 text None (20, 'text')
# IsADirectoryError [Errno 21] text 21 text None (21, 'text')
# BrokenPipeError [Errno 32] text 32 text None (32, 'text')
# OSError [Errno 98] text 98 text None (98, 'text')
# ConnectionAbortedError [Errno 103] text 103 text None (103, 'text')
# ConnectionResetError [Errno 104] text 104 text None (104, 'text')
# TimeoutError [Errno 110] text 110 text None (110, 'text')
# ConnectionRefusedError [Errno 111] text 111 text None (111, 'text')
# BlockingIOError [Errno 115] text 115 text None (115, 'text')
# FileNotFoundError [Errno 2] No such file: 'name.txt' name.txt (2, 'No such file') FileNotFoundError(2, 'No such file')
# alone None None [Errno 1] 2
# ConnectionRefusedError(111, 'refused') timed out None
# Mine 2 [Errno 2] no
