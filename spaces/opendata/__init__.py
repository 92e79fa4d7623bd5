"""The directory in the formats of others: GeoJSON, linked data, the site map."""
