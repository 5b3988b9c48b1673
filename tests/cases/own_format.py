# A class that says how its objects are formatted is asked without a specification too; words of the language.
import keyword
class Temperature:
    def __init__(self, degrees):
        self.degrees = degrees
    def __format__(self, spec):
        return f"{self.degrees:{spec or '.1f'}} degrees"
    def __repr__(self):
        return "Té"
t = Temperature(21)
print(f"{t} {t:.3f} {t!r} {t!a} {t!s}", format(t), "{} {:.0f}".format(t, t))
print(keyword.iskeyword("class"), keyword.iskeyword("match"), keyword.issoftkeyword("match"), len(keyword.kwlist))

# expect:
# 21.0 degrees 21.000 degrees Té T\xe9 Té 21.0 degrees 21.0 degrees 21 degrees
# True False True 35
