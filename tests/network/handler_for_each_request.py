# socketserver: a handler object a request, one after another or in threads, with setup, handle and finish.
import socket
import socketserver
import threading

log = []


class Upper(socketserver.StreamRequestHandler):
    def setup(self):
        super().setup()
        log.append('setup')

    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.upper())
        log.append('handled')

    def finish(self):
        super().finish()
        log.append('finish')


def ask(address, text):
    with socket.create_connection(address) as connection:
        connection.sendall(text)
        connection.shutdown(socket.SHUT_WR)
        return connection.makefile('rb').read()


for kind in (socketserver.TCPServer, socketserver.ThreadingTCPServer):
    log.clear()
    with kind(('127.0.0.1', 0), Upper) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={'poll_interval': 0.005})
        thread.start()
        print(kind.__name__, [ask(server.server_address, text) for text in (b'a\nb\n', b'', b'last')])
        server.shutdown()
        thread.join()
    print(sorted(log))


class Reverse(socketserver.BaseRequestHandler):
    def handle(self):
        data, connection = self.request
        connection.sendto(data[::-1], self.client_address)


with socketserver.UDPServer(('127.0.0.1', 0), Reverse) as server, socket.socket(type=socket.SOCK_DGRAM) as client:
    client.settimeout(10)
    client.sendto(b'datagram', server.server_address)
    server.handle_request()
    print(client.recv(100))

# expect:
# TCPServer [b'A\nB\n', b'', b'LAST']
# ['finish', 'finish', 'finish', 'handled', 'handled', 'handled', 'setup', 'setup', 'setup']
# ThreadingTCPServer [b'A\nB\n', b'', b'LAST']
# ['finish', 'finish', 'finish', 'handled', 'handled', 'handled', 'setup', 'setup', 'setup']
# b'margatad'
