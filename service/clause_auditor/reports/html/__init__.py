"""The HTML report: one file with the contract beside its findings, without scripts and outside resources."""
