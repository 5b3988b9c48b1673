# A server that answers HTTP itself, and its clients.
import http.server, http.client, threading, urllib.request, urllib.error, json
class H(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_GET(self):
        if self.path == "/missing":
            self.send_error(404)
            return
        body = json.dumps({"path": self.path, "agent": self.headers.get("X-Who")}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def do_POST(self):
        n = int(self.headers["Content-Length"])
        body = self.rfile.read(n)
        self.send_response(http.HTTPStatus.CREATED)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[::-1])
    def log_message(self, *args):
        pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), H)
t = threading.Thread(target=server.serve_forever)
t.start()
base = f"http://127.0.0.1:{server.server_port}"
print(json.load(urllib.request.urlopen(base + "/x?y=1")))
try:
    urllib.request.urlopen(base + "/missing")
except urllib.error.HTTPError as e:
    print(e, e.code, b"404" in e.read())
r = urllib.request.urlopen(urllib.request.Request(base + "/p", data=b"abc", method="POST"))
print(r.status, r.read(), r.reason)
c = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
for i in range(3):
    c.request("GET", f"/{i}", headers={"X-Who": "me"})
    r = c.getresponse()
    print(r.status, r.reason, r.getheader("content-type"), r.read())
c.request("POST", "/q", body="hello")
print(c.getresponse().read())
c.request("PATCH", "/q", body="hello")
r = c.getresponse(); print(r.status, r.reason); r.read()
c.close()
server.shutdown()
t.join()
server.server_close()

# expect:
# {'path': '/x?y=1', 'agent': None}
# HTTP Error 404: Not Found 404 True
# 201 b'cba' Created
# 200 OK application/json b'{"path": "/0", "agent": "me"}'
# 200 OK application/json b'{"path": "/1", "agent": "me"}'
# 200 OK application/json b'{"path": "/2", "agent": "me"}'
# b'olleh'
# 501 Unsupported method ('PATCH')
