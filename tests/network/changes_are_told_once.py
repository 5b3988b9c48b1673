# What is told of changes alone, of one event alone, and of what is closed.
import select
import socket


def told(timeout=0.05):
    return [bits for number, bits in epoll.poll(timeout)]


a, b = socket.socketpair()
a.setblocking(False)
epoll = select.epoll()
epoll.register(a, select.EPOLLIN | select.EPOLLET)
b.send(b'hello')
print(told(5), told(), 'not again')
b.send(b'more')
print(told(5), a.recv(5), told(), 'what is left is no change')
b.send(b'z')
print(told(5), a.recv(100))
epoll.modify(a, select.EPOLLIN | select.EPOLLONESHOT)
b.send(b'once')
print(told(5), told())
epoll.modify(a, select.EPOLLIN)
print(told(5), told(5), a.recv(100), told())
epoll.modify(a, select.EPOLLOUT | select.EPOLLET)
print(told(5), told())
epoll.modify(a.fileno(), select.EPOLLIN)
b.close()
print(told(5))
for call in (lambda: epoll.register(a, 1), lambda: epoll.unregister(999), lambda: epoll.poll(maxevents=0)):
    try:
        call()
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)
number = a.fileno()
a.close()
print(told(), 'a file that is closed is forgotten')
epoll.close()
print(epoll.closed)
try:
    epoll.poll(0)
except ValueError as error:
    print(error)

poll = select.poll()
fresh = socket.socket()
poll.register(fresh, select.POLLIN)
print([bits for _, bits in poll.poll(100)])
poll.register(number, select.POLLIN)
print(sorted(bits for _, bits in poll.poll(100)))
fresh.close()
try:
    select.select([number], [], [], 0)
except OSError as error:
    print(error)

# expect:
# [1] [] not again
# [1] b'hello' [] what is left is no change
# [1] b'morez'
# [1] []
# [1] [1] b'once' []
# [4] []
# [17]
# FileExistsError [Errno 17] File exists
# OSError [Errno 9] Bad file descriptor
# ValueError maxevents must be greater than 0, got 0
# [] a file that is closed is forgotten
# True
# I/O operation on closed epoll object
# [16]
# [16]
# [Errno 9] Bad file descriptor
