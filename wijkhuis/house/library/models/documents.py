"""A document that everybody or the team can search, page by page."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkhuis.house.library.rules.licences import may_hand_on
from wijkhuis.house.library.rules.problems import mend_of, reason_of, remark_of


class Document(models.Model):
    """Something that was written: by the house, the city, a partner or residents."""

    class Kind(models.TextChoices):
        PLAN = "plan", _("plan or vision")
        MINUTES = "minutes", _("report of a meeting")
        METHOD = "method", _("method or brochure")
        RESEARCH = "research", _("research")
        NEWS = "news", _("newspaper or newsletter")
        OTHER = "other", _("something else")

    class Format(models.TextChoices):
        PDF = "pdf", "PDF"
        DOCX = "docx", "Word"
        HTML = "html", _("web page")
        TEXT = "text", _("text")

    title = models.CharField(_("title"), max_length=200)
    author = models.CharField(_("author or organisation"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=2, default="nl")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices, default=Kind.OTHER)
    licence = models.CharField(_("licence"), max_length=120, blank=True)
    format = models.CharField(max_length=4, choices=Format.choices, default=Format.TEXT)
    file_name = models.CharField(max_length=200)
    # SHA-256 of the file.
    checksum = models.CharField(max_length=64)
    is_public = models.BooleanField(_("for everyone"), default=False)
    pages = models.PositiveIntegerField(default=0)
    # Pages read so far, while it is being read.
    pages_done = models.PositiveIntegerField(default=0)
    # Words of rules/problems.py: why it was not read, or what is to be known about it.
    problem = models.CharField(max_length=20, blank=True)
    remark = models.CharField(max_length=20, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    added_at = models.DateTimeField()
    # All of its pages are there; until then nobody finds it.
    read_at = models.DateTimeField(null=True, blank=True)
    # Taken out of the archive: nobody finds it, and for some days it can be put back.
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-year", "title"]
        constraints = [models.UniqueConstraint(fields=["checksum"], name="document_is_there_once")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_pdf(self) -> bool:
        return self.format == self.Format.PDF

    @property
    def may_be_taken_along(self) -> bool:
        return may_hand_on(self.licence)

    @property
    def reason(self) -> str:
        return reason_of(self.problem) if self.problem else ""

    @property
    def mend(self) -> str:
        return mend_of(self.problem) if self.problem else ""

    @property
    def remark_words(self) -> str:
        return remark_of(self.remark)


class DocumentFile(models.Model):
    """The file as it came. It is in the database, so that one backup holds everything and every machine can read it."""

    document = models.OneToOneField(Document, models.CASCADE, primary_key=True, related_name="file")
    content = models.BinaryField()

    def __str__(self) -> str:
        return str(self.document)


class DocumentPage(models.Model):
    """One page, or a piece of about 3,000 letters of something without pages."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="sheets")
    number = models.PositiveIntegerField()
    # Paragraphs with a blank line between them; a heading begins with "# ".
    words = models.TextField(blank=True)
    search = SearchVectorField(null=True)
    # 512 numbers of 16 bits, length 1; nothing for a page without words.
    meaning = models.BinaryField(default=b"")

    class Meta:
        indexes = [GinIndex(fields=["search"], name="page_by_words")]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="page_has_its_own_number")]

    def __str__(self) -> str:
        return f"{self.document} {self.number}"
