"""What the map is found by."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from wijkhuis.house.directory.models.entries import Entry
from wijkhuis.house.neighbourhood.models import House


class Meaning(models.Model):
    """What an entry means and which letters and words it is made of: computed once, read by every process."""

    entry = models.OneToOneField(Entry, models.CASCADE, primary_key=True, related_name="meaning")
    # SHA-256 of the encoder, the edition of the lexicon and the text.
    text_hash = models.CharField(max_length=64)
    # 512 numbers of 16 bits, length 1.
    vector = models.BinaryField()
    # One vector after the other for each line that people say for this entry.
    said = models.BinaryField(default=b"")
    # Pieces of three to five letters, and words: numbers of 32 bits, as often as they occur.
    letters = models.BinaryField(default=b"")
    words = models.BinaryField(default=b"")
    # The headings of the lexicon it fits best, and how well.
    topics = ArrayField(models.CharField(max_length=60), default=list)
    shares = ArrayField(models.FloatField(), default=list)
    # The transaction that wrote this, so that every process sees what changed since it last looked.
    written_in = models.BigIntegerField(default=0, db_index=True)

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
