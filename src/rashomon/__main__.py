"""python -m rashomon: the command line."""

from rashomon_start import start

if __name__ == "__main__":
    start()
