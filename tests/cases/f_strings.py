x, name = 42, 'bob'
print(f'{x}', f'{x} and {name}', f'{name!r}', f'{x!s}!', f'{{literal}} {x}', f'')
print(f'{x + 1} {name.upper()} {[1, 2]} {1.5} {None}')
print('a' f'{x}' 'b', f"{name}'s")
print(f'{f"{x}"}')
def many(a):
    return f'{a}1{a}2{a}3{a}4{a}5{a}6{a}7{a}8{a}9{a}10{a}11{a}12{a}13{a}14{a}15{a}16{a}17{a}18'
print(many('-'))
# expect:
# 42 42 and bob 'bob' 42! {literal} 42 
# 43 BOB [1, 2] 1.5 None
# a42b bob's
# 42
# -1-2-3-4-5-6-7-8-9-10-11-12-13-14-15-16-17-18
