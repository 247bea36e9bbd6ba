"""Files that hold files: archives and messages."""
