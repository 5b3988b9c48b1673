# Records of a log name the process that they come from.
import logging
import multiprocessing
import sys


def child():
    logging.basicConfig(format="%(processName)s %(levelname)s %(message)s", stream=sys.stdout, force=True)
    logging.warning("in the child")


if __name__ == "__main__":
    logging.basicConfig(format="%(processName)s %(levelname)s %(message)s", stream=sys.stdout)
    logging.warning("at first")
    for method in ("fork", "spawn"):
        process = multiprocessing.get_context(method).Process(target=child, name="worker-" + method)
        process.start()
        process.join()

# expect:
# MainProcess WARNING at first
# worker-fork WARNING in the child
# worker-spawn WARNING in the child
