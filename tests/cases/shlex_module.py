import shlex
for text in ('ls -l "a file" b', "echo 'it is' \"a \\\"q\\\"\" c\\ d", 'a"b"c\'d\' \'\' ""', '', '  \t\n x ', 'a # b', '"a\\n\\\\" \\n',
             'cp "x', "cp 'x", 'x\\', '"x\\', '--name="John Smith" -- $HOME *.py'):
    try:
        print(shlex.split(text))
    except ValueError as error:
        print(repr(text), error)
print(shlex.split('a # b\nc#d e', comments=True))
for text in ('', 'plain', 'a b', "it's", '$x', 'a/b.c-d_e@f', 'é'):
    print(shlex.quote(text), shlex.split(shlex.quote(text)) == [text])
print(shlex.join(['ls', '-l', 'my file', "o'k"]))
# expect:
# ['ls', '-l', 'a file', 'b']
# ['echo', 'it is', 'a "q"', 'c d']
# ['abcd', '', '']
# []
# ['x']
# ['a', '#', 'b']
# ['a\\n\\', 'n']
# 'cp "x' No closing quotation
# "cp 'x" No closing quotation
# 'x\\' No escaped character
# '"x\\' No escaped character
# ['--name=John Smith', '--', '$HOME', '*.py']
# ['a', 'c']
# '' True
# plain True
# 'a b' True
# 'it'"'"'s' True
# '$x' True
# a/b.c-d_e@f True
# 'é' True
# ls -l 'my file' 'o'"'"'k'
