"""Pages that live: rebuilt on every save, and served with review of conflicts."""
