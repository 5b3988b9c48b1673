# What belongs to a request lies in a threading.local, so that functions deep down find it without an argument.
import threading

request = threading.local()
log = {}


def note(text):
    user = getattr(request, 'user', 'nobody')
    log.setdefault(user, []).append(f'{len(request.__dict__)} {text}')


def check():
    note('may read' if request.user != 'eve' else 'may not read')
    if request.user == 'eve':
        raise PermissionError


def handle(user):
    request.user = user
    request.depth = 1
    try:
        check()
        note('read')
    except PermissionError:
        note('turned away')
    finally:
        del request.depth
        note('left')


threads = [threading.Thread(target=handle, args=(user,)) for user in ('ann', 'eve', 'bob')]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
note('the main thread has none')
for user in sorted(log):
    print(user, log[user])
try:
    request.user
except AttributeError as error:
    print(error)
print(vars(request))

# expect:
# ann ['2 may read', '2 read', '1 left']
# bob ['2 may read', '2 read', '1 left']
# eve ['2 may not read', '2 turned away', '1 left']
# nobody ['0 the main thread has none']
# '_thread._local' object has no attribute 'user'
# {}
