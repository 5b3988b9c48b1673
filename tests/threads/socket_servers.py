# Servers with a handler for each request.
import socketserver, socket, threading
class MyUDPHandler(socketserver.BaseRequestHandler):
    def handle(self):
        data = self.request[0].strip()
        socket = self.request[1]
        print("{} wrote:".format(self.client_address[0]))
        print(data)
        socket.sendto(data.upper(), self.client_address)
class H(socketserver.StreamRequestHandler):
    def handle(self):
        self.data = self.rfile.readline().strip()
        print("{} wrote:".format(self.client_address[0]))
        print(self.data)
        if self.data == b"boom":
            raise ValueError("boom")
        self.wfile.write(self.data.upper())
with socketserver.UDPServer(("localhost", 0), MyUDPHandler) as server:
    t = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}); t.start()
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.sendto(bytes("hi there" + "\n", "utf-8"), server.server_address)
    print("Received: {}".format(str(sock.recv(1024), "utf-8")))
    server.shutdown(); t.join(); sock.close()
with socketserver.TCPServer(("localhost", 0), H) as server:
    t = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}); t.start()
    for m in ("hi", "boom"):
        with socket.create_connection(server.server_address) as s:
            f = s.makefile("rwb")
            f.write(m.encode() + b"\n"); f.flush()
            print(f.read())
            f.close()
    server.shutdown(); t.join()
with socketserver.TCPServer(("localhost", 0), H) as server:
    server.timeout = 0.05
    server.handle_timeout = lambda: print("nobody came")
    server.handle_request()

# expect:
# 127.0.0.1 wrote:
# b'hi there'
# Received: HI THERE
# 127.0.0.1 wrote:
# b'hi'
# b'HI'
# 127.0.0.1 wrote:
# b'boom'
# b''
# nobody came
