"""Yuqi 预期: a service-training simulation game."""
