import copyreg
import io
import pickle


class ById(pickle.Pickler):
    def persistent_id(self, obj):
        return 'ID7' if obj == 7 else None


class FromId(pickle.Unpickler):
    def persistent_load(self, pid):
        return ('was', pid)

    def find_class(self, module, name):
        if name == 'Secret':
            raise pickle.UnpicklingError('forbidden')
        return super().find_class(module, name)


class Secret:
    pass


class Overriding(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table.copy()

    def reducer_override(self, obj):
        if isinstance(obj, Secret):
            return (str, ('secret',))
        return NotImplemented


# Several pickles in one file.
file = io.BytesIO()
for x in [1, 'two', [3]]:
    pickle.dump(x, file)
file.seek(0)
while True:
    try:
        print(pickle.load(file))
    except EOFError as error:
        print('end', error)
        break

file = io.BytesIO()
ById(file).dump([1, 7, {'k': 7}])
print(file.getvalue().hex())
file.seek(0)
print(FromId(file).load())
file = io.BytesIO()
pickle.dump(Secret(), file)
file.seek(0)
try:
    FromId(file).load()
except pickle.UnpicklingError as error:
    print(error)
file = io.BytesIO()
Overriding(file, 2).dump([Secret(), 1, Secret])
print(file.getvalue().hex())
print(pickle.loads(file.getvalue())[:2])
copyreg.pickle(Secret, lambda secret: (int, (5,)))
print(pickle.loads(pickle.dumps(Secret())))

# A pickler remembers what it has written.
file = io.BytesIO()
pickler = pickle.Pickler(file)
shared = ['x']
pickler.dump(shared)
pickler.dump(shared)
print(file.getvalue().hex())
pickler.clear_memo()
pickler.dump(shared)
print(file.getvalue().hex())
for protocol in (6, -1):
    try:
        print(pickle.dumps(1, protocol))
    except ValueError as error:
        print(error)


class NoTuple:
    def __reduce__(self):
        return 5


class NotCallable:
    def __reduce__(self):
        return (1, ())


class TooShort:
    def __reduce__(self):
        return (int,)


class NoArguments:
    def __reduce__(self):
        return (int, 5)


class Failing:
    def __reduce__(self):
        raise ValueError('no')


class Single:
    def __reduce__(self):
        return 'single'


single = Single()


class WithKeywords:
    def __new__(cls, *args, k=0):
        self = object.__new__(cls)
        self.args = args
        self.k = k
        return self

    def __getnewargs_ex__(self):
        return self.args, {'k': self.k}


class WithArguments:
    def __new__(cls, a):
        self = object.__new__(cls)
        self.a = a
        return self

    def __getnewargs__(self):
        return (self.a,)


class Above:
    def __init__(self):
        self.q = 1

    def __reduce_ex__(self, protocol):
        return super().__reduce_ex__(protocol)

    def __getstate__(self):
        return super().__getstate__()


class Set:
    def __reduce__(self):
        return (Set, (), 5, None, None, set_it)


def set_it(obj, state):
    obj.got = state


class WithProperty:
    @property
    def x(self):
        return 1


for x in [NoTuple(), NotCallable(), TooShort(), NoArguments(), Failing(), single, WithKeywords(1, 2, k=3),
          WithArguments(4), Above(), Set(), WithProperty()]:
    for protocol in (2, 4):
        try:
            data = pickle.dumps(x, protocol)
            back = pickle.loads(data)
            print(data.hex(), back.__dict__, back is x)
        except (ValueError, pickle.PicklingError) as error:
            print(type(error).__name__, error)
error = ValueError('x')
error.extra = 5
back = pickle.loads(pickle.dumps(error))
print(repr(back), back.extra)
print(Above().__getstate__(), object.__reduce_ex__(Above(), 2)[1:3], Above().__reduce_ex__(4)[1:3])
print(WithProperty.__module__, WithProperty.__qualname__, set_it.__module__, ById.__mro__[1].__module__)

# expect:
# 1
# two
# [3]
# end Ran out of input
# 80049518000000000000005d94284b018c0349443794517d948c016b9468015173652e
# [1, ('was', 'ID7'), {'k': ('was', 'ID7')}]
# forbidden
# 80025d710028635f5f6275696c74696e5f5f0a756e69636f64650a7101580600000073656372657471028571035271044b01635f5f6d61696e5f5f0a5365637265740a7105652e
# ['secret', 1]
# 5
# 80049508000000000000005d948c017894612e800468002e
# 80049508000000000000005d948c017894612e800468002e80049508000000000000005d948c017894612e
# pickle protocol must be <= 5
# b'\x80\x05K\x01.'
# PicklingError __reduce__ must return a string or tuple
# PicklingError __reduce__ must return a string or tuple
# PicklingError first item of the tuple returned by __reduce__ must be callable
# PicklingError first item of the tuple returned by __reduce__ must be callable
# PicklingError tuple returned by __reduce__ must contain 2 through 6 elements
# PicklingError tuple returned by __reduce__ must contain 2 through 6 elements
# PicklingError second item of the tuple returned by __reduce__ must be a tuple
# PicklingError second item of the tuple returned by __reduce__ must be a tuple
# ValueError no
# ValueError no
# 8002635f5f6d61696e5f5f0a73696e676c650a71002e {} True
# 80049517000000000000008c085f5f6d61696e5f5f948c0673696e676c659493942e {} True
# 80026366756e63746f6f6c730a7061727469616c0a7100635f5f6275696c74696e5f5f0a676574617474720a7101635f5f6d61696e5f5f0a576974684b6579776f7264730a710258070000005f5f6e65775f5f710386710452710585710652710728680568024b014b028771087d710958010000006b710a4b03734e74710b622952710c7d710d28580400000061726773710e4b014b0286710f680a4b0375622e {'args': (1, 2), 'k': 3} False
# 80049540000000000000008c085f5f6d61696e5f5f948c0c576974684b6579776f7264739493944b014b0286947d948c016b944b037392947d94288c046172677394680368054b0375622e {'args': (1, 2), 'k': 3} False
# 8002635f5f6d61696e5f5f0a57697468417267756d656e74730a71004b048571018171027d710358010000006171044b0473622e {'a': 4} False
# 8004952e000000000000008c085f5f6d61696e5f5f948c0d57697468417267756d656e74739493944b04859481947d948c0161944b0473622e {'a': 4} False
# 8002635f5f6d61696e5f5f0a41626f76650a7100298171017d710258010000007171034b0173622e {'q': 1} False
# 80049523000000000000008c085f5f6d61696e5f5f948c0541626f76659493942981947d948c0171944b0173622e {'q': 1} False
# 8002635f5f6d61696e5f5f0a5365740a710029527101635f5f6d61696e5f5f0a7365745f69740a710268014b058652302e {'got': 5} False
# 8004952b000000000000008c085f5f6d61696e5f5f948c0353657494939429529468008c067365745f697494939468034b058652302e {'got': 5} False
# 8002635f5f6d61696e5f5f0a5769746850726f70657274790a7100298171012e {} False
# 80049520000000000000008c085f5f6d61696e5f5f948c0c5769746850726f70657274799493942981942e {} False
# ValueError('x') 5
# {'q': 1} ((<class '__main__.Above'>,), {'q': 1}) ((<class '__main__.Above'>,), {'q': 1})
# __main__ WithProperty __main__ _pickle
