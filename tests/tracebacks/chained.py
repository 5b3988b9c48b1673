class A:
    def __init__(self, x): self.x = x
def load(d):
    try: return d["key"]
    except KeyError as e:
        raise ValueError("bad config") from e
def main():
    try: load({})
    except ValueError:
        result = A(1).y + [1,
            2]
main()
