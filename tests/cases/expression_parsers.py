import re
class Parser:
    def __init__(self, s): self.t = re.findall(r'\d+\.?\d*|[-+*/()^]|[a-z]+', s); self.i = 0
    def peek(self): return self.t[self.i] if self.i < len(self.t) else None
    def next(self): self.i += 1; return self.t[self.i - 1]
    def expr(self):
        v = self.term()
        while self.peek() in ('+', '-'):
            v = v + self.term() if self.next() == '+' else v - self.term()
        return v
    def term(self):
        v = self.factor()
        while (op := self.peek()) and op in '*/':
            self.next(); r = self.factor(); v = v * r if op == '*' else v / r
        return v
    def factor(self):
        b = self.atom()
        if self.peek() == '^': self.next(); return b ** self.factor()
        return b
    def atom(self):
        t = self.next()
        if t == '(':
            v = self.expr()
            if self.next() != ')': raise SyntaxError('expected )')
            return v
        if t == '-': return -self.atom()
        if t.isalpha(): import math; return getattr(math, t)(self.atom())
        return float(t) if '.' in t else int(t)
for e in ['1 + 2 * 3', '(1+2)*3', '2^3^2', '-4 + 10 / 4', 'sqrt(16) + 1', '1.5*4']: print(e, '=', Parser(e).expr())
try: Parser('1/0').expr()
except ZeroDivisionError as e: print(e)
try: Parser('(1').expr()
except IndexError as e: print(type(e).__name__, e)
def rpn(s):
    st = []
    ops = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a / b}
    for t in s.split():
        if t in ops: b, a = st.pop(), st.pop(); st.append(ops[t](a, b))
        else: st.append(float(t))
    return st.pop()
print(rpn('3 4 + 2 * 7 /'))
def balanced(s):
    st, pairs = [], {')': '(', ']': '[', '}': '{'}
    for c in s:
        if c in pairs.values(): st.append(c)
        elif c in pairs and (not st or st.pop() != pairs[c]): return False
    return not st
print([balanced(s) for s in ('()', '([)]', '{[()]}', '(')])

# expect:
# 1 + 2 * 3 = 7
# (1+2)*3 = 9
# 2^3^2 = 512
# -4 + 10 / 4 = -1.5
# sqrt(16) + 1 = 5.0
# 1.5*4 = 6.0
# division by zero
# IndexError list index out of range
# 2.0
# [True, False, True, False]
