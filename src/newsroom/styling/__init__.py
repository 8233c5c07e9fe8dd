"""What the brand adds to the theme: its colours as a style sheet, and the letters that pages are set in."""
