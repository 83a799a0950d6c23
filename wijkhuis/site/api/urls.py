"""Addresses of the map for other systems: Open Referral HSDS 3.1, below /hsds/v3."""

from django.urls import path

from wijkhuis.site.api.views import about, lists

app_name = "api"
urlpatterns = [
    path("", about.root, name="root"),
    path("profile", about.profile, name="profile"),
    path("openapi.json", about.openapi, name="openapi"),
    path("services", lists.services, name="services"),
    path("services/<uuid:uid>", lists.service, name="service"),
    path("organizations", lists.organizations, name="organizations"),
    path("organizations/<uuid:uid>", lists.organization, name="organization"),
    path("service_at_locations", lists.places, name="places"),
    path("service_at_locations/<uuid:uid>", lists.place, name="place"),
    path("taxonomies", lists.taxonomies, name="taxonomies"),
    path("taxonomies/<uuid:uid>", lists.taxonomy, name="taxonomy"),
    path("taxonomy_terms", lists.terms, name="terms"),
    path("taxonomy_terms/<uuid:uid>", lists.term, name="term"),
    path("<path:rest>", about.nothing_here, name="nothing_here"),
]
