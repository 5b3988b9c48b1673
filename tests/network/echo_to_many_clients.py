# A TCP server with a thread for each client echoes lines until the client says bye.
import socket
import threading


def serve(listener, count, served):
    handlers = []
    for _ in range(count):
        connection, _ = listener.accept()
        handler = threading.Thread(target=handle, args=(connection, served))
        handler.start()
        handlers.append(handler)
    for handler in handlers:
        handler.join()


def handle(connection, served):
    with connection, connection.makefile('r', encoding='utf-8') as lines:
        for number, line in enumerate(lines, 1):
            if line == 'bye\n':
                break
            connection.sendall(f'{number}: {line}'.encode())
        served.append(number)


def talk(address, lines, answers):
    with socket.create_connection(address) as connection:
        for line in lines + ['bye']:
            connection.sendall(line.encode() + b'\n')
        with connection.makefile(encoding='utf-8') as echoed:
            answers[lines[0]] = [line.rstrip('\n') for line in echoed]


served, answers = [], {}
with socket.create_server(('127.0.0.1', 0)) as listener:
    server = threading.Thread(target=serve, args=(listener, 3, served))
    server.start()
    clients = [threading.Thread(target=talk, args=(listener.getsockname(), lines, answers))
               for lines in (['hello', 'world'], ['one'], ['grüße', 'a' * 20, 'z'])]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    server.join()
print(sorted(answers.items()))
print(sorted(served))

# expect:
# [('grüße', ['1: grüße', '2: aaaaaaaaaaaaaaaaaaaa', '3: z']), ('hello', ['1: hello', '2: world']), ('one', ['1: one'])]
# [2, 3, 4]
