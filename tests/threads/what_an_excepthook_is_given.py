# What a hook is given is a tuple with names.
import threading

seen = []
threading.excepthook = lambda args: seen.append((type(args).__name__, len(args), args[0] is args.exc_type, args.thread.name))
thread = threading.Thread(target=lambda: 1 / 0, name='failing')
thread.start()
thread.join()
print(seen)

# expect:
# [('_ExceptHookArgs', 4, True, 'failing')]
