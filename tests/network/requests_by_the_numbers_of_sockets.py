# A server that knows its connections by their numbers, told of what is ready or of changes alone.
import select
import socket
import threading

RESPONSE = b'HTTP/1.0 200 OK\r\nContent-Length: 13\r\n\r\nHello, world!'


def accept_all(listener, epoll, flags, connections):
    try:
        while True:
            connection, _ = listener.accept()
            connection.setblocking(False)
            number = connection.fileno()
            epoll.register(number, select.EPOLLIN | flags)
            connections[number] = [connection, b'', RESPONSE]
    except BlockingIOError:
        pass


def serve(listener, flags, count):
    served, connections = [], {}
    with select.epoll() as epoll:
        epoll.register(listener.fileno(), select.EPOLLIN | flags)
        while len(served) < count:
            for number, event in epoll.poll(1):
                if number == listener.fileno():
                    accept_all(listener, epoll, flags, connections)
                    continue
                held = connections[number]
                if event & select.EPOLLIN:
                    held[1] += held[0].recv(1024)
                    if held[1].endswith(b'\r\n\r\n'):
                        epoll.modify(number, select.EPOLLOUT | flags)
                elif event & select.EPOLLOUT:
                    while held[2]:
                        held[2] = held[2][held[0].send(held[2]):]
                    epoll.modify(number, flags)
                    held[0].shutdown(socket.SHUT_RDWR)
                elif event & select.EPOLLHUP:
                    epoll.unregister(number)
                    held[0].close()
                    served.append(connections.pop(number)[1].split()[1])
    print(sorted(served), connections)


def fetch(address, path):
    with socket.create_connection(address) as client:
        client.sendall(b'GET ' + path + b' HTTP/1.0\r\n')
        client.sendall(b'\r\n')
        answer = b''
        while piece := client.recv(16):
            answer += piece
    answers.append(answer)


for flags in (0, select.EPOLLET):
    answers = []
    listener = socket.create_server(('127.0.0.1', 0))
    listener.setblocking(False)
    server = threading.Thread(target=serve, args=(listener, flags, 4))
    clients = [threading.Thread(target=fetch, args=(listener.getsockname(), b'/%d' % i)) for i in range(4)]
    for thread in [server, *clients]:
        thread.start()
    for thread in [server, *clients]:
        thread.join()
    listener.close()
    print(len(answers), set(answers))

# expect:
# [b'/0', b'/1', b'/2', b'/3'] {}
# 4 {b'HTTP/1.0 200 OK\r\nContent-Length: 13\r\n\r\nHello, world!'}
# [b'/0', b'/1', b'/2', b'/3'] {}
# 4 {b'HTTP/1.0 200 OK\r\nContent-Length: 13\r\n\r\nHello, world!'}
