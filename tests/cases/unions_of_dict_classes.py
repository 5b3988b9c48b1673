from collections import Counter, OrderedDict, defaultdict
print(defaultdict(list, a=[1]) | {'b': 2}, {'b': 2} | defaultdict(list, a=[1]))
print(OrderedDict([(1, 2)]) | {3: 4}, {3: 4} | OrderedDict([(1, 2)]))
lists = defaultdict(list)
lists |= {'a': [1]}
lists['b'].append(2)
print(lists)

# expect:
# defaultdict(<class 'list'>, {'a': [1], 'b': 2}) defaultdict(<class 'list'>, {'b': 2, 'a': [1]})
# OrderedDict([(1, 2), (3, 4)]) OrderedDict([(3, 4), (1, 2)])
# defaultdict(<class 'list'>, {'a': [1], 'b': [2]})
