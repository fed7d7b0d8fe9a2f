"""``recoupe demo``: a finished dossier from bundled reports."""
