"""drawdown: search, quotations and a troop-level timeline from Arabic news about military drawdowns."""

__version__ = "0.1.0"
