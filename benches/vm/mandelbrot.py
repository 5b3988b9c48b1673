def work(n):
    inside = 0
    for row in range(n):
        y0 = 2.0 * row / n - 1.0
        for column in range(n):
            x0 = 3.0 * column / n - 2.0
            x = 0.0
            y = 0.0
            steps = 0
            while x * x + y * y <= 4.0 and steps < 50:
                x, y = x * x - y * y + x0, 2.0 * x * y + y0
                steps += 1
            if steps == 50:
                inside += 1
    return inside
