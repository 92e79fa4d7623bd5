from django.db import migrations, models


def remember(apps, schema_editor):
    """What is on the site, or closed for good, was public: its code may be printed."""
    spaces = apps.get_model("spaces", "Space").objects
    spaces.exclude(status="draft").update(was_public=True)


class Migration(migrations.Migration):
    dependencies = [
        ("spaces", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="space",
            name="was_public",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.RunPython(remember, migrations.RunPython.noop),
    ]
