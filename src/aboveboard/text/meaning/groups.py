"""Rows of meaning that are treated alike: which bind, which tell little, which cover others."""

from aboveboard.text.tables import words

# A concept that one of these bears out as well: dogs where pets are spoken of.
COVERS = {
    "dog": words("pet"),
    "cat": words("pet"),
    "outdoor": words("front garden terrace"),
    "walkin": words("book"),
    "pay": words("price free cash card discount"),
    "price": words("pay free discount"),
    "discount": words("free"),
    "adult": words("age"),
    "child": words("age family"),
    "phone": words("contact"),
    "boat": words("sail board_"),
    "sail": words("boat board_"),
    "board_": words("boat"),
    "express": words("immediately"),
    "ticket": words("price free"),
    "bed": words("room"),
    "water_": words("lake sea river"),
    "required": words("book only_ advance"),
    "vegetarian": words("vegan"),
    "daily": words("weekday"),
    "bakery": words("bake bread"),
    "bake": words("bakery"),
    "climb": words("wall"),
    "guide": words("tour"),
    "tour": words("guide"),
    "open_": words("closing"),
    "closing": words("open"),
    "open": words("closing"),
    "stage": words("theatre"),
    "owner": words("founded"),
    "founded": words("owner"),
    "harvest": words("produce contain"),
    "grow": words("produce harvest"),
}
# Needed beside the other words, wherever else they stand: how often, for whom, on what terms.
BINDING = words(
    "nth1 nth2 nth3 nth4 nth5 "
    "abroad accompanied adult advance afternoon all_ allowed_ allweather allyear alone always "
    "anytime book cancel card cash child daily discount evening except express extra family "
    "free glutenfree group guide handmade home homemade hourly immediately include indoor "
    "lifetime limit local member minimum monthly morning never_ night online only_ optional "
    "organic outdoor per permission refund required return roundclock senior student vegan "
    "vegetarian walkin warranty weekday weekend weekly yearly "
)
# Said of nearly anything without adding to it.
SOFT = words(
    "afternoon age answer available behind closing company contain corner deadline director "
    "drink evening food_ guest house include limit minimum morning new_ note_n only_one open "
    "optional order pay people_n per price produce queue record_ required required_ room "
    "season shop small speak_ street team ticket town valid village visit visit_ "
)
# Scenery and the like: new ones are less often a claim than a mood.
SCENERY = words(
    "afternoon all always autumn bag bee book_n bottle box can cat celebration christmas "
    "coffee corner cow dance door easter evening family fire_pit flower forest hair hay hen "
    "holiday home horse island jar lake light lineup market meadow moon morning mountain "
    "music neighbour_n never_ night order paper party plant queue rain river sea season seat "
    "sheep skin snow spring street summer table tea tin town tree view village visit_ water_ "
    "weekend wind window winter wood_ "
)
# What nearly every sentence of a shop is about, so that it tells little.
FAINT = words(
    "afternoon age available closing company contain evening guest house morning new open "
    "people people_n per price produce required shop small street town village visit visit_ "
)
