# A selector tells which of many sockets have something to read: one thread serves them all.
import selectors
import socket
import threading

selector = selectors.DefaultSelector()
listener = socket.create_server(('127.0.0.1', 0))
listener.setblocking(False)
selector.register(listener, selectors.EVENT_READ, data='new')
talked = {}


def talk(name):
    with socket.create_connection(listener.getsockname()) as connection:
        for number in range(3):
            connection.sendall(f'{name}{number}'.encode())
            talked.setdefault(name, []).append(connection.recv(100).decode())


clients = [threading.Thread(target=talk, args=(name,)) for name in 'abc']
for client in clients:
    client.start()
accepted = closed = 0
while closed < 3:
    for key, events in selector.select(timeout=10):
        if key.data == 'new':
            connection, _ = key.fileobj.accept()
            accepted += 1
            selector.register(connection, selectors.EVENT_READ, data=f'client {accepted}')
            continue
        data = key.fileobj.recv(100)
        if data:
            key.fileobj.sendall(data.upper())
        else:
            selector.unregister(key.fileobj)
            key.fileobj.close()
            closed += 1
for client in clients:
    client.join()
print(sorted(talked.items()), accepted)
print(len(selector.get_map()), selector.get_key(listener).data, selector.select(timeout=0))
try:
    selector.register(listener, selectors.EVENT_READ)
except KeyError as error:
    print(str(error)[-20:])
selector.unregister(listener)
listener.close()
selector.close()

# expect:
# [('a', ['A0', 'A1', 'A2']), ('b', ['B0', 'B1', 'B2']), ('c', ['C0', 'C1', 'C2'])] 3
# 1 new []
#  already registered"
