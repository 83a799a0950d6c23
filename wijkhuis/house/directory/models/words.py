"""What the map is found by."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from wijkhuis.house.directory.models.entries import Entry
from wijkhuis.house.neighbourhood.models import House


class Word(models.Model):
    """A word that occurs in the map, to recognise what somebody means who spells it differently."""

    word = models.CharField(max_length=40, primary_key=True)

    class Meta:
        indexes = [GinIndex(fields=["word"], name="word_by_likeness", opclasses=["gin_trgm_ops"], fastupdate=False)]

    def __str__(self) -> str:
        return self.word


class Meaning(models.Model):
    """What an entry means, as numbers: kept so that nobody has to compute it twice."""

    entry = models.OneToOneField(Entry, models.CASCADE, primary_key=True, related_name="meaning")
    # SHA-256 of the encoder and the text that was encoded.
    text_hash = models.CharField(max_length=64)
    # 512 numbers of 16 bits, little-endian, length 1.
    vector = models.BinaryField()

    def __str__(self) -> str:
        return str(self.entry)


class Choice(models.Model):
    """A colleague chose this entry for a question about this topic. The question itself is not kept."""

    house = models.ForeignKey(House, models.CASCADE, related_name="+")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="choices")
    # A heading of the lexicon.
    topic = models.CharField(max_length=60)
    chosen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    chosen_on = models.DateField()

    class Meta:
        # One colleague counts once, however often they choose the same.
        constraints = [
            models.UniqueConstraint(
                fields=["house", "entry", "topic", "chosen_by"], name="choice_counts_once_a_colleague"
            )
        ]

    def __str__(self) -> str:
        return f"{self.topic}: {self.entry}"
