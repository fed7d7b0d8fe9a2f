"""Short accounts written for the demo from public facts, in our own words."""
