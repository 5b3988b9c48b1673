print(round(2.5), round(3.5), round(-2.5), round(2.4), round(2.6), round(-0.4), round(5))
print(round(1.005, 2), round(2.675, 2), round(1.25, 1), round(1.35, 1), round(-1.25, 1), round(1234.5678, 2))
print(round(1234, -2), round(1250, -2), round(1350, -2), round(-1250, -2), round(1234.5, -2), round(15.0, -1), round(25.0, -1), round(5, 3), round(0, -5))
print(round(1e300, 5), round(1.5, 400), round(1.5, -400), round(float('inf'), 2), round(123.456, 0), round(1e16, 2))
print(round(2.5, None), round(2 ** 70, -5), round(True), round(12345.678, ndigits=1), round(-0.0, 1), round(-0.04, 1), round(0.5), round(1.5), round(25.1, -1), round(49.99, -2), round(50.01, -2))
# expect:
# 2 4 -2 2 3 0 5
# 1.0 2.67 1.2 1.4 -1.2 1234.57
# 1200 1200 1400 -1200 1200.0 20.0 20.0 5 0
# 1e+300 1.5 0.0 inf 123.0 1e+16
# 2 1180591620717411300000 1 12345.7 -0.0 -0.0 0 2 30.0 0.0 100.0
