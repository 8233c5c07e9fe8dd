"""The only room that knows MkDocs: hands it what is planned, and publishes what it made."""
