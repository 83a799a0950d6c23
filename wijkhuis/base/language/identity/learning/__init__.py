"""How the weights of `likely.py` are learned: invented people in sentences, and what marks their names."""
