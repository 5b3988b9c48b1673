# Any child is waited for.
import os
import signal
import time


def ended(pid, status):
    return codes.pop(pid) == os.waitstatus_to_exitcode(status)


codes = {}
for code in (3, 0, 7):
    pid = os.fork()
    if pid == 0:
        os._exit(code)
    codes[pid] = code
print([ended(*os.wait()) for _ in range(2)], ended(*os.waitpid(-1, 0)), codes)
try:
    os.wait()
except ChildProcessError as error:
    print(error)
pid = os.fork()
if pid == 0:
    try:
        os.wait()
    except ChildProcessError:
        time.sleep(1000)
print(os.waitpid(-1, os.WNOHANG))
other = os.fork()
if other == 0:
    time.sleep(0.1)
    os.kill(pid, signal.SIGTERM)
    time.sleep(0.2)
    os._exit(1)
codes = {pid: -signal.SIGTERM, other: 1}
print(ended(*os.wait()), list(codes) == [other], ended(*os.waitpid(0, 0)))

# expect:
# [True, True] True {}
# [Errno 10] No child processes
# (0, 0)
# True True True
