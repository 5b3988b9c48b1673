import argparse, contextlib, io
parser = argparse.ArgumentParser(prog="tool")
parser.add_argument("n", type=int)
parser.add_argument("--level", choices=["low", "high"])
group = parser.add_mutually_exclusive_group()
group.add_argument("--a", action="store_true")
group.add_argument("--b", action="store_true")
for words in (["x"], [], ["1", "--level", "mid"], ["1", "--a", "--b"], ["1", "--nope"], ["1", "2"], ["1", "--level"]):
    with contextlib.redirect_stderr(io.StringIO()) as told:
        try:
            parser.parse_args(words)
        except SystemExit as exit:
            print(words, exit.code, told.getvalue().splitlines()[-1])

# expect:
# ['x'] 2 tool: error: argument n: invalid int value: 'x'
# [] 2 tool: error: the following arguments are required: n
# ['1', '--level', 'mid'] 2 tool: error: argument --level: invalid choice: 'mid' (choose from 'low', 'high')
# ['1', '--a', '--b'] 2 tool: error: argument --b: not allowed with argument --a
# ['1', '--nope'] 2 tool: error: unrecognized arguments: --nope
# ['1', '2'] 2 tool: error: unrecognized arguments: 2
# ['1', '--level'] 2 tool: error: argument --level: expected one argument
