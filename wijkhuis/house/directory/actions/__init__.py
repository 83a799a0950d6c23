"""Everything that changes the map."""

from wijkhuis.house.directory.actions.importing import Report, import_directory
from wijkhuis.house.directory.actions.indexing import index_entries, index_key_people

__all__ = ["Report", "import_directory", "index_entries", "index_key_people"]
