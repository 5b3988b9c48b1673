# What a thread sets on a threading.local hides what the class has.
import threading


class Local(threading.local):
    x = 5
    _kept = None

    def __init__(self):
        self.made = threading.get_ident()

    def twice(self):
        return self.x * 2

    @property
    def asked(self):
        return "asked", self.x


class Below(Local):
    pass


for kind in (Local, Below):
    own = kind()
    print(own.x, own._kept)
    own.x, own._kept = 9, [1]
    own.y = 3
    print(own.x, own._kept, own.y, own.twice(), own.asked, Local.x, sorted(own.__dict__) == ["_kept", "made", "x", "y"])
    seen = []

    def look():
        seen.append((own.x, own.twice(), hasattr(own, "y"), own.made == threading.get_ident()))
        own.x = 1
        seen.append(own.x)

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    print(seen, own.x)
    del own.x
    print(own.x)
    try:
        own.missing
    except AttributeError as error:
        print(error)

# expect:
# 5 None
# 9 [1] 3 18 ('asked', 9) 5 True
# [(5, 10, False, True), 1] 9
# 5
# 'Local' object has no attribute 'missing'
# 5 None
# 9 [1] 3 18 ('asked', 9) 5 True
# [(5, 10, False, True), 1] 9
# 5
# 'Below' object has no attribute 'missing'
