# A field is put into quotes where it has a character of the line's end, and no other end counts.
import csv
import io

def written(row, **how):
    file = io.StringIO(newline='')
    csv.writer(file, **how).writerow(row)
    return file.getvalue()

for end in ('\r\n', '\n', '|'):
    for value in ('a\rb', 'a\nb', 'a|b', ' a', '', '"', 'a"b'):
        print(repr(end), repr(value), repr(written([value, 1], lineterminator=end)), repr(written([value], lineterminator=end)))
print(repr(written(['a\rb', [1, 2], 10 ** 30], lineterminator='\n')), repr(written(['a\nb', [1, 2]], lineterminator='|')))
print(repr(written(['a', 'b c', 1.5, True, None], delimiter=' ')))

# expect:
# '\r\n' 'a\rb' '"a\rb",1\r\n' '"a\rb"\r\n'
# '\r\n' 'a\nb' '"a\nb",1\r\n' '"a\nb"\r\n'
# '\r\n' 'a|b' 'a|b,1\r\n' 'a|b\r\n'
# '\r\n' ' a' ' a,1\r\n' ' a\r\n'
# '\r\n' '' ',1\r\n' '""\r\n'
# '\r\n' '"' '"""",1\r\n' '""""\r\n'
# '\r\n' 'a"b' '"a""b",1\r\n' '"a""b"\r\n'
# '\n' 'a\rb' 'a\rb,1\n' 'a\rb\n'
# '\n' 'a\nb' '"a\nb",1\n' '"a\nb"\n'
# '\n' 'a|b' 'a|b,1\n' 'a|b\n'
# '\n' ' a' ' a,1\n' ' a\n'
# '\n' '' ',1\n' '""\n'
# '\n' '"' '"""",1\n' '""""\n'
# '\n' 'a"b' '"a""b",1\n' '"a""b"\n'
# '|' 'a\rb' 'a\rb,1|' 'a\rb|'
# '|' 'a\nb' 'a\nb,1|' 'a\nb|'
# '|' 'a|b' '"a|b",1|' '"a|b"|'
# '|' ' a' ' a,1|' ' a|'
# '|' '' ',1|' '""|'
# '|' '"' '"""",1|' '""""|'
# '|' 'a"b' '"a""b",1|' '"a""b"|'
# 'a\rb,"[1, 2]",1000000000000000000000000000000\n' 'a\nb,"[1, 2]"|'
# 'a "b c" 1.5 True \r\n'
