"""What an editor runs; publishing imports nothing from here."""
