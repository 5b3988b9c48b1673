class Lower(dict):
    def __contains__(self, key):
        return super().__contains__(key.lower())

    def get(self, key, default=None):
        return self[key.lower()] if key in self else default

class Nothing(set):
    def __contains__(self, item):
        return False

def ask(where, what):
    if what in where:
        return 'in'
    return 'not in'

lower = Lower(a=1)
print(lower.get('A'), lower.get('B', 2), ask(lower, 'A'), ask({'a'}, 'a'), ask(Nothing('a'), 'a'), ask({1: 2}, 2))
print([key for key in 'aAbB' if key in lower], [one for one in (1, 2) if one in Nothing([1, 2])])

# expect:
# 1 2 in in not in not in
# ['a', 'A'] []
