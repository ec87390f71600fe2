"""What a query gave, shown: tables, data frames, drawn graphs."""
