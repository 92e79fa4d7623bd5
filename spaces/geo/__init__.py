"""Points, boxes and outlines on the earth, in degrees WGS84 and metres. Pure."""
