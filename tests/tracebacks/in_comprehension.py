data = [{"n": 1}, {"n": "2"}, {}]
def total(rows):
    return sum(row["n"] + 1 for row in rows)
try:
    total(data)
except TypeError as e:
    print(e)
print([row["n"] * 2 for row in data])
