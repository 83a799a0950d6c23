"""Words around a name: how people introduce themselves and each other, in the languages of the neighbourhood."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(line.split()) for line in text.replace("\n", ",").split(",") if line.split())


# After these comes a name, whatever it looks like. All folded: lower case, without accents.
INTRODUCES = _phrases("""
mijn naam is, naam is, naam was, noemen me, noemen mij, noemt me, noemt mij, noem me, noem mij, noemen hem,
noemen haar, bijgenaamd, alias, bijnaam is, bijnaam, zeg maar, luister naar, luistert naar,
ik heet, heet ik, hij heet, zij heet, ze heet, die heet, naam luidt, genaamd,
geheten, heten, mijn naam, m'n naam is, roepnaam, voornaam, achternaam, naam client, naam bewoner, naam aanvrager,
volledige naam, roepnaam is, voornaam is, achternaam is, heet, my name is, name is, my name's, i am called,
full name, called, adim, benim adim, ismim, benim ismim, adi, ismi, soyadim, soyadi, اسمي, إسمي, انا اسمي, أنا اسمي,
الاسم, اسمه, اسمها, nazywam sie, mam na imie, na imie, nazywa sie, ma na imie, ma numesc, numele meu este,
ma cheama, numele, se numeste, мене звати, мене звуть, меня зовут, казвам се, името ми е, звати, зовут,
je m'appelle, m'appelle, mon nom est, s'appelle, ich heisse, mein name ist, me llamo, mi nombre es, se llama,
meu nome e, chamo-me, me chamo, mi chiamo, mi nomber ta, mi yama, mi nomber, magacaygu waa, magaceygu waa,
magacaygu, mi nen na, mi nen, smi, smiti, zovem se, ime mi je, quhem, ስመይ, ሽመይ, ስሜ, اسم من, نام من, نامم
""")
# A form of address; it belongs to the name and goes with it.
TITLES = _words(
    "السيدة السيد الاستاذ الدكتور الدكتورة الحاج الحاجة пані пан пане г-жа "
    "mvr mevrouw mevr mw mevrouwtje meneer mijnheer menheer dhr heer hr fam familie dokter dr drs ir ing prof mr "
    "juf juffrouw meester zuster broeder buurvrouw buurman buuf tante tant oom ome oma opa omi opi pastoor "
    "dominee ds imam hodja hoca abla abi teyze amca bey hanim pan pani pana herr frau mrs ms miss mister sir "
    "madam madame monsieur senor senora senhor dona sayin hadj hajj sidi lalla juffie tia tio domnul doamna"
)
# After these a surname may stand in lower case and be an ordinary word.
FORMAL = _words("mevrouw mevr mw meneer mijnheer dhr heer hr fam familie mr mrs ms dr")
# After these a word with a capital is somebody.
RELATIONS = _words(
    "мамі маме синові сыну доньці дочке чоловіку мужу дружині жене бабусі бабушке сестрі сестре братові брату "
    "yu ruman kasa ابني ابنتي بنتي زوجي زوجتي امي أمي ابي أبي اخي أخي اختي أختي جارتي جاري син дочка донька "
    "чоловік дружина мама сын дочь муж жена hijo hija esposo esposa marido mujer hermano hermana fils fille mari "
    "femme frere soeur fiul fiica sotul sotia dochter zoon zoontje dochtertje kind man vrouw moeder vader mama "
    "papa ma pa zus zusje broer broertje kleinzoon kleindochter kleinkind neef nicht neefje nichtje schoonmoeder "
    "schoonvader schoondochter schoonzoon schoonzus zwager stiefzoon stiefvader stiefmoeder stiefdochter "
    "pleegkind pleegzoon pleegdochter partner vriend vriendin vriendje vriendinnetje collega buurmeisje "
    "buurjongen buurjongetje echtgenoot echtgenote ex vriendje klasgenoot verloofde baby tweeling jongen jongetje "
    "meisje mantelzorger contactpersoon begeleider begeleidster vrijwilliger vrijwilligster client cliente "
    "clienten bewoner bewoonster patient patiente deelnemer deelneemster inwoner aanvrager aanvraagster melder "
    "meldster huurder huurster lid huisarts wijkverpleegkundige maatschappelijk werker leerkracht coach hulp "
    "onderbuurman bovenbuurman onderbuurvrouw bovenbuurvrouw onderbuur bovenbuur overbuurman overbuurvrouw overbuur "
    "buurtgenoot wijkagent agent kapper kapster fysio fysiotherapeut werkster poetshulp opbouwwerker jongerenwerker "
    "oppas docent docente leraar lerares trainer teamleider verpleegkundige psycholoog consulent consulente "
    "bewindvoerder curator mentor beheerder huismeester concierge logopedist logopediste therapeut schoonzuster "
    "stiefbroer stiefzus halfbroer halfzus weduwe weduwnaar kleinzoontje kleindochtertje teamgenoot huisgenoot "
    "gezinscoach casemanager werker buurtwerker wijkwerker wijkcoach baas chef penningmeester secretaris koster "
    "hospita "
    "schoolvriend schoolvriendin pleegmoeder pleegvader petekind oppaskind kleuter peuter puber tiener hulpje "
    "gastheer gastvrouw kennis maatje taalmaatje buur tandarts advocaat wethouder raadslid son daughter husband "
    "wife mother father brother sister friend neighbour oglum kizim esim annem babam kardesim syn corka maz zona "
    "mama tata ami"
)
# At the end of a message, and at its start.
GREETINGS = _words(
    "groet groetjes groeten grtjes grt grtz grtjs gr gr. groetje mvg m.v.g liefs xx xxx xxxx bedankt dank "
    "dankjewel dankuwel thanks regards greetings selamlar saygilar saygilarimla pozdrawiam slt groetend "
    "hoogachtend groetn hgr vrgr cheers bye doei doeg afz afzender ondertekend getekend was-getekend cordialement "
    "saludos abracos multumesc"
)
SPEAKS = _phrases("""
hallo met, hoi met, hai met, goedemorgen met, goedemiddag met, goedenavond met, goedendag met, goeiemorgen met,
goeiemiddag met, goeiedag met, dag met, hee met, hey met, u spreekt met, je spreekt met, spreekt u met,
spreek je met, jij spreekt met, ja met, even met, salam met, u spreekt, ik ben, ben ik, dit is, hier is, hier,
je suis, i am, i'm, im, this is, jestem, ben, ich bin, soy, sou, sunt, sono, ana, انا, أنا, я, namens, in naam van,
uit naam van, t.n.v, tnv, ten name van, op naam van, op naam, de naam, naam, naam van, name, contact met,
contact opnemen met, gesproken met, vragen naar, vraag naar, vraag maar naar, bel, terugbellen, aldus,
ingebracht door, gemeld door, gevraagd door, verzoek van, vraag van, bericht van, mail van, telefoontje van,
melding van, brief van, appje van, verwezen door, doorverwezen door, aangemeld door, gestuurd door, kind van,
zoon van, dochter van, moeder van, vader van, man van, vrouw van, partner van, bedoeld voor, groeten van,
groetjes van, groet van, vriendelijke groet, vriendelijke groeten, m vr gr, met dank, afspraak met,
contactpersoon is, gebeld door, aan de lijn, aan de balie, aan balie, balie, langsgekomen, i.o.v, iov, van, door,
voor, bij, en, &, tegen, over, aan, met
""")
# Prepositions among them: only for words with a capital that the lists know.
LIGHT = _words("met van door voor bij en & tegen over aan bel balie hier naam name ben ana soy sou sunt sono de")
# What only people do: "Roos vraagt".
PERSON_VERBS = _words(
    "vraagt vroeg vragen belt belde belden mailt mailde appt appte schrijft schreef zegt zei vertelt vertelde "
    "snapt begrijpt zoekt wil wilt wou heeft krijgt mist komt kwam kan weet durft meldt meldde is woont woonde "
    "verzoekt wenst maakt denkt voelt vindt wacht loopt zit heet ontvangt ontving moet mag stuurt stuurde laat "
    "klaagt informeert wilde had werd was gaat ging regelt helpt verloor verliest snapte stopt leert spreekt "
    "huurt kreeg slaapt twijfelt overweegt hoopt soruyor istiyor pyta chce asks wants says called heb"
)
# Of these, the ones that make a name of a word that is also something else.
SPEAKING = _words(
    "vraagt vroeg belt belde mailt mailde appt appte schrijft schreef zegt zei vertelt vertelde snapt begrijpt "
    "zoekt meldt meldde wil wilde durft mist ontvangt informeert klaagt soruyor pyta asks"
)
# Of one person; after "Riet" at the start of a sentence they make it a name, after "Storm" and the others in BARE not.
THIRD = _words(
    "heeft is komt gaat kan krijgt moet had was woont zit ligt loopt durft weet slaapt kreeg kwam ging werd leest "
    "spreekt kent kookt"
)
BARE = _words(
    "storm hoop mei dan als anders elke en zus islam jihad job comfort sultan tien rand grant lam long loan hui "
    "nada made marina henna amber tuba waad wei eden ernst lot ion roman trees rim mazen ante aster alma ana "
    "angel engel dolma camelia eren genet hala adem alla ara abou jun kaan kawa lei pip ping na nok patience said "
    "salam sake sem tri trui van yen yu max saba georgia elsa"
)
CALLING = _words("vraagt vroeg belt belde mailt mailde appt appte")
# Between the parts of a name.
PARTICLES = _words(
    "de den der het van von vd v.d v/d ter ten te 't t d' la le el al ait ould oulad ben bin bint ibn abu abou "
    "umm da dos das di do du des of 'd in op uit zu ul bou mac mc abd tjon tjin lie"
)
# After a particle of place there must be another: "op den Berg", not "op Zwolle".
PLACES = _words("in op uit te")
SHORTENED = _words(
    "dhr mw mevr mr mrs ms dr drs ir ing prof ds fam hr gr grt mvg st ger geb tel nr no t.a.v tav t.n.v tnv"
)
# Words of names that are hardly ever a name in lower case, nor with a capital in the middle of a sentence.
NEVER = _words(
    "elke haar tien kent ook vriend vriendin brandt armen aan aarden ale alle allen aller als alsof ander anders "
    "an al ama band bang beste best beter bij bellen belt ben bent biggen blank blees boven bres brug bui bus "
    "buurman buurvrouw d da dag dan dat de deze die dien dit doe doen don door drop drie dub dus een eens eet el "
    "en er es erg ex fit gal gas geen gek gratis groter het he heeft heer heide hem hen hier hoe hoes hoog huis "
    "huls in is ja je job kade kaart kan kallen kamp kant keer kick ken kin kind kinder kinderen klas klein kort "
    "kus kwam la laar laat lam lan lang las last leer lees lei les lier lijn loon loos lor los lot lou maar maat "
    "mag made maken man mans mara massa mast mat mata mate me mee meer mei men meng mens moe moet mol moor na "
    "naar nae nacht nat neem nest niet niets niks nog nooit nu och ok ole om onder ook op oral over palen paar "
    "pak pal park par plak plek post pot power pres proost put raf ram ren rust samen sip slot small soos soms "
    "sta staat sprong steen sten straat t tand te ten ter thee the tijd toe toen tol tot toy trap tuin uit un van "
    "vang veel ven ver vet vind voet vol von voor vroeg waar waas wade wal wat water we weg wel wens wensen werd "
    "werk wie wiel wij wijk wil win wind word zak zal ze zeer zelf zero zes zich zie zijn zo zoek zon zout zus "
    "zou hai graag mooi "
    "soort klaar mama papa oma opa tante oom hallo hoi dag goedemorgen bedankt dank u ik hij zij ons "
    "onze mijn uw jouw hun dien jullie iemand niemand iedereen heel hele ene lage lange grote kleine goede good "
    "meu can do will may my your and for not can't no yes so to go it as at be by if us or on are was has had how who "
    "why one two all any our out see she him her his its let new now old own use way day get got man ask art bill "
    "hello hi ben sen bir bu da ve ile cok var yok su ne mi yo tu el los las una por con que ja ty on ona my wy "
    "to nie tak jak co kto dla od do na za po przy sta prima zeg bv nr tel gr mvg nee oke okay"
)
# A name beside one of these is a building, a firm or a street.
# Names that are ordinary words in other languages; in a Dutch sentence they are names also in lower case.
ABROAD = _words(
    "sam sana said soran kim rien ans hacer nina anne evi adam adama alan kumar kumari rabia hiba luna ella edin "
    "kaya hoover ivy nieto castillo tania ikram genc boyle kofi ebru noel dame mina ada ali eva ilk can tien "
    "karen amber rose joy grace faith hope dawn april june may mark bill rob art drew chase rich frank pat sue "
    "will jack luz sol dolores angel jesus domingo mercedes pilar rosa blanca cruz santos reyes"
)
DUTCH = _words(
    "het een ik mijn niet met voor van naar dat op wie waar hoe wil kan heeft heb zijn bij maar ons onze we wij "
    "er geen wat mag moet te om als nog iemand zoekt vraagt belt wilt haar hier deze dit die zijn uit"
)
PUBLIC_BEFORE = _words(
    "bureau roc ул вул szkola okulu "
    "school basisschool scholengroep halte station stichting cafe kerk moskee tempel brug plein park gebouw huize "
    "zorgcentrum verzorgingshuis verpleeghuis ziekenhuis firma bedrijf winkel restaurant hotel sint st. team wijk "
    "buurt speeltuin partij sporthal zwembad gymzaal bibliotheek theater museum camping vereniging voetbalclub "
    "club college lyceum mavo peuterspeelzaal kinderopvang kinderdagverblijf creche buurthuis wijkcentrum "
    "apotheek bakkerij supermarkt flat hospice uitgeverij merk app straat laan ziekte syndroom wet project actie "
    "methode koning koningin prins prinses minister premier president stad dorp provincie land rivier lijn bus "
    "zanger zangeres"
)
PUBLIC_AFTER = _words(
    "school basisschool college lyceum straat laan plein park weg kade kerk ziekenhuis stichting fonds brug halte "
    "museum theater moskee tempel hal zaal stadion tunnel singel gracht dijk hof ziekte syndroom bv nv vof groep "
    "zorg wonen supermarkt apotheek hotel cafe centrum huis wet"
)
# Whose name follows, also when it is an ordinary word: "huisarts Verstegen".
CALLED_BY_NAME = _words(
    "huisarts wijkverpleegkundige tandarts wijkagent agent kapper kapster fysio fysiotherapeut advocaat leraar lerares "
    "docent docente trainer opbouwwerker jongerenwerker consulent consulente bewindvoerder beheerder huismeester "
    "onderbuurman bovenbuurman onderbuurvrouw bovenbuurvrouw overbuurman overbuurvrouw collega psycholoog"
)
POSSESSIVES = _words(
    "me моїй моєму моей моему мой моя мій моє my mi mon ma meu mein moj moja "
    "mijn mn m'n onze ons zijn haar zn z'n d'r hun uw je jouw"
)
STREET_ENDS = tuple("straat laan plein weg kade gracht singel school kerk steeg centrum hal plantsoen dreef".split())
LISTS_OF_LETTERS = _words(
    "plan optie vitamine groep type categorie hepatitis klas blok gebouw vleugel trap ingang punt deel lijn route "
    "model rijbewijs niveau diploma profiel"
)
# How surnames end that are in no list.
SURNAME_ENDS = tuple(
    (
        "ovic evic ski ska sky skyi skiy wicz czyk czak enko chuk oglu yan escu eanu ova eva ovski poulos zadeh "
        "stra inga aoui singh pour nejad zade mariam michael dimedjo wirjo pawiro"
    ).split()
)
# Who or what somebody is, not how they are called: "Nederlanders", "Kantonees", "Trajectbegeleider".
KIND_ENDS = tuple(
    (
        "ees isch ische aans aanse ese iers ier aan ienne iense ing begeleider dienst school werker groep teit "
        "bewoner bewoners ouder schap medewerker kundige ster ant"
    ).split()
)
# Where somebody is from: "Eritreeër", "Marokkaanse".
NATIONS = tuple("ees isch ische aans aanse ese iers ier aan iaan er ienne iense".split())
# "I am" in other languages.
I_AM = _words("soy sou sunt jestem ana ben sono")
VERB_ENDS = tuple("t te de en ing je heid lijk ig s".split())
# Letters with points that are no letters of somebody's name: "i.v.m. de berg".
ABBREVIATIONS = _words(
    "bv oa tav ps ivm mbt ipv nav dmv adhv aub svp zsm evt vm nm am pm tnv tm iom iov dd bgg bvd mvg ea ed ev ca "
    "id zg zoz ad va vva vwb tzt tgv tbv inz mn nl nb ok sr jr co"
)
