# A process is terminated that has a process of its own: the program goes on, and ends well.
import multiprocessing
import time


def grandchild(connection):
    connection.send((multiprocessing.parent_process().name, multiprocessing.parent_process().is_alive()))
    time.sleep(0.3)


def child(connection):
    process = multiprocessing.Process(target=grandchild, args=(connection,))
    process.start()
    time.sleep(20)


if __name__ == "__main__":
    receiver, sender = multiprocessing.Pipe(duplex=False)
    for way in ("terminate", "kill"):
        process = multiprocessing.Process(target=child, args=(sender,), name="child")
        process.start()
        print(receiver.recv())
        getattr(process, way)()
        process.join()
        print(process.exitcode, process.is_alive())

# expect:
# ('child', True)
# -15 False
# ('child', True)
# -9 False
