import threading
import time


def forever():
    while True:
        time.sleep(0.001)


def spin():
    while True:
        pass


def never():
    threading.Event().wait()


def late():
    time.sleep(0.02)
    print('joined at the end')


for target in (forever, spin, never):
    threading.Thread(target=target, daemon=True).start()
threading.Thread(target=late).start()
print('end of the main thread')

# expect:
# end of the main thread
# joined at the end
