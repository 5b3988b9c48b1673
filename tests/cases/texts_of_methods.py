# The texts of bound methods and of what wraps functions; the types of the variables of a module.
import re


class Plain:
    def method(self):
        pass

    @classmethod
    def of_class(cls):
        pass

    @staticmethod
    def alone():
        pass

    class Inner:
        def deep(self):
            pass


class Shown(Plain):
    def __repr__(self):
        return '<shown>'


def function(self):
    pass


def text(value):
    return re.sub('0x[0-9a-f]+', '0x', repr(value))


for value in (Plain().method, Plain.of_class, Plain().of_class, Plain.method, Plain.alone, Plain.Inner().deep, Shown().method,
              Shown.of_class, super(Shown, Shown()).method, function.__get__(3), [].append, Plain.__dict__['of_class'],
              Plain.__dict__['alone']):
    print(text(value))
print(str(Shown().method), f'{Shown().method}', [Shown().method])
function.__qualname__ = 'renamed'
print(text(function.__get__(3)))

print(type(globals()), type(locals()), type(vars()).__name__, type(globals()) is dict, globals().__class__)
print(isinstance(globals(), dict), globals()['__name__'], eval('text', globals()) is text)
exec('added = 1', globals())
print(added)


def inside():
    return type(locals()), type(globals()) == dict


print(inside())

# expect:
# <bound method Plain.method of <__main__.Plain object at 0x>>
# <bound method Plain.of_class of <class '__main__.Plain'>>
# <bound method Plain.of_class of <class '__main__.Plain'>>
# <function Plain.method at 0x>
# <function Plain.alone at 0x>
# <bound method Plain.Inner.deep of <__main__.Plain.Inner object at 0x>>
# <bound method Plain.method of <shown>>
# <bound method Plain.of_class of <class '__main__.Shown'>>
# <bound method Plain.method of <shown>>
# <bound method function of 3>
# <built-in method append of list object at 0x>
# <classmethod(<function Plain.of_class at 0x>)>
# <staticmethod(<function Plain.alone at 0x>)>
# <bound method Plain.method of <shown>> <bound method Plain.method of <shown>> [<bound method Plain.method of <shown>>]
# <bound method renamed of 3>
# <class 'dict'> <class 'dict'> dict True <class 'dict'>
# True __main__ True
# 1
# (<class 'dict'>, True)
