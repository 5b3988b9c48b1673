# Rosetta-like
def hanoi(n, a, b, c, moves):
    if n: hanoi(n - 1, a, c, b, moves); moves.append((a, c)); hanoi(n - 1, b, a, c, moves)
m = []; hanoi(3, 'A', 'B', 'C', m); print(len(m), m[:3])
def queens(n, row=0, cols=(), d1=(), d2=()):
    if row == n: return 1
    return sum(queens(n, row + 1, cols + (c,), d1 + (row - c,), d2 + (row + c,)) for c in range(n) if c not in cols and row - c not in d1 and row + c not in d2)
print([queens(n) for n in range(1, 7)])
def roman(n):
    r = ''
    for v, s in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), 'M CM D CD C XC L XL X IX V IV I'.split()):
        while n >= v: r += s; n -= v
    return r
print([roman(n) for n in (1994, 2024, 49, 3999)])
def collatz(n): return [n] if n == 1 else [n] + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)
print(collatz(6), max(range(1, 30), key=lambda n: len(collatz(n))))
def sieve(n):
    p = bytearray([1]) * (n + 1); p[:2] = b'\0\0'
    for i in range(2, int(n ** .5) + 1):
        if p[i]: p[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, v in enumerate(p) if v]
print(sieve(50))
def lev(a, b):
    prev = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        cur = [i]
        for j, y in enumerate(b, 1): cur.append(min(prev[j] + 1, cur[-1] + 1, prev[j - 1] + (x != y)))
        prev = cur
    return prev[-1]
print(lev('kitten', 'sitting'), lev('', 'abc'))
for i in range(1, 16): print('FizzBuzz' if i % 15 == 0 else 'Fizz' if i % 3 == 0 else 'Buzz' if i % 5 == 0 else i, end=' ')
print()
def pascal(n):
    row = [1]
    for _ in range(n): print(' '.join(map(str, row)).center(20)); row = [a + b for a, b in zip([0] + row, row + [0])]
pascal(5)
print(' '.join('%d' % d for d in map(int, str(2 ** 100))), sum(map(int, str(2 ** 1000))), 3 ** 200 % 1000007, pow(3, 200, 1000007), divmod(10 ** 30, 7 ** 15), -7 // 2, -7 % 3, 7 // -2)
def rle(s):
    from itertools import groupby
    return ''.join(f'{len(list(g))}{k}' for k, g in groupby(s))
print(rle('WWWBBWWA'), [''.join(p) for p in __import__('itertools').permutations('abc')])
def gcd(a, b):
    while b: a, b = b, a % b
    return a
print(gcd(1071, 462), [bin(i)[2:].zfill(4) for i in range(5)], int('ff', 16), hex(255), oct(8), f'{10:08b}', int('1010', 2), int('z', 36))

# expect:
# 7 [('A', 'C'), ('A', 'B'), ('C', 'B')]
# [1, 0, 0, 2, 10, 4]
# ['MCMXCIV', 'MMXXIV', 'XLIX', 'MMMCMXCIX']
# [6, 3, 10, 5, 16, 8, 4, 2, 1] 27
# [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]
# 3 3
# 1 2 Fizz 4 Buzz Fizz 7 8 Fizz Buzz 11 Fizz 13 14 FizzBuzz 
#          1          
#         1 1         
#        1 2 1        
#       1 3 3 1       
#      1 4 6 4 1      
# 1 2 6 7 6 5 0 6 0 0 2 2 8 2 2 9 4 0 1 4 9 6 7 0 3 2 0 5 3 7 6 1366 959082 959082 (210634448422766441, 548811777137) -4 2 -4
# 3W2B2W1A ['abc', 'acb', 'bac', 'bca', 'cab', 'cba']
# 21 ['0000', '0001', '0010', '0011', '0100'] 255 0xff 0o10 00001010 10 35
