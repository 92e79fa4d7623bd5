"""The addresses of the desk's pages that belong to no model; a model's stand below its list."""

from spaces.admin.shared.desk_page import DESK_PAGES

urlpatterns = [page.route() for page in DESK_PAGES if page.models is None]
