"""Who works with a house, who is here, and who knows about what somebody says."""

from wijkhuis.house.partners.queries.faces import faces_of, namesakes, partnerships_of
from wijkhuis.house.partners.queries.search import Face, Present, here_on, professionals_for, warm_up

__all__ = ["Face", "Present", "faces_of", "here_on", "namesakes", "partnerships_of", "professionals_for", "warm_up"]
