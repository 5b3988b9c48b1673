# What separates the fields of a text, and whether its first row names them.
import csv

SAMPLES = [
    'a,b,c\n1,2,3\n4,5,6\n', "name;age\n'x y';3\n'z';4\n", '"a", "b", "c"\n"1", "2", "3"\n', 'a\tb\n1\t2\n3\t4\n', 'a b c\nd e f\n',
    'x:y\n1:2\n', 'a|b|c\n1|2|3\n', 'one\ntwo\nthree\n', '"only"\n"quoted"\n', '', '\n\n', '1,"b ""q"" c",d\n1,"2",3\n',
    '"a","b,c",d\r\n"e","f,g",h\r\n', "'Harry''s':'Arlington Heights':'IL'\n'Shark City':'Glendale Heights':'IL'\n",
    'id, name, score\n1, bob, 3.5\n2, al, 4.25\n3, eve, 1e3\n', '"abc"+"def"\n"x"+"y"\n', 'time;forces\n1;30\n2;33\n0;50\n',
    '05/05/03?05/05/03?05/05/03\n05/05/03?05/05/03?05/05/03\n', 'x,,y\n,,\n1,,2\n', '1;2,3\n4;5,6\n', 'a,b\r1,2\r3,4\r',
]
sniffer = csv.Sniffer()
for sample in SAMPLES:
    for delimiters in (None, ',;'):
        try:
            found = sniffer.sniff(sample, delimiters)
            print(repr(found.delimiter), repr(found.quotechar), found.doublequote, found.skipinitialspace, list(csv.reader([sample[:9]], found)))
        except csv.Error as error:
            print(repr(sample), delimiters, error)
    try:
        print(sniffer.has_header(sample))
    except csv.Error as error:
        print(error)

found = sniffer.sniff('a;b,c\n1;2,3\n')
print(found, found._name, repr(found.delimiter), repr(found.lineterminator), found.quoting, issubclass(found, csv.Dialect))
sniffer.preferred = [';']
print(repr(sniffer.sniff('a;b,c\n1;2,3\n').delimiter))
for wrong in (lambda: sniffer.sniff(5), lambda: sniffer.has_header(5)):
    try:
        wrong()
    except TypeError as error:
        print(error)

# expect:
# 'a,b,c\n1,2,3\n4,5,6\n' None new-line character seen in unquoted field - do you need to open the file in universal-newline mode?
# 'a,b,c\n1,2,3\n4,5,6\n' ,; new-line character seen in unquoted field - do you need to open the file in universal-newline mode?
# True
# ';' "'" False False [['name', 'age']]
# ';' "'" False False [['name', 'age']]
# True
# ',' '"' False True [['a', 'b', '']]
# ',' '"' False True [['a', 'b', '']]
# True
# 'a\tb\n1\t2\n3\t4\n' None new-line character seen in unquoted field - do you need to open the file in universal-newline mode?
# 'a\tb\n1\t2\n3\t4\n' ,; Could not determine delimiter
# True
# 'a b c\nd e f\n' None new-line character seen in unquoted field - do you need to open the file in universal-newline mode?
# 'a b c\nd e f\n' ,; Could not determine delimiter
# False
# 'x:y\n1:2\n' None new-line character seen in unquoted field - do you need to open the file in universal-newline mode?
# 'x:y\n1:2\n' ,; Could not determine delimiter
# True
# 'a|b|c\n1|2|3\n' None new-line character seen in unquoted field - do you need to open the file in universal-newline mode?
# 'a|b|c\n1|2|3\n' ,; Could not determine delimiter
# True
# 'one\ntwo\nthree\n' None Could not determine delimiter
# 'one\ntwo\nthree\n' ,; Could not determine delimiter
# Could not determine delimiter
# '"only"\n"quoted"\n' None new-line character seen in unquoted field - do you need to open the file in universal-newline mode?
# '"only"\n"quoted"\n' ,; Could not determine delimiter
# True
# '' None Could not determine delimiter
# '' ,; Could not determine delimiter
# Could not determine delimiter
# '\n\n' None Could not determine delimiter
# '\n\n' ,; Could not determine delimiter
# Could not determine delimiter
# ',' '"' True False [['1', 'b "q']]
# ',' '"' True False [['1', 'b "q']]
# True
# ',' '"' False False [['a', 'b,c']]
# ',' '"' False False [['a', 'b,c']]
# False
# ':' "'" True False [["Harry's"]]
# "'Harry''s':'Arlington Heights':'IL'\n'Shark City':'Glendale Heights':'IL'\n" ,; Could not determine delimiter
# True
# ',' '"' False True [['id', 'name', '']]
# ',' '"' False True [['id', 'name', '']]
# True
# '+' '"' False False [['abc', 'de']]
# '"abc"+"def"\n"x"+"y"\n' ,; Could not determine delimiter
# True
# ';' '"' False False [['time', 'forc']]
# ';' '"' False False [['time', 'forc']]
# True
# '0' '"' False False [['', '5/', '5/', '3?']]
# '05/05/03?05/05/03?05/05/03\n05/05/03?05/05/03?05/05/03\n' ,; Could not determine delimiter
# False
# 'x,,y\n,,\n1,,2\n' None new-line character seen in unquoted field - do you need to open the file in universal-newline mode?
# 'x,,y\n,,\n1,,2\n' ,; new-line character seen in unquoted field - do you need to open the file in universal-newline mode?
# False
# '1;2,3\n4;5,6\n' None new-line character seen in unquoted field - do you need to open the file in universal-newline mode?
# '1;2,3\n4;5,6\n' ,; new-line character seen in unquoted field - do you need to open the file in universal-newline mode?
# False
# 'a,b\r1,2\r3,4\r' None new-line character seen in unquoted field - do you need to open the file in universal-newline mode?
# 'a,b\r1,2\r3,4\r' ,; new-line character seen in unquoted field - do you need to open the file in universal-newline mode?
# new-line character seen in unquoted field - do you need to open the file in universal-newline mode?
# <class 'csv.Sniffer.sniff.<locals>.dialect'> sniffed ',' '\r\n' 0 True
# ';'
# expected string or bytes-like object, got 'int'
# initial_value must be str or None, not int
