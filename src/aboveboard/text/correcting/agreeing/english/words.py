"""Common English words, as rules of agreement need them."""

from aboveboard.text.tables import words

# Nouns for what can be counted that are hardly ever verbs.
_THINGS = words(
    "cake scone photo ticket table candle song recipe flower tree garden café room chair door "
    "window wall floor kitchen street road bridge river lake beach island village town city market "
    "stall van car bike bus train boat tram lorry bottle cup mug plate bowl spoon knife box bag "
    "basket shelf lamp blanket cushion curtain rug pillow jacket jumper shirt skirt coat hat scarf "
    "glove sock shoe boot sandal dress bracelet necklace ring earring jewel painting poster card "
    "envelope letter story poem novel magazine newspaper picture video film episode playlist album "
    "concert festival gig event party wedding birthday workshop course lesson meeting class event "
    "session holiday weekend week day month year hour minute morning evening afternoon night "
    "season board ornament book shop dog "
    "way sign kettle bakery candlestick summer winter egg apple pear "
    "plum cherry strawberry raspberry lemon "
    "orange banana tomato "
    "potato carrot onion pumpkin bean pea mushroom sandwich burger pizza pie pastry croissant bun "
    "loaf biscuit cookie muffin brownie doughnut pancake waffle sausage salad soup dish meal snack "
    "dessert pudding sauce cheese beer wine cocktail coffee tea juice cow horse goat chicken "
    "hen lamb piglet puppy kitten cat rabbit hedgehog squirrel fox owl robin bird butterfly bee "
    "insect spider animal toy puzzle game prize medal trophy match goal idea reason problem "
    "opportunity activity website page email message newsletter article blog product item bargain "
    "voucher coupon discount colour color size shape pattern seat sofa desk bed bath tool machine "
    "engine tractor wheel tyre battery phone laptop computer camera printer screen speaker guitar "
    "drum piano violin trumpet instrument museum gallery theatre theater cinema hall church castle "
    "tower farm field meadow hill mountain valley path trail forest wood tent cabin cottage "
    "house flat apartment building library thing piece jar tin pot pan kilo slice portion "
    "scoop stitch bead button ribbon balloon crown mask costume leaflet flyer badge sticker queue "
    "sculpture vase print brush pencil crayon notebook calendar diary mile metre meter spot place "
    "bouquet rose tulip daffodil sunflower seed bulb plant hedge pond wildflower bench gate fence "
    "suggestion question answer mistake detail rule tip date time result score donation booking "
    "delivery competition product ingredient flavour flavor neighbourhood company school hotel "
    "restaurant pub gym nursery website studio exhibition collection parcel package appointment "
    "lantern lamp-post umbrella raincoat costume instrument helmet saddle tyre puncture trailer "
    "ladder hammer candlestick jug saucer teapot tray tea-towel napkin tablecloth cloth wreath "
    "garland bauble cracker decoration sweet chocolate lolly flapjack cupcake macaron tart quiche "
    "pasty samosa curry bagel baguette cucumber courgette pepper radish leek cabbage herb marrow "
    "peach melon grape fig blackberry raspberry gooseberry apricot duck duckling goose donkey pony "
    "calf foal hamster rabbit tortoise parrot hedgehog otter seal bat frog newt beetle moth snail "
    "skill talent tradition mural portrait landscape drawing etching scarecrow snowman puppet "
    "musical rehearsal performance lecture seminar webinar tutorial opinion review comment photo "
    "charity project initiative campaign petition grant award certificate diploma qualification "
    "complaint accident error calorie job chemical option step fee company key "
    "appliance oven fridge freezer radiator boiler fireplace chimney roof ceiling carpet mattress"
)
_VERBS = words(
    "box bag ring film pan button time date question answer plant seed spot place rule tip "
    "detail fence print brush paint park snack page email message blog season slice queue "
    "scoop discount colour color size shape pattern table floor screen drum field farm "
    "tin mask garden lamb fox fish flower book shop goal bath bed tool juice "
    "seat match gate blanket bridge pot machine coupon result score"
)
PERSONS = words(
    "volunteer friend customer visitor guest neighbour neighbor child woman man boy girl student "
    "teacher baker farmer artist musician singer dancer player runner swimmer gardener "
    "colleague member reader lady gentleman kid baby toddler teenager parent mother father mum mom "
    "dad sister brother cousin uncle aunt grandparent grandmother grandfather grandchild nurse "
    "doctor driver builder maker potter painter photographer writer author shopkeeper butcher "
    "wife husband partner son daughter chef "
    "waiter waitress barista hairdresser barber organiser organizer participant winner person "
    "listener follower supporter donor helper beginner expert tourist traveller traveler cyclist "
    "walker hiker firefighter vet officer client stallholder trainee apprentice fan"
)
_IRREGULAR = {
    "child": "children", "wife": "wives", "scarf": "scarves",
    "woman": "women", "man": "men", "lady": "ladies", "knife": "knives",
    "gentleman": "gentlemen", "person": "people", "grandchild": "grandchildren", "loaf": "loaves",
    "shelf": "shelves", "potato": "potatoes", "tomato": "tomatoes", "leaf": "leaves",
}  # fmt: skip


def plural(noun: str) -> str:
    """How a noun of these lists says that there are more of it."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith(("s", "x", "ch", "sh")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2] not in "aeo":
        return f"{noun[:-1]}ies"
    return f"{noun}s"


SINGULAR = {one: plural(one) for one in _THINGS | PERSONS}
PLURAL = {many: one for one, many in SINGULAR.items()}
# Those which cannot be taken for a verb, or for how much of something there is.
PURE = {one: many for one, many in SINGULAR.items() if one not in _VERBS}
# What many say of so much of it, as if it were one: "ten minutes is enough".
MEASURES = words(
    "day week month year hour minute night mile metre meter kilo time weekend scoop slice portion "
    "piece season morning evening afternoon"
)
# What some take for several: "the museum are delighted".
COLLECTIVES = words(
    "museum class gallery church library theatre theater cinema city town village market castle "
    "festival farm party concert building street house city bakery bus train"
)
MASS = words(
    "money information furniture homework luggage advice equipment rubbish traffic jewellery "
    "jewelry knowledge weather music news"
)
ADJECTIVES = words(
    "new old big small large little lovely beautiful great good nice best better fresh local young "
    "happy wonderful amazing fantastic brilliant tiny huge long short hot cold warm red blue green "
    "white black yellow pink brown handmade homemade wooden sweet first last next second third "
    "favourite favorite special delicious early late latest bright colourful classic vintage cosy "
    "free extra other same main final popular perfect gorgeous pretty cute clever funny rare wild "
    "winning lucky proud kind busy brave talented different famous organic woollen knitted signed"
)
TIRED = words(
    "tired late early busy expensive big small heavy loud spicy soon young shy scared "
    "lazy old hard easy difficult long short far good bad poor weak tall hungry nervous cheap "
    "crowded noisy dangerous dark windy salty sweet strong wet ill full afraid ambitious"
)
# What may follow a noun that has nothing more to say.
SMALL = words(
    "is are was were has have had will can could would should in on at for from with of to by and "
    "or but that which who this these those the a an our my your their his her its we you they i "
    "he she it as than so because if when while before after until about into over under through "
    "during without left here there today tomorrow yesterday tonight now again each every only "
    "just also too may might must do does did not all"
)
NUMBERS = words(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "twenty thirty forty fifty sixty hundred"
)
ORDERED = words(
    "part act chapter day week year round stage level step phase number season series page line "
    "track side platform room scene grade key or take plan plus minus under over episode volume"
)
OWNERS = words("the our my your their his her these those all both many several some")
MODALS = words(
    "do does did don't doesn't didn't will won't can can't could couldn't would wouldn't should "
    "shouldn't may might must let lets let's make makes made help helps helped see saw watch hear "
    "have has had having to shall had having haven't hasn't hadn't been be is are was were isn't "
    "aren't that lest if whether than suggest insist demand recommend ask asked and or not never"
)
# base past participle
_VERB_TABLE = """
arise arose arisen|be was been|bear bore borne|beat beat beaten|become became become|
begin began begun|bend bent bent|bite bit bitten|bleed bled bled|blow blew blown|
break broke broken|breed bred bred|bring brought brought|build built built|buy bought bought|
catch caught caught|choose chose chosen|come came come|deal dealt dealt|dig dug dug|do did done|
draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|
feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fly flew flown|
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got got|
give gave given|go went gone|grow grew grown|hang hung hung|have had had|hear heard heard|
hide hid hidden|hold held held|keep kept kept|know knew known|lay laid laid|lead led led|
leave left left|lend lent lent|lose lost lost|make made made|mean meant meant|meet met met|
mistake mistook mistaken|overcome overcame overcome|pay paid paid|ride rode ridden|
ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|
sell sold sold|send sent sent|shake shook shaken|shine shone shone|shoot shot shot|
shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|
speak spoke spoken|spend spent spent|stand stood stood|steal stole stolen|stick stuck stuck|
swear swore sworn|sweep swept swept|swim swam swum|take took taken|teach taught taught|
tear tore torn|tell told told|think thought thought|throw threw thrown|
understand understood understood|undo undid undone|wake woke woken|wear wore worn|
weep wept wept|win won won|withdraw withdrew withdrawn|write wrote written|
rewrite rewrote rewritten|outgrow outgrew outgrown"""
_VERBS_3 = [one.split() for one in _VERB_TABLE.replace("\n", "").split("|")]
BASE = {past: base for base, past, _ in _VERBS_3 if past != base}
# "Have got", "have hid", "have forgot" and the like some say, and "rose" and "bit" are nouns too.
PARTICIPLE = {past: done for base, past, done in _VERBS_3
              if past != done and past not in ("rose", "bit", "woke", "bore", "hid", "forgot",
                                               "was", "beat")}  # fmt: skip
PAST = {done: past for base, past, done in _VERBS_3 if done not in (past, base)}
