print(tru)
