"""What outlives an audit: baselines."""
