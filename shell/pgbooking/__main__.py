"""`python -m pgbooking` is the command `pgbooking`."""

from pgbooking.cli import main

if __name__ == "__main__":
    main()
