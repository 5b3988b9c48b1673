# Folders served as they are, errors explained, and requests that are sent in parts.
import functools
import http.client
import os
import tempfile
import threading
import urllib.error
import urllib.request
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer


class Files(SimpleHTTPRequestHandler):
    def log_message(self, format, *args):
        pass


class Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format, *args):
        pass

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        told = b"%s %s" % (self.headers["X-Kind"].encode(), body)
        self.send_response(HTTPStatus.CREATED)
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def do_GET(self):
        self.send_error(404, "No <such>", "It is <gone> & so on") if self.path == "/own" else self.send_error(int(self.path[1:]))


def fetch(url, **headers):
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
            return answer.status, answer.headers["Content-type"], answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.reason, error.read()


def serve(handler, use):
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        use("http://127.0.0.1:%d" % server.server_port, server.server_port)
        server.shutdown()
        thread.join()


def files(base, port):
    for path in ("/", "/data.json?x=1", "/sub%20folder/", "/sub%20folder", "/none.txt", "/../notes.txt", "/data.json/", "/x.gz"):
        print(path, *fetch(base + path)[:2])
    print(fetch(base + "/sub%20folder/")[2].decode().split("<ul>")[1].split("</ul>")[0])
    changed = urllib.request.urlopen(base + "/notes.txt").headers["Last-Modified"]
    print(fetch(base + "/notes.txt", **{"If-Modified-Since": changed})[0], fetch(base + "/notes.txt")[2])
    with urllib.request.urlopen(urllib.request.Request(base + "/notes.txt", method="HEAD")) as answer:
        print(answer.status, answer.headers["Content-Length"], answer.read())


def answers(base, port):
    print(fetch(base + "/own")[2].decode())
    print(fetch(base + "/503")[1], [line.strip() for line in fetch(base + "/503")[2].decode().splitlines() if "explan" in line])
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.putrequest("POST", "/")
    connection.putheader("X-Kind", "parts")
    connection.putheader("Content-Length", 5)
    connection.endheaders()
    connection.send(b"ab")
    connection.send(b"cde")
    answer = connection.getresponse()
    print(answer.status, answer.read())
    connection.request("POST", "/", "whole", {"X-Kind": "one"})
    print(connection.getresponse().read())
    for wrong in (lambda: connection.putheader("a", "b"), connection.endheaders, connection.getresponse):
        try:
            wrong()
        except http.client.ImproperConnectionState as error:
            print(type(error).__name__, error.args)
    connection.close()


print(http.client.responses[404], HTTPStatus.NOT_FOUND.description, HTTPStatus(418).phrase, len(http.client.responses))
try:
    urllib.request.urlopen("gopher://somewhere/")
except urllib.error.URLError as error:
    print(error)
with tempfile.TemporaryDirectory() as folder:
    os.mkdir(os.path.join(folder, "sub folder"))
    for name, text in (("index.html", "<p>"), ("data.json", "[1]"), ("notes.txt", "notes"), ("x.gz", ""), ("sub folder/B&b.txt", "b"), ("sub folder/a.bin", "")):
        with open(os.path.join(folder, name), "w") as file:
            file.write(text)
    os.mkdir(os.path.join(folder, "sub folder", "deep"))
    serve(functools.partial(Files, directory=folder), files)
serve(Answers, answers)

# expect:
# Not Found Nothing matches the given URI I'm a Teapot 62
# <urlopen error unknown url type: gopher>
# / 200 text/html
# /data.json?x=1 200 application/json
# /sub%20folder/ 200 text/html; charset=utf-8
# /sub%20folder 200 text/html; charset=utf-8
# /none.txt 404 File not found
# /../notes.txt 200 text/plain
# /data.json/ 404 File not found
# /x.gz 200 application/gzip
#
# <li><a href="a.bin">a.bin</a></li>
# <li><a href="B%26b.txt">B&amp;b.txt</a></li>
# <li><a href="deep/">deep/</a></li>
#
# 304 b'notes'
# 200 5 b''
# <!DOCTYPE HTML>
# <html lang="en">
#     <head>
#         <meta charset="utf-8">
#         <title>Error response</title>
#     </head>
#     <body>
#         <h1>Error response</h1>
#         <p>Error code: 404</p>
#         <p>Message: No &lt;such&gt;.</p>
#         <p>Error code explanation: 404 - It is &lt;gone&gt; &amp; so on.</p>
#     </body>
# </html>
#
# Service Unavailable ['<p>Error code explanation: 503 - The server cannot process the request due to a high load.</p>']
# 201 b'parts abcde'
# b'one whole'
# CannotSendHeader ()
# CannotSendHeader ()
# ResponseNotReady ('Idle',)
