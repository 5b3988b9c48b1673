# Functions of a module are listed in the order in which they are defined.
import sys
zeta = 1
def test_b(): return zeta + late
def test_a(): return 1
class Zed: pass
class Alpha: pass
late = 5
def main(): pass
for name, value in list(globals().items()):
    if not name.startswith('__'):
        print(name)
print([name for name in vars(sys.modules[__name__]) if name.startswith('test')])
zeta = 2
del test_b
print([name for name in globals() if name.startswith('test')])

# expect:
# sys
# zeta
# test_b
# test_a
# Zed
# Alpha
# late
# main
# ['test_b', 'test_a']
# ['test_a']
