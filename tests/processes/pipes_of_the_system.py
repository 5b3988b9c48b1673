# Pipes by the numbers of their ends, between threads and in a forked process.
import os
import threading


def refused(call, *args):
    try:
        call(*args)
    except OSError as error:
        print(repr(error))


def read_all():
    while data := os.read(reader, 3):
        pieces.append(data)


reader, writer = os.pipe()
print(reader != writer, reader > 2, writer > 2)
print(os.write(writer, b'hello'), os.read(reader, 2), os.read(reader, 100))
pieces = []
thread = threading.Thread(target=read_all)
thread.start()
os.write(writer, b'abc')
os.write(writer, bytearray(b'defgh'))
os.close(writer)
thread.join()
print(b''.join(pieces), os.read(reader, 1))
os.close(reader)
refused(os.read, reader, 1)
refused(os.close, reader)

reader, writer = os.pipe()
refused(os.read, writer, 1)
refused(os.write, reader, b'x')
os.close(reader)
refused(os.write, writer, b'x')
os.close(writer)

reader, writer = os.pipe()
child = os.fork()
if child == 0:
    os.close(reader)
    os.write(writer, b'from the child')
    os._exit(0)
os.close(writer)
print(os.read(reader, 100), os.read(reader, 100))
os.waitpid(child, 0)

# expect:
# True True True
# 5 b'he' b'llo'
# b'abcdefgh' b''
# OSError(9, 'Bad file descriptor')
# OSError(9, 'Bad file descriptor')
# OSError(9, 'Bad file descriptor')
# OSError(9, 'Bad file descriptor')
# BrokenPipeError(32, 'Broken pipe')
# b'from the child' b''
