import argparse
parser = argparse.ArgumentParser(prog="tool", description="Does a thing")
parser.add_argument("name")
parser.add_argument("--count", "-c", type=int, default=3, help="how often")
parser.add_argument("-v", "--verbose", action="store_true")
parser.add_argument("--tag", action="append")
parser.add_argument("--level", choices=["low", "high"], default="low")
print(parser.parse_args(["x"]))
print(parser.parse_args(["x", "-c", "5", "-v", "--tag", "a", "--tag=b", "--level", "high"]))
print(parser.parse_args(["--coun", "7", "x"]).count, parser.parse_args(["-vc4", "y"]))
print(parser.parse_known_args(["x", "--unknown", "1"]))

# expect:
# Namespace(name='x', count=3, verbose=False, tag=None, level='low')
# Namespace(name='x', count=5, verbose=True, tag=['a', 'b'], level='high')
# 7 Namespace(name='y', count=4, verbose=True, tag=None, level='low')
# (Namespace(name='x', count=3, verbose=False, tag=None, level='low'), ['--unknown', '1'])
