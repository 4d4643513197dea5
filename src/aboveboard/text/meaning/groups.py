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
    "boat": words("sail board"),
    "sail": words("boat board"),
    "board": words("boat"),
    "express": words("immediately"),
    "ticket": words("price free"),
    "bed": words("room"),
    "water": words("lake sea river"),
    "required": words("book only advance"),
    "vegetarian": words("vegan"),
    "daily": words("weekday"),
    "bakery": words("bake bread"),
    "bake": words("bakery"),
    "climb": words("wall"),
    "guide": words("tour"),
    "tour": words("guide"),
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
    "abroad accompanied adult advance afternoon all allowed allweather allyear alone always "
    "anytime book cancel card cash child daily discount evening except express extra family "
    "free glutenfree group guide handmade home homemade hourly immediately include indoor "
    "lifetime limit local member minimum monthly morning never night online only optional "
    "organic outdoor per permission refund required return roundclock senior student vegan "
    "vegetarian walkin warranty weekday weekend weekly yearly "
)
# Said of nearly anything without adding to it.
SOFT = words(
    "founded owner "
    "afternoon age answer available behind closing company contain corner deadline director "
    "drink evening food guest house include limit minimum morning new note_n only_one open "
    "optional order pay people_n per price produce queue record required required room "
    "season shop small speak street team ticket town valid village visit visit "
)
# Scenery and the like: new ones are less often a claim than a mood.
SCENERY = words(
    "afternoon all always autumn bag bee book_n bottle box can cat celebration christmas "
    "coffee corner cow dance door easter evening family fire_pit flower forest hair hay hen "
    "holiday home horse island jar lake light lineup market meadow moon morning mountain "
    "music neighbour_n never night order paper party plant queue rain river sea season seat "
    "sheep skin snow spring street summer table tea tin town tree view village visit water "
    "weekend wind window winter wood "
)
# What nearly every sentence of a shop is about, so that it tells little.
FAINT = words(
    "afternoon age available closing company contain evening guest house morning new open "
    "people people_n per price produce required shop small street town village visit visit "
)
