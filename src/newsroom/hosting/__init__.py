"""What hosts and crawlers are told of the site: how each file is to be served, which pages there are."""
