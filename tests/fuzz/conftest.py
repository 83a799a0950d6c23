from tests.authorisation.scene import scene  # noqa: F401
