# Functions that call themselves often, with objects: who owns them stays who owns them.


class Node:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def total(self, depth):
        left = 0 if self.left is None else self.left.total(depth + 1)
        right = 0 if self.right is None else self.right.total(depth + 1)
        return self.value + left + right


def tree(depth, value):
    if depth == 0:
        return None
    return Node(value, tree(depth - 1, 2 * value), tree(depth - 1, 2 * value + 1))


def total(node):
    if node is None:
        return 0
    return node.value + total(node.left) + total(node.right)


def full_total(node, depth):
    if depth == 0:
        return node.value
    return node.value + full_total(node.left, depth - 1) + full_total(node.right, depth - 1)


root = tree(8, 1)
print(total(root), full_total(root, 7), root.total(0))
root.left.value = 0.5
print(total(root), full_total(root, 7), root.total(0))
root.left.left.value = 10**30
print(total(root), full_total(root, 7), root.total(0))


def search(items, wanted, low, high):
    if low > high:
        return -1
    middle = (low + high) // 2
    if items[middle] == wanted:
        return middle
    if items[middle] < wanted:
        return search(items, wanted, middle + 1, high)
    return search(items, wanted, low, middle - 1)


items = [3 * n for n in range(100)]
print(sum(search(items, n, 0, 99) for n in range(300)))
print([search(items, n, 0, 99) for n in (0, 1, 297, 300)])
items[50] = "x"
try:
    print(search(items, 150, 0, 99))
except TypeError as error:
    print(error)


memo = {}


def ways(n):
    if n in memo:
        return memo[n]
    if n < 2:
        return 1
    found = ways(n - 1) + ways(n - 2)
    memo[n] = found
    return found


print([ways(n) for n in range(0, 120, 7)], len(memo))


def spread(cells, at, left):
    if left == 0:
        cells[at] += 1
        return
    for step in range(2):
        spread(cells, (at + step) % 3, left - 1)


cells = [0, 0, 0]
spread(cells, 0, 9)
print(cells)
cells[1] = 2**63 - 20
spread(cells, 0, 7)
print(cells)


def sink(items, depth):
    kept = items
    if depth == 0:
        return len(kept)
    kept = items
    return sink(kept, depth - 1) + 1


print([sink([1, 2], n) for n in range(60)][-1])


# What dies on the way back says so in its order.
class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name, end="; ")


def holds(loud, depth):
    own = loud
    if depth == 0:
        return 0
    return 1 + holds(own, depth - 1)


for n in range(60):
    holds(items, 3)
print(holds(Loud("a"), 5), "then")
print(holds(Loud("b"), 50), "then")


def joined(text, n):
    longer = text + "."
    if n == 0:
        return len(longer)
    return joined(longer, n - 1) + 1


print([joined("", n) for n in range(50)][-1], joined("ab", 300))


def queens(n, row, columns, rising, falling):
    if row == n:
        return 1
    found = 0
    for column in range(n):
        bit, up, down = 1 << column, 1 << (row + column), 1 << (row - column + n)
        if columns & bit or rising & up or falling & down:
            continue
        found += queens(n, row + 1, columns | bit, rising | up, falling | down)
    return found


print([queens(n, 0, 0, 0, 0) for n in range(1, 7)])
# expect:
# 32640 32640 32640
# 32638.5 32638.5 32638.5
# 1e+30 1e+30 1e+30
# 4750
# [0, -1, 99, -1]
# '<' not supported between instances of 'str' and 'int'
# [1, 21, 610, 17711, 514229, 14930352, 433494437, 12586269025, 365435296162, 10610209857723, 308061521170129, 8944394323791464, 259695496911122585, 7540113804746346429, 218922995834555169026, 6356306993006846248183, 184551825793033096366333, 5358359254990966640871840] 118
# [170, 171, 171]
# [213, 9223372036854775831, 213]
# 61
# gone a; 5 then
# gone b; 50 then
# 99 603
# [1, 0, 0, 2, 10, 4]
