def work(n):
    counts = {}
    for i in range(n):
        key = i * 7 % 1009
        if key in counts:
            counts[key] += 1
        else:
            counts[key] = 1
    words = ["alpha", "beta", "gamma", "delta", "epsilon"]
    tally = {}
    for i in range(n):
        word = words[i % 5]
        tally[word] = tally.get(word, 0) + 1
    return counts[0] + tally["alpha"]
