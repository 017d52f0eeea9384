"""The screens, one a file; each shows itself from what it knows, and hears what was pressed."""
