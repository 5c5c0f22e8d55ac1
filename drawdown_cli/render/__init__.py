"""What people and programs see: tables, bidirectional text, exports, the report."""
