import copy

inner = [1, 2]
outer = {"a": inner, "b": (inner, "x"), "s": {1, 2}}
shallow, deep = copy.copy(outer), copy.deepcopy(outer)
inner.append(3)
print(shallow["a"] is inner, deep["a"], deep["b"][0] is deep["a"], deep["s"] == outer["s"], deep["s"] is outer["s"])
numbers = (1, 2, (3,))
print(copy.copy(numbers) is numbers, copy.deepcopy(numbers) is numbers, copy.copy([1, [2]]), copy.deepcopy("text"))


class Node:
    kind = "node"

    def __init__(self, value, next=None):
        self.value = value
        self.next = next


a = Node([1])
a.next = Node([2], a)
b = copy.deepcopy(a)
b.value.append(5)
print(a.value, b.value, b.next.next is b, b.next is a.next, b.kind, type(b) is Node)
c = copy.copy(a)
print(c.value is a.value, c is a, c.next is a.next)
loop = [1]
loop.append(loop)
again = copy.deepcopy(loop)
print(again[1] is again, again is loop)


class Custom:
    def __init__(self, n):
        self.n = n

    def __copy__(self):
        return Custom(self.n + 1)

    def __deepcopy__(self, memo):
        return Custom(self.n + 100)


print(copy.copy(Custom(1)).n, copy.deepcopy([Custom(1)])[0].n, copy.copy(len) is len, copy.deepcopy(None))
# expect:
# True [1, 2] True True False
# True True [1, [2]] text
# [1] [1, 5] True False node True
# True False True
# True False
# 2 101 True None
