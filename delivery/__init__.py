"""What brings the game to others: a folder for Windows, and the check that its libraries can be had everywhere."""
