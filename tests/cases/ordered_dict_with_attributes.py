"""Copies of ordered dicts have their attributes."""
from collections import OrderedDict
o = OrderedDict(a=1); print(o.__reduce__()[:3]); o.tag = 'x'; print(o.__reduce__()[:3], o.__getstate__(), hasattr(o.copy(), 'tag'), o.copy())
import copy, pickle
for made in (copy.copy(o), copy.deepcopy(o), pickle.loads(pickle.dumps(o))):
    print(type(made).__name__, made, vars(made), made == o)
class Mine(OrderedDict):
    def __init__(self, *a, **k): super().__init__(*a, **k); self.extra = [1]
m = Mine(b=2); c = copy.copy(m); d = copy.deepcopy(m); print(c, c.extra is m.extra, d, d.extra is m.extra, d.extra)

# expect:
# (<class 'collections.OrderedDict'>, (), None)
# (<class 'collections.OrderedDict'>, (), {'tag': 'x'}) {'tag': 'x'} False OrderedDict([('a', 1)])
# OrderedDict OrderedDict([('a', 1)]) {'tag': 'x'} True
# OrderedDict OrderedDict([('a', 1)]) {'tag': 'x'} True
# OrderedDict OrderedDict([('a', 1)]) {'tag': 'x'} True
# Mine([('b', 2)]) True Mine([('b', 2)]) False [1]
