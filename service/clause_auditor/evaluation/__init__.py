"""Packs measured against labelled contracts."""
