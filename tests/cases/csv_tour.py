import csv, io
f = io.StringIO('name,age\n"Smith, J",42\nann,"3""1"\n')
for row in csv.DictReader(f): print(row)
o = io.StringIO(); w = csv.writer(o); w.writerow(['a', 'b,c', 'd"e', 1, None, 2.5]); w.writerows([[1, 2], ['x\ny', '']]); print(repr(o.getvalue()))
o = io.StringIO(); w = csv.DictWriter(o, fieldnames=['x', 'y'], extrasaction='ignore'); w.writeheader(); w.writerow({'x': 1, 'y': 2, 'z': 3}); print(repr(o.getvalue()))
print(list(csv.reader(['a;b', "c;'d;e'"], delimiter=';', quotechar="'")), list(csv.reader(['1 2'], delimiter=' ')), csv.list_dialects())
o = io.StringIO(); csv.writer(o, quoting=csv.QUOTE_ALL, lineterminator='\n').writerow([1, 'a']); print(repr(o.getvalue()))
o = io.StringIO(); csv.writer(o, delimiter='\t', quoting=csv.QUOTE_NONNUMERIC).writerow([1, 'a', 2.5]); print(repr(o.getvalue()))

# expect:
# {'name': 'Smith, J', 'age': '42'}
# {'name': 'ann', 'age': '3"1'}
# 'a,"b,c","d""e",1,,2.5\r\n1,2\r\n"x\ny",\r\n'
# 'x,y\r\n1,2\r\n'
# [['a', 'b'], ['c', 'd;e']] [['1', '2']] ['excel', 'excel-tab', 'unix']
# '"1","a"\n'
# '1\t"a"\t2.5\r\n'
