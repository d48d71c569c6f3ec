"""Guessing a topic file from texts: what they are about, what surrounds it, which packs fit."""
