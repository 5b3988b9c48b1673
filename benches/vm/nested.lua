function work(n)
  local total = 0
  local i = 0
  while i < n do
    local j = 0
    while j < n do
      if (i ~ j) & 1 ~= 0 then
        total = total + i
      end
      j = j + 1
    end
    i = i + 1
  end
  return total
end
