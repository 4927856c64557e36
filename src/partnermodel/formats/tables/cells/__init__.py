"""What a cell says: texts, numbers, dates and codes into values of fields, or why not."""
