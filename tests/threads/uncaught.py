import threading

told = []


def hook(args):
    told.append((args.exc_type.__name__, str(args.exc_value), args.thread.name))


threading.excepthook = hook


def fail(kind):
    raise kind('on purpose')


for kind in (ValueError, KeyError, SystemExit):
    thread = threading.Thread(target=fail, args=(kind,), name='failing')
    thread.start()
    thread.join()
    print(thread.is_alive())
print(told)
print(threading.active_count())

# expect:
# False
# False
# False
# [('ValueError', 'on purpose', 'failing'), ('KeyError', "'on purpose'", 'failing'), ('SystemExit', 'on purpose', 'failing')]
# 1
