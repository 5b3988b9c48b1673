import argparse
parser = argparse.ArgumentParser(prog="tool", add_help=False)
parser.add_argument("--numbers", nargs="+", type=float)
parser.add_argument("--pair", nargs=2)
parser.add_argument("--maybe", nargs="?", const="given", default="absent")
parser.add_argument("-q", action="count", default=0)
parser.add_argument("--on", action=argparse.BooleanOptionalAction, default=False)
parser.add_argument("--fixed", action="store_const", const=42)
print(parser.parse_args([]))
print(parser.parse_args("--numbers 1 2.5 --pair a b --maybe -qqq --on --fixed".split()))
print(parser.parse_args(["--maybe", "x", "--no-on", "--numbers", "-1"]))
space = argparse.Namespace(a=1, b="x")
print(space, space == argparse.Namespace(a=1, b="x"), "a" in space, vars(space) if False else space.b)

# expect:
# Namespace(numbers=None, pair=None, maybe='absent', q=0, on=False, fixed=None)
# Namespace(numbers=[1.0, 2.5], pair=['a', 'b'], maybe='given', q=3, on=True, fixed=42)
# Namespace(numbers=[-1.0], pair=None, maybe='x', q=0, on=False, fixed=None)
# Namespace(a=1, b='x') True True x
