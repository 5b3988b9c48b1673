import csv, io
out = io.StringIO()
writer = csv.writer(out)
writer.writerow(["a", 1, 2.5, None, 'say "hi"', "x,y", "line\nbreak", ""])
writer.writerows([[1, 2], ["x", True]])
print(repr(out.getvalue()))
out = io.StringIO()
table = csv.DictWriter(out, fieldnames=["name", "age"], lineterminator="\n")
table.writeheader()
table.writerow({"name": "Ann", "age": 3})
print(out.getvalue(), end="")
try:
    table.writerow({"nme": "x"})
except ValueError as error:
    print(error)
out = io.StringIO()
csv.writer(out, quoting=csv.QUOTE_ALL, delimiter=";").writerow([1, "a"])
csv.writer(out, quoting=csv.QUOTE_NONNUMERIC).writerow([1, "a", 2.5])
csv.writer(out).writerow([""])
print(repr(out.getvalue()))

# expect:
# 'a,1,2.5,,"say ""hi""","x,y","line\nbreak",\r\n1,2\r\nx,True\r\n'
# name,age
# Ann,3
# dict contains fields not in fieldnames: 'nme'
# '"1";"a"\r\n1,"a",2.5\r\n""\r\n'
