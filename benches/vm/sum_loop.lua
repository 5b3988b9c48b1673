function work(n)
  local result = 0
  for i = 0, n - 1 do
    result = result + i * i
  end
  return result
end
