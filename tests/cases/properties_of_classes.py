"""A property of a class: `classmethod` around `property`."""
class Base:
    count = 1

    @classmethod
    @property
    def name(cls):
        return cls.__name__.lower()

    @classmethod
    @property
    def twice(cls):
        cls.count *= 2
        return cls.count

    @classmethod
    def plain(cls):
        return cls.name

class Derived(Base):
    pass

print(Base.name, Derived.name, Base().name, Derived().name, Derived.plain())
print(Base.twice, Base.twice, Derived().twice, Base.count, Derived.count)
print(getattr(Base, 'name'), hasattr(Derived, 'twice'), getattr(Derived(), 'name', None), super(Derived, Derived).name)
print([kind.name.upper() for kind in (Base, Derived)], f'{Base.name!r}')
# expect:
# base derived base derived derived
# 2 4 8 4 8
# base True derived derived
# ['BASE', 'DERIVED'] 'base'
