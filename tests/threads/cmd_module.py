"""`cmd.Cmd`: programs that are told what to do line by line."""
import cmd, io


class Shell(cmd.Cmd):
    intro = 'Welcome'
    prompt = '> '

    def __init__(self, **more):
        super().__init__(**more)
        self.total = 0

    def do_add(self, arg):
        """add N: adds N"""
        self.total += int(arg)
        print('total', self.total, file=self.stdout)

    def do_show(self, arg):
        self.stdout.write(f'{self.total} {arg!r}\n')

    def do_quit(self, arg):
        'Leaves.'
        return True

    def do_EOF(self, arg):
        self.stdout.write('end\n')
        return True

    def help_topics(self):
        self.stdout.write('of nothing\n')

    def preloop(self):
        self.stdout.write('begins\n')

    def postloop(self):
        self.stdout.write('ends\n')

    def precmd(self, line):
        return line.lower() if line != 'EOF' else line


def run(text, kind=Shell, **more):
    out = io.StringIO()
    shell = kind(stdin=io.StringIO(text), stdout=out)
    shell.use_rawinput = False
    shell.cmdloop(**more)
    print(out.getvalue().replace(' \n', '|\n'))
    return shell


run('add 5\nADD 6\n\nshow  x y \nwhat is this\n? add\nhelp show\nhelp none\nhelp topics\nhelp\n!ls\nadd\tquit\n'.replace('add\tquit\n', 'quit\nadd 1\n'))
run('show', intro='Other')
shell = Shell()
for line in ('  add 1', 'x-y', '', '?', '!x', '5', '-'):
    print(shell.parseline(line))
print(shell.completenames('s'), sorted(shell.complete_help('q')), shell.onecmd('quit'))


class Many(cmd.Cmd):
    def do_quit(self, arg):
        return True


for at in range(40):
    setattr(Many, 'do_' + 'abcdefghij'[at % 10] * (1 + at % 7) + str(at), lambda self, arg: None)
run('help\nquit\n', Many)
out = io.StringIO()
many = cmd.Cmd(stdout=out)
for words in ([], ['one'], ['a', 'bb', 'ccc'], ['x' * 50] * 3):
    many.columnize(words, 79)
many.cmdqueue = ['nothing']
many.default('x')
print(out.getvalue())
try:
    many.columnize(['a', 1])
except TypeError as error:
    print(error)
# expect:
# begins
# Welcome
# > total 5
# > total 11
# > total 17
# > 17 'x y'
# > *** Unknown syntax: what is this
# > add N: adds N
# > *** No help on show
# > *** No help on none
# > of nothing
# >|
# Documented commands (type help <topic>):
# ========================================
# add  help  quit
#
# Miscellaneous help topics:
# ==========================
# topics
#
# Undocumented commands:
# ======================
# EOF  show
#
# > *** Unknown syntax: !ls
# > ends
#
# begins
# Other
# > 0 ''
# > end
# ends
#
# ('add', '1', 'add 1')
# ('x', '-y', 'x-y')
# (None, None, '')
# ('help', '', 'help ')
# (None, None, '!x')
# ('5', '', '5')
# ('', '-', '-')
# ['show'] ['quit'] True
# (Cmd)|
# Documented commands (type help <topic>):
# ========================================
# help
#
# Undocumented commands:
# ======================
# a0         bbbb31    ddd23      eeeee4     gg36      hhhh17     jj29   |
# aaa30      bbbbb11   dddd3      eeeeeee34  ggg16     hhhhhhh27  jjj9   |
# aaaa10     cc22      dddddd33   f35        gggggg26  i28        jjjjj39|
# aaaaaaa20  ccc2      ddddddd13  ff15       ggggggg6  ii8        jjjjjj19
# b21        ccccc32   e14        fffff25    h7        iiii38     quit   |
# bb1        cccccc12  eeee24     ffffff5    hhh37     iiiii18 |
#
# (Cmd) 
# <empty>
# one
# a  bb  ccc
# xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
# xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
# xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
# *** Unknown syntax: x
#
# list[i] not a string for i in 1
