# A forked process has the sockets of its parent: servers with a process for each connection, and with some that accept.
import os
import socket
import socketserver
import threading


def ask(address, message):
    with socket.create_connection(address) as client:
        client.sendall(message)
        client.shutdown(socket.SHUT_WR)
        return client.makefile('rb').read()


def a_process_for_each_connection(listener, count):
    for _ in range(count):
        connection, _ = listener.accept()
        if os.fork() == 0:
            listener.close()
            while data := connection.recv(100):
                connection.sendall(data.upper())
            connection.close()
            os._exit(0)
        connection.close()
    for _ in range(count):
        os.wait()


def processes_that_accept(listener, count):
    pids = []
    for _ in range(count):
        pids.append(os.fork())
        if pids[-1] == 0:
            while True:
                connection, _ = listener.accept()
                with connection:
                    message = connection.recv(100)
                    if message == b'stop':
                        os._exit(7)
                    connection.sendall(b'worker:' + message)
    return pids


def main():
    listener = socket.create_server(('127.0.0.1', 0))
    answers = []
    client = threading.Thread(
        target=lambda: answers.extend([ask(listener.getsockname(), b'message %d' % i) for i in range(3)])
    )
    client.start()
    a_process_for_each_connection(listener, 3)
    client.join()
    print(answers)

    pids = processes_that_accept(listener, 2)
    print([ask(listener.getsockname(), b'%d' % i) for i in range(4)])
    for _ in pids:
        ask(listener.getsockname(), b'stop')
    print([os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in pids])
    listener.close()

    with socketserver.ForkingTCPServer(('127.0.0.1', 0), TellsWhere) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        print([ask(server.server_address, b'request %d\n' % i) for i in range(2)])
        server.shutdown()
        thread.join()

    here, there = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        here.close()
        there.sendall(b'child says ' + there.recv(10))
        os._exit(0)
    there.close()
    here.sendall(b'hi')
    print(here.makefile('rb').read())
    os.waitpid(pid, 0)


class TellsWhere(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.readline().strip() + b' %d' % (os.getpid() != first))


first = os.getpid()
if __name__ == '__main__':
    main()

# expect:
# [b'MESSAGE 0', b'MESSAGE 1', b'MESSAGE 2']
# [b'worker:0', b'worker:1', b'worker:2', b'worker:3']
# [7, 7]
# [b'request 0 1', b'request 1 1']
# b'child says hi'
