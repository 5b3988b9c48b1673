from string import Formatter, Template
t = Template("$who likes ${what}; $$5 for $who")
print(t.substitute(who="tim", what="kung pao"), t.safe_substitute(who="x"), t.template)
for bad in ("$who $", "$100", "${who"):
    try:
        Template(bad).substitute(who="x")
    except ValueError as error:
        print(error)
try:
    t.substitute(who="x")
except KeyError as error:
    print("KeyError", error)
print(Formatter().format("{0} {name!r:>6} {1[k]}", 1, {"k": 2}, name="x"), list(Formatter().parse("a{b!r:c}d{{}}")))

# expect:
# tim likes kung pao; $5 for tim x likes ${what}; $5 for x $who likes ${what}; $$5 for $who
# Invalid placeholder in string: line 1, col 6
# Invalid placeholder in string: line 1, col 1
# Invalid placeholder in string: line 1, col 1
# KeyError 'what'
# 1    'x' 2 [('a', 'b', 'c', 'r'), ('d{', None, None, None), ('}', None, None, None)]
