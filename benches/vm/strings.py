def work(n):
    text = ""
    for i in range(n):
        text += "line " + str(i) + "\n"
        if len(text) > 4000:
            text = text[2000:]
    parts = []
    for i in range(n):
        parts.append(f"{i}:{i * 2}")
    joined = ",".join(parts)
    return len(text) + len(joined)
