"""Arabic in terminals: Unicode's bidirectional algorithm (UAX #9), joining of letters, styled text."""
