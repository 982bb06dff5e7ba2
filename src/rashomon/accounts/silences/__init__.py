"""What an outlet that went on writing left out, and what shows that it did not."""
