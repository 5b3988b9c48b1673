# A handler runs while its thread waits for a socket; afterwards the wait goes on, unless the handler raises.
import asyncio, multiprocessing, select, signal, socket, threading, time

seen = []

def handle(number, frame):
    seen.append(signal.Signals(number).name)

signal.signal(signal.SIGALRM, handle)

def after(seconds, do, *arguments):
    timer = threading.Timer(seconds, do, arguments)
    timer.start()
    return timer

# recv goes on until something comes.
here, there = socket.socketpair()
signal.setitimer(signal.ITIMER_REAL, 0.1)
timer = after(0.5, lambda: (there.sendall(f'after {seen}'.encode()),))
print(here.recv(100).decode())
timer.join()

# A timeout counts from the beginning, however often a signal comes.
def ring(times):
    """So many signals, 50 ms apart."""
    def handle_one(number, frame):
        rung.append(number)
        if len(rung) == times:
            signal.setitimer(signal.ITIMER_REAL, 0)

    rung = []
    signal.signal(signal.SIGALRM, handle_one)
    signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)

here.settimeout(0.3)
ring(60)
began = time.monotonic()
try:
    here.recv(1)
except TimeoutError as error:
    print(error, time.monotonic() - began < 2)
here.settimeout(None)
ring(60)
lock = multiprocessing.Lock()
lock.acquire()
began = time.monotonic()
print(lock.acquire(timeout=0.3), time.monotonic() - began < 2)
signal.setitimer(signal.ITIMER_REAL, 0)
signal.signal(signal.SIGALRM, handle)

# So does a look at several.
signal.setitimer(signal.ITIMER_REAL, 0.1)
print(select.select([here], [], [], 0.3), seen)

# accept.
listener = socket.create_server(('127.0.0.1', 0))
signal.setitimer(signal.ITIMER_REAL, 0.1)

def call():
    print('calls after', len(seen))
    with socket.create_connection(listener.getsockname()) as connection:
        connection.sendall(b'hello')

timer = after(0.5, call)
connection, _ = listener.accept()
print(connection.recv(10))
timer.join()

# What is sent is sent once, however often a signal comes in the middle.
pieces = []

def read_slowly():
    while sum(map(len, pieces)) < 1_000_000:
        time.sleep(0.01)
        pieces.append(there.recv(20_000))

reader = threading.Thread(target=read_slowly)
reader.start()
before = len(seen)
signal.setitimer(signal.ITIMER_REAL, 0.03, 0.03)
here.sendall(b''.join(b'%09d ' % number for number in range(100_000)))
signal.setitimer(signal.ITIMER_REAL, 0)
reader.join()
print(len(seen) > before + 1, b''.join(pieces).split() == [b'%09d' % number for number in range(100_000)])

# What the handler raises ends the wait.
class Enough(Exception):
    pass

def stop(number, frame):
    raise Enough

signal.signal(signal.SIGALRM, stop)
signal.setitimer(signal.ITIMER_REAL, 0.1)
try:
    here.recv(1)
except Enough:
    print('enough')
there.sendall(b'still here')
print(here.recv(100))
signal.signal(signal.SIGALRM, handle)

# A loop that watches sockets calls its own handlers between two steps.
async def main():
    loop = asyncio.get_running_loop()
    rung = asyncio.Event()
    loop.add_signal_handler(signal.SIGALRM, rung.set)
    server = await asyncio.start_server(lambda reader, writer: writer.close(), '127.0.0.1', 0)
    async with server:
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        await asyncio.wait_for(rung.wait(), 5)
        print('rung')
    loop.remove_signal_handler(signal.SIGALRM)

asyncio.run(main())
for each in (here, there, listener, connection):
    each.close()

# expect:
# after ['SIGALRM']
# timed out True
# False True
# ([], [], []) ['SIGALRM', 'SIGALRM']
# calls after 3
# b'hello'
# True True
# enough
# b'still here'
# rung
