# select.select with lists of readers and writers, a timeout of zero, and a wake-up by another thread.
import select
import socket
import threading

left, right = socket.socketpair()
print(select.select([left, right], [], [], 0) == ([], [], []))
readable, writable, broken = select.select([left], [left, right], [], 10)
print(readable, [one is left for one in writable], broken)
left.send(b'x')
readable, _, _ = select.select([left, right], [], [], 10)
print(readable == [right], right.recv(10))


def send_later():
    waiting.wait(timeout=10)
    left.sendall(b'woken')


waiting = threading.Event()
thread = threading.Thread(target=send_later)
thread.start()
waiting.set()
readable, _, _ = select.select([right.fileno()], [], [], 10)
print(readable == [right.fileno()], right.recv(10))
thread.join()
left.close()
print(select.select([right], [], [], 10)[0] == [right], right.recv(10))
right.close()
for wrong in (lambda: select.select([right], [], [], 0), lambda: select.select(['text'], [], [], 0),
              lambda: select.select([], [], [], -1)):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(type(error).__name__)

# expect:
# True
# [] [True, False] []
# True b'x'
# True b'woken'
# True b''
# ValueError
# TypeError
# ValueError
