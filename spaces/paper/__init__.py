"""What is printed: the booklet, the helper's sheet, QR codes, and their typesetting."""
