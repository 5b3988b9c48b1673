# What a function defines under a name that is declared global is named as if it stood outside.
def define():
    global Kind, helper

    class Kind:
        class Inner:
            pass

        def method(self):
            return lambda: None

    def helper():
        def inner():
            pass

        return inner

    class Local:
        pass

    return Local


print(define().__qualname__)
print(Kind.__qualname__, Kind.Inner.__qualname__, Kind.method.__qualname__, Kind().method().__qualname__)
print(helper.__qualname__, helper().__qualname__)

# expect:
# define.<locals>.Local
# Kind Kind.Inner Kind.method Kind.method.<locals>.<lambda>
# helper helper.<locals>.inner
