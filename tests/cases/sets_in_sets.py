# A set is looked for in a set as the frozen one with its items, and is no item itself.
class Own(set):
    pass


sets = {frozenset([1]), frozenset(), 5}
print({1} in sets, set() in sets, {2} in sets, Own([1]) in sets, {1} in frozenset(sets), sets.__contains__({1}), set() in set())
sets.discard({1})
sets.discard({7})
print(sets == {frozenset(), 5})
sets.remove(Own())
print(sets)
for wrong in (lambda: sets.remove({3}), lambda: sets.add({3}), lambda: {1} in {}, lambda: [] in sets, lambda: sets.discard([]), lambda: {Own()}):
    try:
        wrong()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)

# expect:
# True True False True True True False
# True
# {5}
# KeyError {3}
# TypeError unhashable type: 'set'
# TypeError unhashable type: 'set'
# TypeError unhashable type: 'list'
# TypeError unhashable type: 'list'
# TypeError unhashable type: 'Own'
