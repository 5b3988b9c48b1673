import re
TOKEN = re.compile(r"\s*(?:(\d+\.?\d*)|(.))")
def tokens(text):
    for number, sign in TOKEN.findall(text):
        yield float(number) if number else sign
def value(items):
    def factor():
        item = next_item()
        if item == "(":
            result = sum_()
            next_item()
            return result
        return item if isinstance(item, float) else -factor()
    def product():
        result = factor()
        while peek() in ("*", "/"):
            result = result * factor() if next_item() == "*" else result / factor()
        return result
    def sum_():
        result = product()
        while peek() in ("+", "-"):
            result = result + product() if next_item() == "+" else result - product()
        return result
    rest = list(items)[::-1]
    peek = lambda: rest[-1] if rest else None
    next_item = lambda: rest.pop()
    return sum_()
for text in ("1 + 2*3", "(1+2)*3 - 4/2", "-2 * -(3.5 - 1)"):
    print(text, "=", value(tokens(text)))

# expect:
# 1 + 2*3 = 7.0
# (1+2)*3 - 4/2 = 7.0
# -2 * -(3.5 - 1) = 5.0
