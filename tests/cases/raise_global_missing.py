def f():
    global zzz
    zzz += 1
f()
# expect:
# raises: NameError: name 'zzz' is not defined
