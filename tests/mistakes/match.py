match x:
    case y:
        pass
    case 1:
        pass
match x:
    case _ if x:
        pass
    case _:
        pass
    case [*_, *_]:
        pass
    case [a, a]:
        pass
    case [a] | [b]:
        pass
    case {1: a, 1: b}:
        pass
    case P(x=a, x=b):
        pass
    case a | 5:
        pass
