"""What leaves the site in other forms than HTML pages on a server."""
