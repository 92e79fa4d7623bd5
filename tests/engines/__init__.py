"""The main journeys in the engines of other browsers: Firefox's, and WebKit, which Safari has."""
