"""What each page shows: frozen contexts made from a store, whoever writes them out."""
