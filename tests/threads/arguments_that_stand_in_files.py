# Arguments that stand in files.
import argparse
import os
import tempfile


class Words(argparse.ArgumentParser):
    def convert_arg_line_to_args(self, arg_line):
        return arg_line.split()


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    with open("args.txt", "w") as file:
        file.write("--level\n3\na b\n@more.txt\n")
    with open("more.txt", "w") as file:
        file.write("last\n")
    parser = argparse.ArgumentParser(prog="tool", fromfile_prefix_chars="@")
    parser.add_argument("--level", type=int)
    parser.add_argument("names", nargs="*")
    print(parser.parse_args(["@args.txt"]), parser.fromfile_prefix_chars)
    words = Words(prog="tool", fromfile_prefix_chars="@%", exit_on_error=False)
    words.add_argument("names", nargs="*")
    print(words.parse_args(["%more.txt", "x@y"]))
    for one in (parser, words):
        try:
            one.parse_args(["@none.txt"])
        except SystemExit as error:
            print("status", error.code)
    plain = argparse.ArgumentParser()
    plain.add_argument("names", nargs="*")
    print(plain.parse_args(["@args.txt"]))
    os.chdir("/")

# expect:
# Namespace(level=3, names=['a b', 'last']) @
# Namespace(names=['last', 'x@y'])
# status 2
# status 2
# Namespace(names=['@args.txt'])
