"""`make ground`: from the facts in fixtures/ to what spaces/cartography/ draws.

Shapes are worked on in pixels of `FINEST`, from the corner of `ORIGIN`: see `sources.py`.
"""
