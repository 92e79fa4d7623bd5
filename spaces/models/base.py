"""What every table of the directory has in common."""

import uuid

from django.db import models
from django.db.models import Q

from spaces.geo.boxes import REGION


class DirectoryModel(models.Model):
    """A row that public pages show, with a UUID that stays.

    This base is the mark: a write to such a model, in whatever application, moves the data version
    and so ends the life of every cached page. What no page shows derives from Django's own `Model`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True


def inside_region() -> Q:
    """Return the condition for a point inside the Region's box, the way constraints say it."""
    return Q(
        latitude__gte=REGION.south,
        latitude__lte=REGION.north,
        longitude__gte=REGION.west,
        longitude__lte=REGION.east,
    )
