"""Courses and the store of attempts; `game.course.store` is the door, imported late because SQLAlchemy is heavy."""
