import getopt


def told(of, *arguments):
    try:
        print(of(*arguments))
    except getopt.GetoptError as error:
        print(type(error).__name__, error, '|', error.opt, '|', error.msg)


told(getopt.getopt, '-a -b -cfoo -d bar a1 a2'.split(), 'abc:d:')
told(getopt.getopt, '--condition=foo --testing --output-file abc.def -x a1 -y'.split(), 'x', ['condition=', 'output-file=', 'testing'])
told(getopt.gnu_getopt, ['file', '-v', '--out=x', 'more', '--', '-z'], 'v', ['out='])
told(getopt.gnu_getopt, ['file', '-v'], '+v')
told(getopt.getopt, ['-ab', '-', '-a'], 'ab')
told(getopt.getopt, ['-q'], 'ab')
told(getopt.getopt, ['-a'], 'a:')
told(getopt.getopt, ['--out'], '', ['out='])
told(getopt.getopt, ['--verbose=1'], '', ['verbose'])
told(getopt.getopt, ['--ver'], '', ['verbose', 'version='])
told(getopt.getopt, ['--vers', '3'], '', ['verbose', 'version='])
told(getopt.getopt, ['--nothing'], '', ['out='])
told(getopt.getopt, ['--help'], '', 'help')
print(getopt.error is getopt.GetoptError)

# expect:
# ([('-a', ''), ('-b', ''), ('-c', 'foo'), ('-d', 'bar')], ['a1', 'a2'])
# ([('--condition', 'foo'), ('--testing', ''), ('--output-file', 'abc.def'), ('-x', '')], ['a1', '-y'])
# ([('-v', ''), ('--out', 'x')], ['file', 'more', '-z'])
# ([], ['file', '-v'])
# ([('-a', ''), ('-b', '')], ['-', '-a'])
# GetoptError option -q not recognized | q | option -q not recognized
# GetoptError option -a requires argument | a | option -a requires argument
# GetoptError option --out requires argument | out | option --out requires argument
# GetoptError option --verbose must not have an argument | verbose | option --verbose must not have an argument
# GetoptError option --ver not a unique prefix | ver | option --ver not a unique prefix
# ([('--version', '3')], [])
# GetoptError option --nothing not recognized | nothing | option --nothing not recognized
# ([('--help', '')], [])
# True
