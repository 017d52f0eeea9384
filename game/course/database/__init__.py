"""What the store stands on: the tables and their numbered steps, a file or a server behind them, backups."""
