import csv, io
text = 'name,age\n"Smith, J",42\n"say ""hi""",7\n\nlast,"two\nlines"\n'
for row in csv.reader(io.StringIO(text)):
    print(row)
for row in csv.DictReader(io.StringIO("a,b\n1,2\n3\n4,5,6\n")):
    print(row)
print(list(csv.reader(["a;b", "'c;d';e"], delimiter=";", quotechar="'")), list(csv.reader(["a\tb"], "excel-tab")))
print(list(csv.reader(["1,x,2.5"], quoting=csv.QUOTE_NONE)), list(csv.reader(["a, b"], skipinitialspace=True)))

# expect:
# ['name', 'age']
# ['Smith, J', '42']
# ['say "hi"', '7']
# []
# ['last', 'two\nlines']
# {'a': '1', 'b': '2'}
# {'a': '3', 'b': None}
# {'a': '4', 'b': '5', None: ['6']}
# [['a', 'b'], ['c;d', 'e']] [['a', 'b']]
# [['1', 'x', '2.5']] [['a', 'b']]
