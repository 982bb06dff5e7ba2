"""How two claims stand to each other: who repeats, bears out, updates, disputes or takes back whose."""
