# Threads that import the same module at once wait for the one that began: none sees half of it.
import sys
import threading

sys.setswitchinterval(1e-5)
failed = []


def take(number):
    try:
        if number == 0:
            from socket import create_connection
        elif number == 1:
            import socket
            socket.create_server
        elif number == 2:
            import socket
            getattr(socket, 'socketpair')
        elif number == 3:
            import asyncio
            asyncio.Queue
        elif number == 4:
            from concurrent.futures import ThreadPoolExecutor
        else:
            import urllib.request
            urllib.request.urlopen
    except (ImportError, AttributeError) as error:
        failed.append(f'{number}: {error}')


threads = [threading.Thread(target=take, args=(number % 6,)) for number in range(18)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(failed))

# expect:
# []
