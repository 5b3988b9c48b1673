import argparse
parser = argparse.ArgumentParser(prog="git")
parser.add_argument("--quiet", action="store_true")
commands = parser.add_subparsers(dest="command", required=True, help="what to do")
add = commands.add_parser("add", help="adds files")
add.add_argument("files", nargs="+")
commit = commands.add_parser("commit")
commit.add_argument("-m", "--message", required=True)
commit.set_defaults(run=lambda: "ran")
print(parser.parse_args(["add", "a", "b"]), parser.parse_args(["--quiet", "commit", "-m", "text"]).run())
print(parser.format_help())
print(commit.format_usage(), add.format_help())

# expect:
# Namespace(quiet=False, command='add', files=['a', 'b']) ran
# usage: git [-h] [--quiet] {add,commit} ...
#
# positional arguments:
#   {add,commit}  what to do
#     add         adds files
#
# options:
#   -h, --help    show this help message and exit
#   --quiet
#
# usage: git commit [-h] -m MESSAGE
#  usage: git add [-h] files [files ...]
#
# positional arguments:
#   files
#
# options:
#   -h, --help  show this help message and exit
#
