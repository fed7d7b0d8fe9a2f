"""``wacz``: the captures of a casefile as a web archive that replay tools open."""
