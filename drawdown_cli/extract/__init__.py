"""What is found in a text: zones, time expressions, quantities, speakers, quotations, changes."""
