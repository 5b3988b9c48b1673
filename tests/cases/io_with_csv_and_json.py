import csv, io, json
rows = [{"name": "Ann", "age": 30, "city": "Oslo, Norway"}, {"name": 'Bob "B"', "age": 25, "city": ""}]
out = io.StringIO(newline="")
writer = csv.DictWriter(out, fieldnames=list(rows[0]))
writer.writeheader()
writer.writerows(rows)
text = out.getvalue()
print(text.replace("\r\n", "\n"), end="")
back = list(csv.DictReader(io.StringIO(text)))
print(json.dumps(back, indent=1), [dict(row, age=int(row["age"])) for row in back] == rows)

# expect:
# name,age,city
# Ann,30,"Oslo, Norway"
# "Bob ""B""",25,
# [
#  {
#   "name": "Ann",
#   "age": "30",
#   "city": "Oslo, Norway"
#  },
#  {
#   "name": "Bob \"B\"",
#   "age": "25",
#   "city": ""
#  }
# ] True
