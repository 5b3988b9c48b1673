# Loops that turn often: texts that grow, and texts of pieces.
def lines(n):
    text = ""
    for i in range(n):
        text += "line " + str(i) + "\n"
        if len(text) > 300:
            text = text[150:]
    return text


def shared(n):
    text = "x"
    kept = []
    other = ""
    for i in range(n):
        text += "é" + str(i)
        if i % 40 == 3:
            kept.append(text)
        if i % 50 == 4:
            other = text
    return [len(one) for one in kept], len(text), other[:12], text[-9:]


def formatted(n):
    parts = []
    for i in range(n):
        parts.append(f"{i}:{i * -2}")
    return ",".join(parts)[:40], len(parts)


def into_variables(n):
    one = two = "-"
    for i in range(n):
        one = f"{i}/{two}"
        two = str(i)
        if i == 90:
            two = one
    return one, two


def doubles(n):
    text = "ab"
    for i in range(n):
        text += text
        if len(text) > 1000:
            text = "a" + str(i)
    return len(text)


def other_kinds(n):
    items = ["a", "b", "c"] * n
    items[70] = 5
    items[80] = 2.5
    items[90] = None
    text, failed = "", []
    for i in range(n):
        try:
            text += items[i] + "." + str(i)
        except TypeError as error:
            failed.append(str(error))
    return text[-20:], failed


def values(n):
    value, text = 1, ""
    for i in range(n):
        text = f"<{value}|{i}>"
        if i == 60:
            value = 0.5
        if i == 70:
            value = True
        if i == 80:
            value = "s"
        if i == 90:
            value = 2**80
    return text


def texts_of(n):
    out = []
    for i in range(n):
        value = i if i < 60 else i > 70 if i < 80 else 0.5
        out.append(str(value) + "!")
    return out[58:62], out[70:72], out[-1]


whole = "w"


def grows(i):
    global whole
    whole += str(i)
    return str(i)


def mutates_what_waits(n):
    seen = ""
    for i in range(n):
        seen = whole + grows(i % 10)
        seen = ("<" + whole) + grows(i % 7)
    return seen[-30:], len(whole)


held = ["first"]


def waiting():
    while True:
        value = held + [(yield 1)]


def replaced_while_it_waits(n):
    global held
    total, at = 0, 0
    for one in waiting():
        held = [at]
        at += 1
        total += one
        if at == n:
            break
    return total, held


def yields_texts(n):
    for i in range(n):
        yield f"{i}" + "."


def over_texts(n):
    text = ""
    for piece in yields_texts(n):
        text += piece
    return text[-12:], len(text)


def keys(n):
    found = {}
    for i in range(n):
        key = "k" + str(i % 7)
        found[key] = found.get(key, 0) + i
    return sorted(found.items())


def unfinished(n):
    text = ""
    try:
        for i in range(n):
            text += "a" + str(i) + "b" * (100 // (95 - i))
    except ZeroDivisionError:
        return text[-8:]


def list_is_none(n):
    parts = []
    add = parts
    try:
        for i in range(n):
            add.append(f"{i}{i}")
            if i == 100:
                add = ()
    except AttributeError as error:
        return len(parts), parts[-1], str(error)


def many_pieces(n):
    text = ""
    for i in range(n):
        text = f"{i}{i}{i}{i}{i}{i}{i}{i}" + str(i)
    return text


module_text = ""
for number in range(150):
    module_text += str(number) + ";"
    last = module_text
print(module_text[-8:], len(last))
print(repr(lines(200)))
print(shared(120))
print(formatted(100))
print(into_variables(120))
print(doubles(100))
print(other_kinds(100))
print(values(75), values(85), values(100))
print(texts_of(100))
print(mutates_what_waits(100))
print(replaced_while_it_waits(100))
print(over_texts(120))
print(keys(120))
print(unfinished(120))
print(list_is_none(120))
print(many_pieces(60))
# expect:
# 148;149; 490
# '\nline 179\nline 180\nline 181\nline 182\nline 183\nline 184\nline 185\nline 186\nline 187\nline 188\nline 189\nline 190\nline 191\nline 192\nline 193\nline 194\nline 195\nline 196\nline 197\nline 198\nline 199\n'
# ([9, 123, 243], 371, 'xé0é1é2é3é4é', '7é118é119')
# ('0:0,1:-2,2:-4,3:-6,4:-8,5:-10,6:-12,7:-1', 100)
# ('119/118', '119')
# 6
# ('c.95a.96b.97c.98a.99', ["unsupported operand type(s) for +: 'int' and 'str'", "unsupported operand type(s) for +: 'float' and 'str'", "unsupported operand type(s) for +: 'NoneType' and 'str'"])
# <True|74> <s|84> <1208925819614629174706176|99>
# (['58!', '59!', 'False!', 'False!'], ['False!', 'True!'], '0.5!')
# ('516273849506102132435465768091', 201)
# (100, [99])
# ('117.118.119.', 370)
# [('k0', 1071), ('k1', 969), ('k2', 986), ('k3', 1003), ('k4', 1020), ('k5', 1037), ('k6', 1054)]
# bbbbbbbb
# (101, '100100', "'tuple' object has no attribute 'append'")
# 595959595959595959
