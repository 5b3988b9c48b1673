import argparse
parser = argparse.ArgumentParser(prog="tool", description="Does a thing", epilog="And that is all.")
parser.add_argument("input", help="what is read")
parser.add_argument("rest", nargs="*", help="more of it")
parser.add_argument("--count", "-c", type=int, default=3, metavar="N", help="how often (default: %(default)s)")
parser.add_argument("-v", "--verbose", action="store_true", help="tell more, at such length that the help of this option takes up several lines of its own")
parser.add_argument("--a-very-long-option-name", default="x", help="long")
group = parser.add_argument_group("output", "where it goes")
group.add_argument("--out", choices=["a", "b"])
print(parser.format_usage())
print(parser.format_help())

# expect:
# usage: tool [-h] [--count N] [-v]
#             [--a-very-long-option-name A_VERY_LONG_OPTION_NAME] [--out {a,b}]
#             input [rest ...]
#
# usage: tool [-h] [--count N] [-v]
#             [--a-very-long-option-name A_VERY_LONG_OPTION_NAME] [--out {a,b}]
#             input [rest ...]
#
# Does a thing
#
# positional arguments:
#   input                 what is read
#   rest                  more of it
#
# options:
#   -h, --help            show this help message and exit
#   --count N, -c N       how often (default: 3)
#   -v, --verbose         tell more, at such length that the help of this option
#                         takes up several lines of its own
#   --a-very-long-option-name A_VERY_LONG_OPTION_NAME
#                         long
#
# output:
#   where it goes
#
#   --out {a,b}
#
# And that is all.
#
