"""Pure data: contract, provision, rule, finding, audit. Imports nothing of ours but errors."""
