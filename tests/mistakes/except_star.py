def f():
    for i in range(3):
        try:
            pass
        except* ValueError:
            return 5
def g():
    while True:
        try: pass
        except* ValueError:
            for j in range(3):
                break
                return 3
            break
        except* TypeError:
            continue
