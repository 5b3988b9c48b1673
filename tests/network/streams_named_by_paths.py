# Servers and streams of a loop, and of threads, that have the names of files.
import asyncio
import os
import socketserver
import socket
import tempfile
import threading

path = os.path.join(tempfile.mkdtemp(), 'echo.sock')


async def handle(reader, writer):
    while line := await reader.readline():
        print(line, repr(writer.get_extra_info('peername')), writer.get_extra_info('sockname') == path)
        writer.write(line[::-1])
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def main():
    async with await asyncio.start_unix_server(handle, path):
        reader, writer = await asyncio.open_unix_connection(path)
        for word in (b'abc\n', b'def\n'):
            writer.write(word)
            print(await reader.readexactly(4))
        print(writer.get_extra_info('peername') == path)
        writer.close()
        await writer.wait_closed()
    try:
        await asyncio.open_unix_connection(path)
    except OSError as error:
        print(type(error).__name__)


asyncio.run(main())
os.unlink(path)


class Upper(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.readline().upper())


with socketserver.ThreadingUnixStreamServer(path, Upper) as server:
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(path)
        client.sendall(b'from a thread\n')
        print(client.recv(100))
    server.shutdown()
    thread.join()
os.unlink(path)
os.rmdir(os.path.dirname(path))

# expect:
# b'abc\n' '' True
# b'\ncba'
# b'def\n' '' True
# b'\nfed'
# True
# ConnectionRefusedError
# b'FROM A THREAD\n'
