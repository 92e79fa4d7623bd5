"""Opening hours: read, asked, edited and said. Pure but for the input of the desk's forms."""
