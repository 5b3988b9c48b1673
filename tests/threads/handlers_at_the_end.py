# What a handler raises while the program waits for its threads ends that wait, and nothing more.
import os
import signal
import sys
import threading


def end(number, frame):
    print('asked to end')
    sys.exit("not now")


signal.signal(signal.SIGTERM, end)
threading.Timer(0.05, os.kill, [os.getpid(), signal.SIGTERM]).start()
threading.Timer(5, print, ['the other thread']).start()
print('main is over')

# expect:
# main is over
# asked to end
