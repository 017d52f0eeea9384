"""Attempts as statements for learning record stores, and the outbox that sends them."""
