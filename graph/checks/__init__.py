"""What a graph must keep: shapes, rules, and quotes held against their texts."""
