# The main thread is interrupted only where the program handles the signal.
import _thread
import signal
import threading

signal.signal(signal.SIGINT, signal.SIG_IGN)
_thread.interrupt_main()
signal.signal(signal.SIGINT, signal.SIG_DFL)
_thread.interrupt_main()
_thread.interrupt_main(signal.SIGTERM)
try:
    _thread.interrupt_main(1000)
except ValueError as exc:
    print(exc)

signal.signal(signal.SIGTERM, lambda number, frame: print('handled', number))
thread = threading.Thread(target=_thread.interrupt_main, args=(signal.SIGTERM,))
thread.start()
thread.join()
_thread.interrupt_main(signal.SIGTERM)

signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    _thread.interrupt_main()
    for _ in range(100):
        pass
except KeyboardInterrupt:
    print('interrupted')

# expect:
# signal number out of range
# handled 15
# handled 15
# interrupted
