"""Eighty questions as people ask them at a desk, and the sentence about "iemand" that comes of each."""

ASKED = [
    (
        "Ik snap de brief van het UWV niet.",
        "Iemand snapt de brief van het UWV niet.",
    ),
    (
        "Mijn zoon wordt gepest op school en ik weet niet wat ik moet doen.",
        "Iemands zoon wordt gepest op school.",
    ),
    (
        "Kunt u mij helpen met mijn belastingaangifte?",
        "Iemand zoekt hulp bij de belastingaangifte.",
    ),
    (
        "Goedemiddag, ik ben mevrouw 74 jaar. "
        "Ik durf 's avonds niet meer over straat omdat de lantaarns kapot zijn. Alvast bedankt!",
        "Iemand durft 's avonds niet meer over straat omdat de lantaarns kapot zijn.",
    ),
    (
        "De lift is al drie weken kapot en mijn moeder kan de trap niet op.",
        "De lift is al drie weken kapot en iemands moeder kan de trap niet op.",
    ),
    (
        "De bus komt hier niet meer, hoe kom ik nou bij het ziekenhuis?",
        "De bus komt hier niet meer.",
    ),
    (
        "Ik heb een jaarrekening gekregen van 480 euro voor gas en licht. "
        "Dat heb ik gewoon niet. Kan ik dat in stukjes betalen?",
        "Iemand heeft een jaarrekening gekregen voor gas en licht.",
    ),
    (
        "Het is zo koud in huis dat ik met mijn jas aan op de bank zit. De kachel durf ik niet aan te doen.",
        "De kachel durft iemand niet aan te doen.",
    ),
    (
        "Sinds mijn man is overleden voel ik me zo alleen.",
        "Sinds iemands man is overleden voelt die zich zo alleen.",
    ),
    (
        "Waar kan ik goedkoop een fiets krijgen voor mijn dochter?",
        "Iemand vraagt waar die goedkoop een fiets kan krijgen voor zijn of haar dochter.",
    ),
    (
        "Ik wil graag Nederlands leren praten met iemand.",
        "Iemand wil graag Nederlands leren praten met een ander.",
    ),
    (
        "Wie kan mij helpen met een formulier van de gemeente invullen?",
        "Iemand zoekt hulp bij het invullen van een formulier van de gemeente.",
    ),
    (
        "Is er in de buurt een plek waar ik kan leren fietsen?",
        "Iemand zoekt een plek waar die kan leren fietsen.",
    ),
    (
        "mw. wil uitleg over energierekening",
        "Iemand wil uitleg over energierekening.",
    ),
    (
        "Wij hebben schimmel in de slaapkamer en de woningbouw doet niets.",
        "Bewoners hebben schimmel in de slaapkamer en de woningbouw doet niets.",
    ),
    (
        "Ik kan mijn huur niet meer betalen.",
        "Iemand kan de huur niet meer betalen.",
    ),
    (
        "Ik ben bang dat ik mijn huis uit moet.",
        "Iemand is bang dat die het huis uit moet.",
    ),
    (
        "Mijn buurman draait elke nacht keiharde muziek, ik slaap al weken niet.",
        "Iemands buurman draait elke nacht keiharde muziek.",
    ),
    (
        "Heb ik recht op zorgtoeslag?",
        "Iemand vraagt of die recht heeft op zorgtoeslag.",
    ),
    (
        "Weet u waar ik gratis kleding kan krijgen?",
        "Iemand vraagt waar die gratis kleding kan krijgen.",
    ),
    (
        "M'n meter loopt als een gek terwijl ik niks aan heb staan. Wie ken daar es naar kijken?",
        "Iemand zoekt een ander die daar naar kan kijken.",
    ),
    (
        "Er is nergens een bankje waar je even kunt zitten.",
        "Iemand zegt: “Er is nergens een bankje waar je even kunt zitten.”",
    ),
    (
        "Ik zorg voor mijn vader met dementie en ik trek het niet meer.",
        "Iemand zorgt voor zijn of haar vader met dementie en trekt het niet meer.",
    ),
    (
        "Hoe vraag ik een parkeervergunning aan?",
        "Iemand vraagt hoe die een parkeervergunning aanvraagt.",
    ),
    (
        "Mijn telefoon is stuk en nu kan ik niet inloggen met DigiD.",
        "Iemands telefoon is stuk.",
    ),
    (
        "Ik zoek vrijwilligerswerk.",
        "Iemand zoekt vrijwilligerswerk.",
    ),
    (
        "kan iemand mijn tuin doen, ik kan niet meer bukken",
        "Iemand zoekt een ander die de tuin kan doen.",
    ),
    (
        "Zijn er hier ook andere moeders met kleine kinderen?",
        "Iemand zoekt andere moeders met kleine kinderen.",
    ),
    (
        "Ik woon hier net en ken niemand.",
        "Iemand woont hier net en kent niemand.",
    ),
    (
        "Mijn uitkering is gestopt en ik weet niet waarom.",
        "Iemands uitkering is gestopt.",
    ),
    (
        "Ik moet 900 euro huurtoeslag terugbetalen. Ik heb toch niks verkeerd gedaan?",
        "Iemand moet huurtoeslag terugbetalen.",
    ),
    (
        "Ik krijg steeds aanmaningen en maak de post niet meer open.",
        "Iemand krijgt steeds aanmaningen en maakt de post niet meer open.",
    ),
    (
        "Mag ik mijn hond meenemen naar de koffieochtend?",
        "Iemand vraagt of die de hond mag meenemen naar de koffieochtend.",
    ),
    (
        "Mijn dochter van 14 eet bijna niks meer.",
        "Iemands dochter eet bijna niets meer.",
    ),
    (
        "Wat kan ik doen tegen ratten in de tuin?",
        "Iemand vraagt wat die kan doen tegen ratten in de tuin.",
    ),
    (
        "Kan iemand mij de brief van de belasting uitleggen?",
        "Iemand zoekt uitleg over de brief van de belasting.",
    ),
    (
        "Hebben jullie een taalmaatje voor mij?",
        "Iemand zoekt een taalmaatje.",
    ),
    (
        "Ik ben gevallen en nu durf ik niet meer alleen te douchen.",
        "Iemand is gevallen en nu durft die niet meer alleen te douchen.",
    ),
    (
        "dhr. zoekt iemand om mee te schaken",
        "Iemand zoekt iemand om mee te schaken.",
    ),
    (
        "Ik kom moeilijk rond van mijn AOW.",
        "Iemand komt moeilijk rond van de AOW.",
    ),
    (
        "Mijn kleinzoon hangt op straat met verkeerde jongens.",
        "Iemands kleinzoon hangt op straat met verkeerde jongens.",
    ),
    (
        "Het zwemles is zo duur, drie kinderen, dat kunnen wij niet betalen.",
        "Het zwemles is zo duur, drie kinderen, dat kunnen bewoners niet betalen.",
    ),
    (
        "De container is altijd vol en dan zetten mensen hun vuilnis ernaast.",
        "De container is altijd vol en dan zetten mensen hun vuilnis ernaast.",
    ),
    (
        "Ik mis mijn man, vooral in het weekend.",
        "Iemand mist zijn of haar man, vooral in het weekend.",
    ),
    (
        "Ik heb geen computer en alles moet tegenwoordig digitaal.",
        "Iemand heeft geen computer en alles moet tegenwoordig digitaal.",
    ),
    (
        "Waar kan ik terecht met mijn oude bankstel?",
        "Iemand vraagt waar die terecht kan met het oude bankstel.",
    ),
    (
        "Ik wil iets doen voor de buurt maar ik weet niet wat.",
        "Iemand wil iets doen voor de buurt maar weet niet wat.",
    ),
    (
        "Mijn huisarts is gestopt en nergens is plek.",
        "Iemands huisarts is gestopt en nergens is plek.",
    ),
    (
        "Ik ben zwanger en heb nog niks voor de baby.",
        "Iemand is zwanger en heeft nog niets voor de baby.",
    ),
    (
        "Mijn rollator past niet in de lift.",
        "Iemands rollator past niet in de lift.",
    ),
    (
        "Ik voel me niet veilig in het portiek, er staan altijd jongens te dealen.",
        "Iemand voelt zich niet veilig in het portiek, er staan altijd jongens te dealen.",
    ),
    (
        "Ik heb hulp nodig met verhuizen.",
        "Iemand heeft hulp nodig met verhuizen.",
    ),
    (
        "Hoe kan ik mijn kind inschrijven op school?",
        "Iemand vraagt hoe die zijn of haar kind kan inschrijven op school.",
    ),
    (
        "Ik schaam me dat ik naar de voedselbank moet.",
        "Iemand schaamt zich dat die naar de voedselbank moet.",
    ),
    (
        "Er rijdt geen bus meer op zondag naar de begraafplaats.",
        "Er rijdt geen bus meer op zondag naar de begraafplaats.",
    ),
    (
        "Ik werk in de nacht en kan geen opvang vinden.",
        "Iemand werkt in de nacht en kan geen opvang vinden.",
    ),
    (
        "Mijn zus slaapt nu al twee maanden bij mij op de bank.",
        "Iemands zus slaapt nu al twee maanden bij hem of haar op de bank.",
    ),
    (
        "Ik begrijp niks van die app van de zorgverzekering.",
        "Iemand begrijpt niets van die app van de zorgverzekering.",
    ),
    (
        "Kunnen jullie mij helpen om een klacht te schrijven over de woningbouwvereniging?",
        "Iemand zoekt hulp om een klacht te schrijven over de woningbouwvereniging.",
    ),
    (
        "Onze galerij is spekglad als het vriest.",
        "De galerij is spekglad als het vriest.",
    ),
    (
        "We zouden graag samen eten in de straat.",
        "Bewoners zouden graag samen eten in de straat.",
    ),
    (
        "Ik zit de hele dag binnen sinds ik met pensioen ben.",
        "Iemand zit de hele dag binnen sinds die met pensioen is.",
    ),
    (
        "Mijn man drinkt te veel en ik ben bang voor hem.",
        "Iemands man drinkt te veel.",
    ),
    (
        "Ik kan niet goed lezen, kan iemand de post met mij doornemen?",
        "Iemand kan niet goed lezen.",
    ),
    (
        "Ik zou graag met iemand wandelen.",
        "Iemand zou graag met een ander wandelen.",
    ),
    (
        "Mijn wasmachine is kapot en ik heb geen geld voor een nieuwe.",
        "Iemands wasmachine is kapot.",
    ),
    (
        "Hallo, wie weet wat ik moet doen als ik mijn pasje kwijt ben?",
        "Iemand vraagt wat die moet doen als die het pasje kwijt is.",
    ),
    (
        "Ik hoor slecht en bellen lukt niet meer.",
        "Iemand hoort slecht en bellen lukt niet meer.",
    ),
    (
        "Wat gebeurt er met het veldje achter de flat?",
        "Iemand vraagt: “Wat gebeurt er met het veldje achter de flat?”",
    ),
    (
        "Schimmel in huis",
        "Iemand zegt: “Schimmel in huis”",
    ),
    (
        "Ik niet snap brief van huis. Jij helpen mij?",
        "",
    ),
    (
        "Toeslag stop. Ik bel maar zij praten snel. Kan jij bellen met mij?",
        "",
    ),
    (
        "Brief energie komt, heel veel geld. Ik niet begrijp waarom.",
        "",
    ),
    (
        "ik willen werken maar niet weten waar",
        "",
    ),
    (
        "Mijn kind ziek, school bellen mij altijd, ik niet goed Nederlands",
        "",
    ),
    (
        "Elektrik faturası çok yüksek geldi, ödeyemiyorum. Taksit yapmak mümkün mü?",
        "",
    ),
    (
        "فاتورة الغاز غالية جدا هذا الشهر. هل توجد مساعدة؟",
        "",
    ),
    (
        "My energy supplier wants a deposit because I changed houses. What can I do?",
        "",
    ),
    (
        "Dostałem list o zasiłku na mieszkanie i nie rozumiem, czy mam oddać pieniądze.",
        "",
    ),
    (
        "Kızım okulda arkadaş bulamıyor.",
        "",
    ),
]
