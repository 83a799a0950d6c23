"""Addresses of the map for other systems: Open Referral HSDS 3.1, below /hsds/v3."""

from django.urls import path

from wijkhuis.site.api.views import about, organizations, places, services, terms

app_name = "api"
urlpatterns = [
    path("/", about.root, name="root"),
    path("/profile", about.profile, name="profile"),
    path("/openapi.json", about.openapi, name="openapi"),
    path("/services", services.services, name="services"),
    path("/services/<uuid:uid>", services.service, name="service"),
    path("/organizations", organizations.organizations, name="organizations"),
    path("/organizations/<uuid:uid>", organizations.organization, name="organization"),
    path("/service_at_locations", places.places, name="places"),
    path("/service_at_locations/<uuid:uid>", places.place, name="place"),
    path("/taxonomies", terms.taxonomies, name="taxonomies"),
    path("/taxonomies/<uuid:uid>", terms.taxonomy, name="taxonomy"),
    path("/taxonomy_terms", terms.terms, name="terms"),
    path("/taxonomy_terms/<uuid:uid>", terms.term, name="term"),
    path("/<path:rest>", about.nothing_here, name="nothing_here"),
]
