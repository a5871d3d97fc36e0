"""What the store survives, shown on the program itself: each command breaks it and prints counts."""
