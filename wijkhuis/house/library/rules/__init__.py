"""Pure decisions about documents."""
