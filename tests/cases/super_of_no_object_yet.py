# `super` with a class alone, which is bound to an object later; and what a `super` tells of itself.
class Base:
    def greet(self):
        return 'Base'

class Derived(Base):
    def greet(self):
        return 'Derived, ' + self.above.greet()

    def above_me(self):
        return super()

Derived.above = super(Derived)
derived = Derived()
print(derived.greet(), Derived.above, derived.above_me())

def told(ask):
    try:
        print(ask())
    except (AttributeError, RuntimeError, TypeError) as error:
        print(type(error).__name__, error)

loose, bound = super(Derived), super(Derived, derived)
told(lambda: (loose.__thisclass__, loose.__self__, loose.__self_class__, loose.__class__))
told(lambda: (bound.__thisclass__, bound.__self__ is derived, bound.__self_class__, bound.__class__))
told(lambda: (super(Derived, Derived).__self__, super(Base, Derived).__self_class__))
told(lambda: loose.__get__(derived).greet())
told(lambda: loose.__get__(derived, Derived).__self__ is derived)
told(lambda: loose.__get__(None, Derived) is loose)
told(lambda: bound.__get__(Derived()) is bound)
for wrong in (lambda: super(Derived, 3), lambda: super(Derived, Base()), lambda: super(), lambda: super(3), lambda: loose.greet,
              lambda: bound.missing, lambda: super(Derived, None).greet, lambda: loose.__get__(3), lambda: super(Derived, derived, 3)):
    told(wrong)

# expect:
# Derived, Base <super: <class 'Derived'>, NULL> <super: <class 'Derived'>, <Derived object>>
# (<class '__main__.Derived'>, None, None, <class 'super'>)
# (<class '__main__.Derived'>, True, <class '__main__.Derived'>, <class 'super'>)
# (<class '__main__.Derived'>, <class '__main__.Derived'>)
# Base
# True
# True
# True
# TypeError super(type, obj): obj must be an instance or subtype of type
# TypeError super(type, obj): obj must be an instance or subtype of type
# RuntimeError super(): no arguments
# TypeError super() argument 1 must be a type, not int
# AttributeError 'super' object has no attribute 'greet'
# AttributeError 'super' object has no attribute 'missing'
# AttributeError 'super' object has no attribute 'greet'
# TypeError super(type, obj): obj must be an instance or subtype of type
# TypeError super() expected at most 2 arguments, got 3
