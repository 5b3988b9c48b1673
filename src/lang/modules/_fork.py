# What is to be done around a fork, in the forked process before anything else; and how often this process has been forked.

from _process import fork as _fork

before = []
after_in_parent = []
after_in_child = []
generation = 0


def checked(reply):
    # A failure is a tuple of its number and its text.
    if not isinstance(reply, tuple):
        return reply
    raise OSError(*reply)


# `children` gets to know the new one before any handler of a signal does, even if it has ended by then.
def fork(name, children=None):
    global generation
    for hook in reversed(before):
        hook()
    pid = -1
    try:
        pid = checked(_fork(name))
        if pid > 0 and children is not None:
            children.add(pid)
    finally:
        if pid != 0:
            for hook in after_in_parent:
                hook()
    if pid == 0:
        generation += 1
        for hook in after_in_child:
            hook()
    return pid
