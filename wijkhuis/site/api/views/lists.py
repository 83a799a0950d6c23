"""The lists of the standard and each thing in them; what they hold is in queries."""

from wijkhuis.site.api.queries import organizations as of_organizations
from wijkhuis.site.api.queries import places as of_places
from wijkhuis.site.api.queries import services as of_services
from wijkhuis.site.api.queries import terms as of_terms
from wijkhuis.site.api.rules.asking import OF_ORGANIZATIONS, OF_PLACES, OF_SERVICES, OF_TERMS, PAGED
from wijkhuis.site.api.views.answers import answers_list, answers_one

services = answers_list(OF_SERVICES)(of_services.services)
service = answers_one(of_services.service)
organizations = answers_list(OF_ORGANIZATIONS)(of_organizations.organizations)
organization = answers_one(of_organizations.organization, known=("full_service",))
places = answers_list(OF_PLACES)(of_places.places)
place = answers_one(of_places.place)
taxonomies = answers_list(PAGED)(of_terms.taxonomies)
taxonomy = answers_one(of_terms.taxonomy)
terms = answers_list(OF_TERMS)(of_terms.terms)
term = answers_one(of_terms.term)
