"""What a trainer takes to a lesson: its values, and each form that they are written in."""
