"""A newsroom of one's own: what it is asked, the files that it begins with, and how those for hosts are kept up."""
