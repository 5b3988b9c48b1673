# Loops that turn often: what dies in them, and when.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


class Box:
    def __init__(self):
        self.one = Noisy("one")
        self.two = Noisy("two")


held = Noisy("held")
other = Noisy("other")


def takes_both(i):
    global held, other
    first = held
    second = other
    if i == 100:
        held = 1
        other = 2
    return i


def last_owners(n):
    total = 0
    for i in range(n):
        total += takes_both(i)
    print("end")
    return total


def wide_over_object(n):
    total = 2**70
    last = [1]
    for i in range(n):
        total += i
        if i > 80:
            last = total
    return last, total


def wide_over_noisy(n):
    total = 2**70
    last = Noisy("last")
    for i in range(n):
        total += i
        if i > 80:
            last = total
    return last, total


def number_over_noisy(n):
    last = Noisy("number")
    for i in range(n):
        if i == 90:
            last = i
        elif i == 100:
            last = 0.5
    return last


def swapped(n):
    one, two = [1], [2]
    for i in range(n):
        one, two = two, one
    return one, two


def same_again(n):
    item = Noisy("same")
    for i in range(n):
        item = item
        alias = item if i < 100 else alias
        if i == 120:
            item = None
    print("still")
    return alias.name


def none_and_back(n):
    item = None
    box = [Noisy("boxed")]
    for i in range(n):
        item = box[0] if i % 2 else None
    box.clear()
    print("cleared")
    return item is None


print(last_owners(150))
print(wide_over_object(100))
print(wide_over_noisy(100))
print(number_over_noisy(150))
print(swapped(101))
print(same_again(150))
print(none_and_back(100))
# expect:
# gone held
# gone other
# end
# 11175
# (1180591620717411308374, 1180591620717411308374)
# gone last
# (1180591620717411308374, 1180591620717411308374)
# gone number
# 0.5
# ([2], [1])
# still
# gone same
# same
# cleared
# gone boxed
# False
