# Context variables, tokens and contexts, without an event loop.
from contextvars import __all__ as contextvars_all
import threading
from contextvars import Context, ContextVar, Token, copy_context

user = ContextVar('user')
level = ContextVar('level', default=1)


def told(call, *args):
    try:
        return call(*args)
    except Exception as error:
        return type(error).__name__ + ': ' + str(error).split(' at 0x')[0]


print(level.get(), level.get(5), user.get(None), told(user.get), user.name)
token = user.set('ann')
print(user.get(), token.old_value is Token.MISSING, token.var is user, Token.MISSING)
inner = user.set('bob')
print(user.get(), inner.old_value)
print(told(level.reset, inner))
user.reset(inner)
print(user.get(), told(user.reset, inner))
user.reset(token)
print(user.get('nobody'))

# A context is a copy; what is set in it stays in it.
level.set(2)
context = copy_context()


def work(name, *, twice=False):
    user.set(name)
    level.set(level.get() * (2 if twice else 1))
    return user.get(), level.get()


print(context.run(work, 'carol', twice=True), user.get('nobody'), level.get())
print(context[user], context.get(level), context.get(ContextVar('other'), 'none'), user in context, len(context))
print(sorted((var.name, value) for var, value in context.items()))
print(sorted(var.name for var in context), sorted(map(str, context.values())), sorted(v.name for v in context.keys()))
print(context == copy_context(), context.copy() == context, Context() == Context(), context != 3)
print(context.run(work, 'dave'), context.copy().run(user.get))
print(told(context.run, context.run, print), told(context.run), told(lambda: context[1]), told(lambda: 'x' in context))
print(told(Context, 1), told(Token), told(ContextVar, 3), told(hash, context), told(user.reset, 3))
print(context.run(copy_context) == context, Context().run(lambda: (user.get('empty'), level.get())))


# An exception leaves the context, too.
def fails():
    user.set('eve')
    raise KeyError('x')


print(told(context.run, fails), context[user], user.get('nobody'))


# A token is good in its own context only.
def sets():
    return user.set('frank')


foreign = context.run(sets)
print(told(user.reset, foreign), context.run(user.reset, foreign), context[user])


# A generator has no context of its own.
def generator():
    level.set(level.get() + 10)
    yield level.get()
    level.set(level.get() + 10)
    yield level.get()


made = generator()
print(next(made), Context().run(next, made), level.get())

# A thread begins with an empty context.
seen = []
thread = threading.Thread(target=lambda: seen.extend([level.get(), user.get('nobody'), level.set(9).old_value is Token.MISSING]))
thread.start()
thread.join()
print(seen, level.get())
thread = threading.Thread(target=copy_context().run, args=(lambda: seen.append(level.get()),))
thread.start()
thread.join()
print(seen[-1], repr(level).startswith("<ContextVar name='level' default=1 at 0x"))
print(contextvars_all)

# expect:
# 1 5 None LookupError: <ContextVar name='user' user
# ann True True <Token.MISSING>
# bob ann
# ValueError: <Token var=<ContextVar name='user'
# ann RuntimeError: <Token used var=<ContextVar name='user'
# nobody
# ('carol', 4) nobody 2
# carol 4 none True 2
# [('level', 4), ('user', 'carol')]
# ['level', 'user'] ['4', 'carol'] ['level', 'user']
# False True True True
# ('dave', 4) dave
# RuntimeError: cannot enter context: <_contextvars.Context object TypeError: run() missing 1 required positional argument TypeError: a ContextVar key was expected, got 1 TypeError: a ContextVar key was expected, got 'x'
# TypeError: Context() does not accept any arguments RuntimeError: Tokens can only be created by ContextVars TypeError: context variable name must be a str TypeError: unhashable type: '_contextvars.Context' TypeError: expected an instance of Token, got 3
# True ('empty', 1)
# KeyError: 'x' eve nobody
# ValueError: <Token var=<ContextVar name='user' None eve
# 12 11 12
# [1, 'nobody', True] 12
# 12 True
# ('Context', 'ContextVar', 'Token', 'copy_context')
