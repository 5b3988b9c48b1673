import gc
class Node: pass
a, b = Node(), Node()
a.other, b.other = b, a
del a, b
print(gc.collect() >= 2, gc.isenabled(), gc.get_threshold())
gc.disable()
print(gc.isenabled())
gc.enable()

# expect:
# True True (700, 10, 10)
# False
