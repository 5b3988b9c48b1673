# What is loaded stands in one dict, in which modules appear as they are imported.
import sys

print(sys.modules['sys'] is sys, type(sys.modules) is dict)
import fractions
print(sys.modules['fractions'] is fractions)
table = sys.modules
import os.path
print(table['os'] is os, 'os' in table, __name__ in table)
print(sys.modules['__main__'].__name__, sys.modules.get('no_such_module'))
print(hasattr(sys.modules[__name__], 'table'))

class Here:
    pass

print(sys.modules[Here.__module__].Here is Here)
import operator, zlib
for module in operator, zlib:
    print(module.__name__, hasattr(module, 'no_such_member'), getattr(module, 'no_such_member', 'none'))
before = sys.getallocatedblocks()
kept = [object() for _ in range(1000)]
print(sys.getallocatedblocks() - before >= 1000)

# expect:
# True True
# True
# True True True
# __main__ None
# True
# True
# operator False none
# zlib False none
# True
