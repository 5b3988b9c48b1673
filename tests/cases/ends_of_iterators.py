# An iterator that was at its end stays there; who ends one by StopIteration.
values = [1, 2]
done, waiting = iter(values), iter(values)
for value in done:
    next(waiting)
values.append(3)
print(list(done), list(waiting), list(done), next(done, "none"))
data = bytearray(b"a")
done = iter(data)
print(list(done))
data += b"bc"
print(list(done))

def counted():
    counted.at += 1
    if counted.at > 3:
        raise StopIteration
    return counted.at

counted.at = 0
print(list(iter(counted, 10)))
counted.at = 0
print(list(iter(counted, 2)))

class Stopping:
    def __getitem__(self, at):
        if at > 2:
            raise StopIteration
        return at

print(list(Stopping()), [*Stopping()], 2 in Stopping(), 3 in Stopping())

class Same:
    def __eq__(self, other):
        return False

same = Same()
print(list(iter(iter([1, same, 2]).__next__, same)))

# expect:
# [] [3] [] none
# [97]
# []
# [1, 2, 3]
# [1]
# [0, 1, 2] [0, 1, 2] True False
# [1]
