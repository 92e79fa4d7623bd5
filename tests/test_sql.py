"""What makes a test run on PostgreSQL too: what two databases may answer differently."""

import pytest

from tests.sql import PARTICULAR


@pytest.mark.parametrize(
    "statement",
    [
        'SAVEPOINT "s1_x1"',
        'INSERT OR IGNORE INTO "spaces_space_services" ("space_id") VALUES (%s)',
        'INSERT INTO "campaign_scan" ("id") VALUES (%s) ON CONFLICT DO NOTHING',
        'SELECT "spaces_space"."id" FROM "spaces_space" WHERE "spaces_space"."name" LIKE %s',
        'SELECT COUNT(*) AS "n" FROM "spaces_space" GROUP BY "spaces_space"."status"',
        'SELECT MAX("campaign_scan"."day") AS "last" FROM "campaign_scan"',
        'SELECT django_date_trunc(%s, "campaign_scan"."day") AS "month" FROM "campaign_scan"',
        'SELECT CASE WHEN "spaces_space"."slug" = %s THEN 1 ELSE 0 END FROM "spaces_space"',
        "DELETE FROM spaces_space",
    ],
)
def test_statement_is_asked_of_both_databases(statement: str) -> None:
    assert PARTICULAR.search(statement)


@pytest.mark.parametrize(
    "statement",
    [
        'SELECT "spaces_space"."id" FROM "spaces_space" WHERE "spaces_space"."slug" = %s',
        'UPDATE "spaces_space" SET "slug" = %s WHERE "spaces_space"."id" IN (%s, %s)',
        'SELECT COUNT(*) AS "__count" FROM "spaces_space"',
        "SELECT number FROM spaces_dataversion WHERE id = %s",
    ],
)
def test_statement_about_rows_by_their_columns_is_asked_of_one(statement: str) -> None:
    assert not PARTICULAR.search(statement)
