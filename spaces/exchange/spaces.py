"""Spaces as a table: known by their code, or by the last part of their address."""

from functools import cached_property, partial
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from config.languages import CONTENT_LANGUAGES
from spaces.exchange import columns
from spaces.exchange.resource import LONGEST_REASON, Outcome, TableResource
from spaces.language.folding import fold
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import AccessFeature, Course, Municipality, Operator, Service, Space, codes
from spaces.models.label import DECIDED, LABEL

ACCESS = "access_"


def _texts(*names: str) -> list[str]:
    return [f"{name}_{language}" for name in names for language in CONTENT_LANGUAGES]


class SpaceResource(TableResource):
    """The listings."""

    key = "code"
    needed = ("code",)
    unchanged_when_empty = ("status", "provenance", "slug", "hours_of")

    class Meta(TableResource.Meta):
        """Which model."""

        model = Space
        fields: tuple[str, ...] = ()

    def build(self) -> list[Any]:
        """Return the columns, in the order in which people think."""
        features = AccessFeature.Feature
        named = {
            "municipality": columns.Named(
                lambda: self.municipalities,
                gettext_lazy("No municipality of the Region is called “%(text)s”."),
                gettext_lazy("Its name, or its NIS code: 21004."),
                "nis",
            ),
            "operator": columns.Named(
                lambda: self.operators,
                gettext_lazy("No operator is called “%(text)s”. Add it first, under Operators."),
                gettext_lazy("Its name, as it stands under Operators."),
                "name_fr",
            ),
            "spoken_languages": columns.Several(lambda: SPOKEN_LANGUAGES),
            "sample_fields": columns.Several(lambda: Space.SampleCell.values),
        }
        before = ["code", "slug", "status", *_texts("name"), "operator", *_texts("street")]
        before += ["house_number", "postal_code", "municipality", "latitude", "longitude"]
        before += ["point_quality", "phone", "email", "website", "opening_hours", "hours_of"]
        after = ["computers", "spoken_languages", "cost", *_texts("cost_note"), "conditions"]
        after += [*_texts("conditions_note"), "appointment", *_texts("appointment_note")]
        after += [
            "label_status",
            "label_year",
            "label_evidence",
        ]
        last = [*_texts("description", "what_to_expect")]
        last += ["provenance", "sample_fields", "source", "source_note"]
        last += ["checked_on", "checked_by"]
        services = columns.Several(lambda: self.services)
        return [
            *(self.column(name, named.get(name)) for name in before),
            columns.Beside("services", services, gettext_lazy("Services"), _services),
            *(
                columns.Beside(
                    f"{ACCESS}{feature}",
                    columns.Choice(AccessFeature.Value.values),
                    feature.label,
                    partial(_answer, str(feature)),
                )
                for feature in features
            ),
            *(self.column(name, named.get(name)) for name in after),
            columns.Beside(
                "label_reason",
                columns.Cell(),
                gettext_lazy("reason for the change of the label"),
                lambda _space: None,
                gettext_lazy("Needed only when you change the label or its year."),
            ),
            *(self.column(name, named.get(name)) for name in last),
        ]

    @cached_property
    def municipalities(self) -> dict[str, Municipality]:
        """Return the municipalities by NIS code and by name."""
        return {
            fold(name): row
            for row in Municipality.objects.all()
            for name in (row.nis, row.name_fr, row.name_nl, row.name_en)  # type: ignore[attr-defined]
            if name
        }

    @cached_property
    def operators(self) -> dict[str, Operator]:
        """Return the operators by name."""
        return {
            fold(name): row
            for row in Operator.objects.all()
            for name in (row.name_fr, row.name_nl, row.name_en)  # type: ignore[attr-defined]
            if name
        }

    @cached_property
    def services(self) -> dict[str, Service]:
        """Return the services by code."""
        return {row.code: row for row in Service.objects.all()}

    @cached_property
    def known(self) -> dict[str, Space]:
        """Return the spaces that may be changed, by code and by slug."""
        rows = self.with_all(Space.objects.all() if self.rows is None else self.rows)
        return {key: row for row in rows for key in (row.code, row.slug)}

    def with_all(self, rows: Any) -> Any:
        """Fetch what hangs on the spaces."""
        beside = ("services", "access_features")
        return (
            rows.select_related("municipality", "operator")
            .prefetch_related(None)
            .prefetch_related(*beside)
        )

    def find(self, row: dict[str, Any]) -> Space | None:
        """Return the space of a code, else of a slug; None for a new one."""
        text = self.text(row, "code")
        if not text:
            return self.known.get(self.text(row, "slug"))
        found = self.known.get(codes.read(text) or "")
        if found is None:
            unknown = _("No space has this code. Leave the cell empty to add a space.")
            raise ValidationError({"code": unknown})
        return found

    def key_of(self, row: dict[str, Any]) -> Any:
        """Return the slug that a new space asks for."""
        return self.text(row, "slug") or None

    def import_field(
        self, field: Any, instance: Any, row: dict[str, Any], is_m2m: bool = False, **kwargs: Any
    ) -> None:
        """Take every cell but the code, which is given once."""
        if field.column_name != "code":
            super().import_field(field, instance, row, is_m2m, **kwargs)

    def settle(self, instance: Space, row: dict[str, Any], before: dict[str, Any]) -> None:
        """Make what was replaced real; let a new space be a draft."""
        values = {name: column.get_value(instance) for name, column in self.fields.items()}
        changed = {name for name, value in values.items() if value != before[name]}
        instance.mark_real(changed, before["sample_fields"])
        self._judge_label(instance, changed)
        if not instance._state.adding:  # noqa: SLF001
            return
        if "provenance" not in row:
            instance.provenance = Space.Provenance.SOURCED
        if instance.status != Space.Status.DRAFT:
            raise ValidationError(
                {"status": _("A new space starts as a draft. Leave this cell empty.")}
            )

    def _judge_label(self, instance: Space, changed: set[str]) -> None:
        """Refuse a label that somebody else decides on, or that changes without a reason."""
        for name in LABEL:
            if name in changed and self.user and not self.user.has_perm("spaces.change_label"):
                raise ValidationError({name: _("Only an administrator changes the label.")})
        is_known = not instance._state.adding  # noqa: SLF001
        if is_known and changed.intersection(DECIDED) and "label_reason" not in changed:
            raise ValidationError({"label_reason": _("Say why the label changes.")})

    def before_save_instance(self, instance: Space, row: Any, **kwargs: Any) -> None:
        """Tell the history why the label changes, and from which file this came."""
        super().before_save_instance(instance, row, **kwargs)
        for reason in self.fields["label_reason"].take(instance):
            whole = f"{reason} ({instance._change_reason})"  # type: ignore[attr-defined]  # noqa: SLF001
            instance._change_reason = whole[:LONGEST_REASON]  # type: ignore[attr-defined]  # noqa: SLF001

    def store_beside(self, instance: Space, name: str, value: Any) -> None:
        """Store the services, or the answer about an access feature."""
        if name == "services":
            instance.services.set([self.services[code] for code in value])
            return
        feature = name.removeprefix(ACCESS)
        answer = value or AccessFeature.Value.UNKNOWN
        row = instance.access_features.filter(feature=feature).first()
        row = row or AccessFeature(feature=feature)
        row.value = answer
        instance.access_features.add(row, bulk=False)

    def after_import(self, dataset: Any, result: Outcome, **kwargs: Any) -> None:
        """Let the samples go that the file does not name, all sample courses too, if asked."""
        super().after_import(dataset, result, **kwargs)
        if kwargs.get("replace_samples") and result.is_good:
            samples = Space.objects.filter(provenance=Space.Provenance.SAMPLE)
            for course in Course.objects.filter(is_sample=True):
                result.removed.append(course.title)
                course.delete()
            for space in samples.exclude(pk__in=self.touched):
                self._let_go(space, result, kwargs.get("file_name") or "")

    def _let_go(self, space: Space, result: Outcome, file_name: str) -> None:
        reason = _("Replaced by the import of %(file)s") % {"file": file_name}
        space._change_reason = reason[:100]  # type: ignore[attr-defined]  # noqa: SLF001
        if not space.was_public:
            result.removed.append(space.name)
            space.delete()
        elif space.status != Space.Status.CLOSED:
            result.closed.append(space.name)
            space.closures.all().delete()
            space.status = Space.Status.CLOSED
            space.save()


def _services(space: Space) -> list[str]:
    ordered = sorted(space.services.all(), key=lambda service: (service.order, service.code))
    return [service.code for service in ordered]


def _answer(feature: str, space: Space) -> str | None:
    return next((row.value for row in space.access_features.all() if row.feature == feature), None)
