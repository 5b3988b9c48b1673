def work(n):
    seed = 42
    items = []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        items.append(seed)
    ordered = sorted(items)
    items.sort(key=lambda item: item % 1000, reverse=True)
    return ordered[0] + items[0]
