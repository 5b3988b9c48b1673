import argparse
common = argparse.ArgumentParser(add_help=False)
common.add_argument("--verbose", action="store_true", help="tell more")
common.set_defaults(color="red")
parser = argparse.ArgumentParser(prog="t", parents=[common], formatter_class=argparse.ArgumentDefaultsHelpFormatter)
parser.add_argument("--size", type=int, default=4, help="how large")
parser.add_argument("--version", action="version", version="%(prog)s 1.0")
print(parser.parse_args(["--verbose"]), parser.parse_args([], argparse.Namespace(size=9)))
print(parser.format_help())
print(parser.get_default("size"), parser.get_default("color"))
try:
    parser.parse_args(["--version"])
except SystemExit as exit:
    print("exit", exit.code)
def even(text):
    if int(text) % 2:
        raise argparse.ArgumentTypeError(f"{text} is odd")
    return int(text)
strict = argparse.ArgumentParser(prog="s", exit_on_error=False)
strict.add_argument("n", type=even)
print(strict.parse_args(["4"]))
try:
    strict.parse_args(["3"])
except argparse.ArgumentError as error:
    print(error)

# expect:
# Namespace(verbose=True, size=4, color='red') Namespace(size=9, verbose=False, color='red')
# usage: t [-h] [--verbose] [--size SIZE] [--version]
#
# options:
#   -h, --help   show this help message and exit
#   --verbose    tell more (default: False)
#   --size SIZE  how large (default: 4)
#   --version    show program's version number and exit
#
# 4 red
# t 1.0
# exit 0
# Namespace(n=4)
# argument n: 3 is odd
