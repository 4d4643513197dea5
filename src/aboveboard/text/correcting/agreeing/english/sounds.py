"""English words that sound or look like the one that is meant, told from their neighbours.

Each row of `_HEARD`: what stands there, what is meant, what comes before it and what after; a full
stop among the latter is the end of a clause. Nothing means that it does not matter.
"""

from aboveboard.text.correcting.agreeing.english.forms import GERUND, VERB
from aboveboard.text.correcting.agreeing.english.phrases import BEGINS, DAYS, END
from aboveboard.text.correcting.agreeing.english.sounds_later import HEARD_LATER
from aboveboard.text.correcting.agreeing.english.words import MEASURES, PLURAL, PURE
from aboveboard.text.correcting.agreeing.why import SOUND

_HAVE = r"have|has|had|\p{L}+['’]ve|having"
_BE = "is|are|was|were|be|been|being"
_DET = "the|our|your|my|his|her|their|a|an|this|that|these|those|some"
_ADVERB = (
    "still|already|now|currently|not|never|always|so|too|really|very|quite|nearly|almost|finally|"
    "also|only|just|all|both|officially"
)
_SO = (
    "and|but|because|if|when|while|so|think|hope|know|that|says|as|until|since|before|once|whether|"
    "where|though|although|unless|after|how"
)
_READY = (
    "cold|hot|warm|wet|dry|dark|ready|finished|gone|late|early|busy|quiet|open|closed|free|safe|"
    "good|great|lovely|nice|easy|hard|true|important|possible|clear|sunny|raining|snowing|windy|"
    "done|over|available|worth|broken|happy|delicious|gorgeous|amazing|sold out|back|here|fresh|"
    "keen|waiting|looking|coming|going|hoping|planning|trying|selling|running|moving|getting"
)
_THEN = (
    r"from|in|at|on|for|to|outside|here|today|tonight|enough|because|when|if|than|that|you|we|by|"
    r"until|"
    "with|again|out|up|down|now|back"
)
_NO_MORE = r"(?<!\b(?:more|less|rather|better|worse|other|else|sooner|\p{L}{2,}er)\b[^.!?\n]*)"
_THEIRS = (
    "hearts|homes|kids|children|parents|families|hands|eyes|feet|voices|talents?|skills?|dreams|"
    "wedding|hats|coats|shoes|bikes|teachers|grandparents|owners|new (?:home|house|album|menu|shop|"
    "website|baby|puppy|name|look|venue|book)|first (?:home|win|gig|album|show|baby|child|season|"
    "birthday|wedding)"
)
_THINGS = "|".join(PURE)
_PLURALS = "|".join(many for many, one in PLURAL.items() if one in PURE and one not in MEASURES)

_MORE: tuple[tuple[str, str, str, str], ...] = (
    ("its", rf"(?<=\b(?:{_SO}) |, )its (?=(?:(?:{_ADVERB}) )?(?:{_READY})(?: (?:{_THEN})\b|{END}))",
     "it's ", SOUND),
    ("its", rf"its (?=(?:{_ADVERB}) (?:{_READY})(?: (?:{_THEN})\b|{END}))", "it's ", SOUND),
    ("its", r"its (?=(?:raining|snowing|pouring|him|them|mine|yours|ours|theirs|everyone|someone|"
     r"nobody|nothing|something|also (?:a|the|our|my|your)|only (?:a|the|been|fair|right|natural|"
     r"open)|important (?:to|that)|possible (?:to|that)|available (?:in|from|at|now|for|to)|taking "
     r"(?:place|shape)|looking (?:good|great|like)|coming (?:to|back|up|soon))\b)", "it's ", SOUND),
    ("their", rf"(?<=\b(?:{_SO}) |, )their (?=(?:(?:{_ADVERB}) )?(?:{_READY})(?: (?:{_THEN})\b|"
     rf"{END}))",
     "they're ", SOUND),
    ("their", rf"(over|out|up|down|been|get|go|goes|going|went|lives?|be|hi|hello|who['’]s|almost|"
     rf"nearly|arrive|park|stay|left|met|work|working|see you){' '}their{END}", r"\1 there", SOUND),
    ("there", rf"(?<=\b(?:and|but|because|so|think|hope|that|know) )there (?=(?:(?:{_ADVERB}) "
     rf")?(?:ready|delicious|gorgeous|amazing|sold out|happy|looking|hoping|planning|trying|"
     rf"keen)(?: (?:{_THEN})\b|{END}))", "they're ", SOUND),
    ("there", rf"(?<!\b(?:is|are|was|were|hi|hey|hello|up|out|from|over) )(?<=\p{{L}} )there "
     rf"(?=(?:{_THEIRS})\b)", "their ", SOUND),
    ("off", r"(one|many|most|each|none|lots|plenty) off (?=(?:our|my|his|her|their|us|them|"
     r"these)\b|the (?:best|first|last|most|few|\p{L}+est)\b)", r"\1 of ", SOUND),
    ("of", r"((?:take|took|taking|keep|leave) (?:your|their|his|her|my|our|the) (?:muddy "
     r")?(?:shoes|boots|"
     rf"coats?|hats?|masks?|wellies|jackets?|phones?|lights?)) of(?={END}| (?:at|in|before|when|"
     rf"by)\b)",
     r"\1 off", SOUND),
    ("it's it’s", rf"(\p{{L}}+) it['’]s (?=(?:paws?|legs?|wings?|ears?|fur|collar|nest|shell|"
     rf"owners?|"
     r"residents|inhabitants|surroundings|contents|ingredients|handle|wheels|roof|sights)(?: "
     r"(?:and|in|on|at"
     rf"|from|with|again|for|to)\b|{END}))", r"\1 its ", SOUND),
    ("there", rf"((?:{GERUND}|need|needs|brought|love|loves|sold|sell|share|shared|lost|take|took|"
     rf"bring)) there (?=(?:{_PLURALS})\b)(?<!\b(?:going|living|working|staying|getting|sitting|"
     rf"standing|coming|being|"
     r"walking|driving|been|seeing) there )", r"\1 their ", SOUND),
    ("than", rf"(?<=, )(and )?than (?=(?:we|you|they|{VERB})\b){_NO_MORE}", r"\1then ", SOUND),
    ("than", rf"and than (?=(?:we|you|it|they|i|he|she|{VERB})\b){_NO_MORE}", "and then ", SOUND),
    ("than", rf"(?<=\bif [^.!?\n]{{3,60}}, )than (?=(?:we|you|this|it|come|please|"
     rf"our)\b){_NO_MORE}",
     "then ", SOUND),
    ("your", rf"{BEGINS}your (?=(?:looking (?:for|at|forward)|planning (?:a|to|on)|thinking (?:of|"
     rf"about)|"
     r"wondering|coming (?:to|with|from)|welcome to|invited to|the best)\b)", "you're ", SOUND),
    ("your", rf"(and|then|so|now) your (?=(?:ready to|good to go|all set|in for|in luck|off to|"
     rf"ready)(?: \p{{L}}|{END}))(?!ready (?!to\b|for\b))", r"\1 you're ", SOUND),
    ("you're you’re", rf"{BEGINS}you['’]re (?=(?:dog|cat|child|children|kids|garden|car|bike|hair|"
     rf"skin|"
     r"house|feet|wedding|party|table|room|name|phone|business|booking|website|first|next) (?:is|"
     r"are|was|were|will|has|have|needs?|can|deserves?)\b)", "your ", SOUND),
    ("you're you’re", r"(on|in|to|with|of|for|at|from|make up) you['’]re (?=(?:way|mind|feet|"
     r"doorstep|plate|bike|hands|wedding|children|child|door|choice|booking|room|local|visit|stay|"
     r"hat|voice|nearest|chance|walls|home|garden|special day|big day)\b)", r"\1 your ", SOUND),
    ("you're you’re", rf"((?:{GERUND}|appreciate|value|need|bring|use|check|update|love|support)) "
     rf"you['’]re (?=(?:business|family|support|time|help|home|custom|feedback|order|garden|"
     rf"{_THINGS})(?:{END}| (?:and|in|"
     r"at|on|with|to|for|from|this|or)\b))(?<!\b(?:hoping|thinking|knowing|saying|wishing|seeing|"
     r"feeling|being|hearing) you.re )", r"\1 your ", SOUND),
    ("accept", r"(every ?day|days a week|days|daily|week|open|free) accept (?=(?:on |for "
     r")?(?:sundays?|mondays?|tuesdays?|christmas|bank holidays)\b)", r"\1 except ", SOUND),
    ("except", r"(we|to|they|please|happy to|able to) except (?=(?:all|any|your|this|that|the|an?|"
     r"our|donations|euros|dogs|book|online)\b(?! (?:time|one)))", r"\1 accept ", SOUND),
    ("affect", r"(huge|big|real|positive|negative|good|bad|lasting|strange|calming|small|"
     r"noticeable|an?|great|major|direct) affect (?=on\b)", r"\1 effect ", SOUND),
    ("effect effects", r"(won['’]t|will|may|might|could|can|doesn['’]t|didn['’]t|not|to|does|that) "
     r"effect(s?) (?=(?:our|your|my|the (?!change|repair|entry|transfer|necessary)\p{L}+|their|"
     r"his|her|us|you|them|everyone|all|opening|bookings)\b)", r"\1 affect\2 ", SOUND),
    ("advice", r"(we|would|to|can|please|i|they|strongly) advice (?=(?:you|all|everyone|anyone|"
     r"that|to|our|booking|against|visitors|people|customers)\b)", r"\1 advise ", SOUND),
    ("advise", r"(some|any|your|good|great|useful|helpful|free|expert|more|such good|bad|sound|"
     r"legal|little|"
     rf"of) advise(?= (?:on|about|from|for|is|or|and|in|to)\b|{END})", r"\1 advice", SOUND),
    ("loose", r"(to|will|can|don['’]t|not|never|might|could|would|you|we|they|didn['’]t|won['’]t|"
     r"or you['’]ll|you['’]ll|we['’]ll) loose (?=(?:your|my|our|the|it|them|a|an|any|all|some|"
     r"this)\b)",
     r"\1 lose ",
     SOUND),
)  # fmt: skip

_HEARD: tuple[tuple[str, str, str, str], ...] = (
    # a, b
    ("aloud", "allowed", "dogs|pets|children|bikes|smoking|drinks|parking|no food|not",
     ".|in|on|at"),
    ("allowed", "aloud", "read|reads|reading|laugh|laughed|laughing|thinking|think|out", "."),
    ("angle", "angel", "guardian|snow|christmas tree|absolute", ""),
    ("angel", "angle", "at an|right|camera|wide|from every", ""),
    ("ate", "eight", "", r"o['’]clock|weeks|days|pm|am|people|of us|years old|months|hours"),
    ("eight", "ate", "we|i|they|he|she", "all|the|so|too|our|it|lunch|dinner|cake"),
    ("bare", "bear", "teddy|polar|can['’]t|cannot", ".|to|it|the|with|and|in"),
    ("bear", "bare", "", "feet|foot|hands|essentials|minimum|bones|necessities"),
    ("bean", "been", _HAVE, r"a|the|so|open|here|to|in|with|busy|on|very|our|your|such|able|"
     r"\p{L}+(?<!s)ed|\p{L}+ing"),
    ("bean", "been", "(?:have|has|had) (?:just|always|never|already|ever|also|not)", ""),
    ("beens?", "bean", "baked|runner|green|broad|coffee|kidney|jelly|cocoa|butter|french", ""),
    ("bored", "board", "on|notice|dart|chess|surf|paddle|ironing|chopping|cheese|cheese and", ".|"
     "of|for|and|in"),
    ("bored", "board", "", "games?|game night|meeting|members?|of (?:directors|trustees)"),
    ("board", "bored", r"so|feeling|feel|are you|get|getting|got|never|kids|if you['’]re|"
     "if you are|when you are|if they are", ".|of|with|at|and|over|this"),
    ("brake", "break", r"(?:a|an|short|long|quick|little|festive|half-term|half term|well-deserved|"
     r"our|easter|spring|weekend|commercial|lucky|tea)", r".|over|from|for|at|in|and|this|with|"
     "between|on"),
    ("break", "brake", "", "check|pads?|fluid|lights|cables?|shoes|service|discs?|levers?"),
    ("bred", "bread", r"fresh|rye|white|brown|slice of|loaf of|loaves of|garlic|banana|soda|"
     "homemade|bake|baking|wholemeal|seeded|crusty|our|sourdough|naan|bake our", ""),
    ("bread", "bred", "born and|well", ".|in|here|and"),
    ("buy", "by", r"made|baked|written|painted|run|owned|led|hosted|drop|stop|pop|pass|swing|"
     r"designed|grown|inspired|judged|call|side", "the|our|a|your|hand|us|side|and|for|to|on|from|"
     "."),
    ("buy", "by", BEGINS, "the way"),
    ("by", "bye", "say|saying|said|wave|waved|waving", ".|to|for"),
    ("good by", "goodbye", "say|saying|said|a|our|fond|sad", ".|to|and|from"),
    # c
    ("cell", "sell", r"we|they|i|to|will|can|also|who|don['’]t|now", f"{_DET}|handmade|fresh|"
     "tickets|them|it|out|local|all|everything|cakes"),
    ("sells?", "cell", "prison|stem|blood|solar|phone", ".|is|and|in"),
    ("serial", "cereal", "breakfast|bowl of|box of", ""),
    ("cereal", "serial", "", "killers?|numbers?"),
    ("chilly", "chilli", "", r"sauce|jam|oil|con carne|flakes|peppers?|powder|chutney|plants?"),
    ("chilly", "chilli", "sweet|crushed|dried|vegan|veggie|bean|beef|hot", ".|and|with"),
    ("chilli", "chilly", r"bit|little|it['’]s|very|so|too|quite|getting|feeling|turned", ".|out|"
     "outside|today|tonight|this|in|but"),
    ("chilli", "chilly", "a|this|that|cold and", "morning|evening|day|night|start|wind|weekend"),
    ("chose", "choose", "to|can|could|please|will|should|you may|help you|did you",
     "from|your|between|one|any|a|which|what|our|the|to"),
    ("choice", "choose", "to|can|you|please|could|will|and", "from|your|between|any|one|what|"
     "which|the"),
    ("choose", "choice", "wide|great|large|big|good|perfect|your|first|other", ".|of|for|is"),
    ("cloths", "clothes", r"winter|warm|vintage|baby|children['’]s|summer|school|wear|wearing|old|"
     "second-hand|donated|designer|maternity|ironing|new", ".|and|for|or|to|in|from|are|at"),
    ("coarse", "course", "of", ".|we|you|it|i|they|he|she|there|not"),
    ("coarse", "course", "main|golf|training|race|crash|obstacle|assault|language|evening|"
     "refresher|in due|online|pottery|short|beginners|first aid", ""),
    ("course", "coarse", "", "salt|sand|sea salt|sugar|sandpaper|pepper"),
    ("compliment", "complement", "perfect|ideal|lovely|great", "to"),
    ("compliments?", "complement", "", r"(?:the|your|our|any) (?:dish|meal|food|outfit|menu|"
     r"look|flavours?|sauce|decor|wine)"),
    ("complement", "compliment", r"(?:pay|paid|paying|gave|give)(?: \p{L}+)? a|huge|nice|biggest",
     ".|to|from|for"),
    ("complements", "compliments", "", "to the (?:chef|cook|baker)"),
    ("complementary", "complimentary", "", "copy|tickets?|parking|prosecco|champagne|snacks?|wine|"
     "glass|cup|coffee|drinks?"),
    ("costumers", "customers", "our|dear|valued|loyal|regular|new|happy|all|every|many|other|"
     "lovely|wonderful|your|favourite|amazing|to|for|of", ""),
    ("costumer", "customer", "", "service|support|care|feedback|reviews?|satisfaction"),
    ("counsel", "council", "town|city|parish|county|district|borough", ""),
    ("counsel", "council", "", "tax|meetings?|house|estate|offices?"),
    ("cues?", "queue", "(?:jump|skip|join|beat|avoid) the|standing in the|stand in a|back of the",
     ""),
    ("queue", "cue", "right on", ""),
    ("queue", "cue", "", "the (?:music|lights|applause|drums?|laughter|tears)"),
    ("current", "currant", "", "buns?|scones?|slices?|bush|bushes|squash|teacakes?"),
    ("currents", "currants", "red|black|white|dried", ""),
    ("currant", "current", "", "events|account|affairs|members|customers|prices|offers|students|"
     "exhibition|vacancies|opening|situation|owners?|project|season|team|stock"),
    # d, e, f
    ("dairy", "diary", "(?:in|for|into) (?:your|my)|date for the|dates for the",
     ".|for|and|now|on"),
    ("diary", "dairy", "", "farm|farms|farmers?|products?|cows?|milk|ice cream|intolerance|"
     "allergy|herd"),
    ("diary-free", "dairy-free", "", ""),
    ("deer", "dear", BEGINS, "me|friends|customers|all|neighbours|members|readers|santa|parents"),
    ("deer", "dear", "oh", ""),
    ("dears", "deer", "red|roe|fallow|wild|herd of", ""),
    ("deserts?", "dessert", "chocolate|delicious|homemade|home-made|tasty|fruity|vegan|creamy|mains"
     r" and|coffee and|starter and|main and|course and", ""),
    ("dessert", "desert", "", "island|storm|boots?|sands?|rat|fox"),
    ("died", "dyed", "hand|naturally|plant|indigo", "wool|yarn|fabric|silk|cotton|scarves"),
    ("die", "dye", "hair|tie|fabric", "."),
    ("dying", "dyeing", "", "(?:my|your|her|our) (?:hair|wool|clothes)|wool|yarn|fabric"),
    ("dinning", "dining", "", "rooms?|table|hall|experience|area|out|car|club|chairs?|with|at"),
    ("diner", "dinner", "christmas|roast|cook|candlelit|for|after|before|make", ".|and|on|at|with|"
     "by|in|tonight"),
    ("draws", "drawers", "chest of|chests of", ""),
    ("drawer", "draw", "prize|raffle", ""),
    ("insure", "ensure", "to|will|please|and|can", r"that|everyone|you (?:get|have|receive|are|"
     r"don['’]t)|your (?:place|safety|visit)"),
    ("every day", "everyday", r"(?:for|our|your|simple|practical|these|with|about|of|the|(?<=,))",
     r"life|use|essentials|wear|items|objects|things|pottery|heroes|bowls|mugs|products|clothes|"
     "living|tasks|cooking|needs|basics|problems|plates|shoes|bags|recipes|meals|jewellery|prices"),
    ("fare", "fair", "craft|book|school|job|wedding|trade|antiques?|fun|record|careers|village",
     ""),
    ("fare", "fair", "", "enough|share|trade|play|deal"),
    ("fairs?", "fare", "bus|train|taxi|return|tube|cab|air", ""),
    ("fate", "fete", "school|summer|village|church|garden", ""),
    ("fell", "feel", r"to|can|will|you|makes? (?:you|us|me)|don['’]t|please", "like|free|good|"
     "better|welcome|happy|at home|relaxed|proud|part"),
    ("filing", "filling", "", "up (?:fast|quickly|now)"),
    ("filling", "filing", "", "cabinets?"),
    ("fist", "first", "the|our|my|your|for|very|at|their|her|his", r"time|prize|day|birthday|class|"
     r"week|one|of|visit|place|year|aid|edition|ever|session|thing|baby|show|floor|step|\d+"),
    ("flower", "flour", "self-raising|plain|wheat|rye|wholemeal|spelt|bag of|sifted|gluten-free|"
     "strong white", ""),
    ("flour", "flower", "", "shop|arrangements?|arranging|show|beds?|pots?|bouquet|stall|festival|"
     "displays?|girl|crowns?"),
    ("flours", "flowers", "wild|cut|fresh|spring|dried|bunch of|bouquet of|beautiful", ""),
    ("for", "four", "next|past|these|those|the other", "weeks|months|of (?:us|them|you)|candles"),
    ("four", "for", "thank you|thanks|perfect|looking|waiting|available|ready|made|open", "you|us|"
     "me|your|the|everyone|all|sale|a|our|coming|more|kids"),
    ("form", "from", r"open|back|away|news|come|comes|came|hear|heard|hearing|far|starting|starts|"
     "available|miles|made|apart|collect|collected|buy|bought|greetings|cheers|best wishes|thanks|"
     "ranging|changed|travelled|moved|suffer|recover|benefit|aside|running|daily|return",
     rf"the|our|a|your|all|us|everyone|\d[\d:.]*(?: ?[ap]m)?|{DAYS}|today|tomorrow|now|next|this|"
     "here|home|across|around|scratch|noon|my|local|ten|nine|eight|seven|one"),
    ("from", "form", r"application|registration|consent|permission|nomination|enquiry|sign-up|"
     r"fill (?:in|out) (?:the|this|our|a|your)|(?:complete|download|return) (?:the|this|our|your)",
     ".|and|below|on|online|by|is|here|before|at"),
    ("formally", "formerly", "", "known as|called"),
    ("forth", "fourth", "the|our|on the|every|their|his|her|third and|third or",
     "birthday|anniversary|year|season|place|time|floor|week|of july|edition|annual|win|game|"
     "round|child|generation|in a row|consecutive|day|album|book"),
    ("fourth", "forth", "and so|back and", ""),
    # g, h, i, k
    ("grate", "great", "a|the|some|such a|such|what a", "day|time|place|team|way|gift|night|"
     "success|idea|opportunity|big|weekend|deal|offers?|fun|value|start"),
    ("grate", "great", r"is|was|it['’]s|look|looks|looked|feels?|tastes?|smells?|really|how", ".|"
     "to|for|at|in|with"),
    ("great", "grate", "", "the (?:cheese|carrots?|courgettes?|ginger|nutmeg|lemon|zest)"),
    ("guess", "guest", "", "house|list|rooms?|speakers?|book|star|chef|beers?|ales?|appearance"),
    ("guess", "guest", "be our|special", ""),
    ("guest", "guessed", r"you|who|nobody|no one|anyone|she|he|i|you['’]ve|have", "it|right|what|"
     "correctly|wrong|that"),
    ("hare", "hair", "long|curly|blonde|grey|wash|dog|pet|facial|frizzy|your", ".|and|is|cut|with"),
    ("hare", "hair", "", "cuts?|dressers?|salon|stylist|care|spray|dye"),
    ("heals?", "heel", "high|kitten|stiletto|block", ""),
    ("heel", "heal", "to|will|can|help|helps", "your|the|a|wounds?|and|faster|quickly|properly"),
    ("hear", "here", r"from|is|be|stay|park|born|been|not|finally|nearly|almost|right|are|winter "
     r"is|summer is|spring is|you are|we are", "."),
    ("hear", "here", BEGINS, "is|are|comes|you are|it is|they are|we are|you go"),
    ("hear['’]s", "here's", "", f"{_DET}|to|how|what|why|where|something|another|one"),
    ("here", "hear", r"come and|along and|in and|come to|love to|like to|likes to|keen to|great to|"
     r"good to|nice to|lovely to|sorry to|glad to|pleased to|delighted to|happy to|hoping to|hope "
     r"to|get to|don['’]t|can['’]t|won['’]t|you['’]ll|did you|want to|need to",
     "our|the|your|from|about|of|more|live|what|how|why|that|it|them|him|her|some|this|all about"),
    ("herd", "heard", rf"{_HAVE}|never|ever|just|already|haven['’]t",
     "about|of|it|that|from|what|our|you|so|this|how|the|back|him|her"),
    ("heard", "herd", "a", "of (?:cows|goats|sheep|elephants|deer|cattle)"),
    ("hoards", "hordes", "", "of (?:people|tourists|visitors|fans|shoppers|children|zombies)"),
    ("hole", "whole", "a", "week|day|new|lot|bunch|range|host|year|night|world|weekend|other"),
    ("whole", "hole", "a|the", "in (?:one|the (?:wall|fence|roof|hedge|ground|road))"),
    ("hopping", "hoping", r"we['’]re|we are|i['’]m|i am|are|is|was|were|just",
     "to|that|you|we|it|everyone|for (?:good|better|a|some|sunshine)"),
    ("isle", "aisle", "down the|supermarket|bakery|frozen|up the", ".|to|in|with|and|on"),
    ("aisle", "isle", "", "of (?:wight|man|skye|mull|arran|bute|islay|lewis|harris|dogs)"),
    ("know", "now", "right|until|till|book|order", "."),
    ("know", "now", "we are|is|we['’]re|are", "open|available|closed|on|in|serving|taking|full|"
     "live"),
    ("know", "no", rf"{_BE}|have|there['’]s|with", "longer|need|charge|problem|reason|doubt|more|"
     "extra|parking|better"),
    ("now", "know", "let us|let me|did you|do you|don['’]t|didn['’]t|want to|need to", "if|by|what|"
     "when|how|which|that|your|in the|who|where|about"),
    ("now", "no", "", "longer (?:available|in|on|a|the|have|has|need|open|be|sell|stock|take)"),
    ("no", "know", rf"{BEGINS}(?:i|we|they)|do you|did you|as you|you all", "that|how|what|you|the|"
     "we|it['’]s"),
    ("knew", "new", "our|a|brand|my|some|any|exciting|these|your|two|three|the", ""),
    # l, m
    ("latter", "later", "see you|sooner or|days?|weeks?|months?|years?|hours?|until",
     ".|in|on|than|this|the"),
    ("leaf", "leave", "to|please|you|can|and|will", "it|them|us|a|your|the (?:house|car|key)"),
    ("lead", "led", _BE, "by"),
    ("lead", "led", "has|had|have", "to|us|our|the (?:team|group|way|choir|walk)"),
    ("lightening", "lightning", "",
     "strikes?|bolts?|fast|speed|storms?|talks?|deals?|struck|quick"),
    ("lightening", "lightning", "thunder and", ""),
    ("lose", "loss", "weight|hair|heat|hearing|memory", ".|and|of|is|in"),
    ("loss", "lose", "to|will|not|can|could|never", "your|weight|the|a|it|any|our|money|their"),
    ("loosing", "losing", "", ""),
    ("lost", "loss", "sorry for (?:your|his|her|their)|sad|great|heavy", "."),
    ("life", "live", "we|they|who|i|to|people", "in|on|near|with|at (?!least|last|sea)"),
    ("live", "life", "way of|daily|everyday|rest of (?:my|your|her|his|their)|real|village|family",
     "."),
    ("maid", "made", r"is|are|was|were|been|hand|home|freshly|we|we['’]ve|it|them",
     ".|by|from|with|in|to|of|a|our|the|it|for|here"),
    ("made", "maid", "", "of honou?r"),
    ("male", "mail", "by|junk", ".|or|and"),
    ("male", "mail", "", "order"),
    ("mail", "male", "", "voices?|choir|voice choir|nurse"),
    ("meat", "meet", r"(?:come|great|nice|lovely|pleased|excited|want|time|chance|ready|wait|like|"
     r"love|able|going|here|place) to|let['’]s|we|can|will|we['’]ll|please|come and|you will",
     "you|the|our|us|up|at|new|other|your|in|on|outside|people|him|her|them|friends|every"),
    ("meet", "meat", "eat|eats|eating|red|raw|minced|cooked|lean|no|our", ".|and (?:fish|veg|dairy|"
     "cheese)|or|pies?|raffle|counter"),
    ("meet", "meat", "", "raffle|pies?|balls|feast|eaters?|lovers|dishes|platter|counter"),
    ("mist", "missed", rf"{_HAVE}|be|dearly|sadly|sorely|greatly|just|much", ".|it|out|by|you|our|"
     "the|this|him|her"),
    ("missed", "mist", "morning|sea|thick|facial|through the|swirling", ".|and|over"),
    ("moral", "morale", "boosts?|team|staff|boosting|boosted|lifts?", ""),
    ("morale", "moral", "", "support|compass"),
    ("morale", "moral", "", "of the story"),
    ("mourning", "morning", rf"good|this|every|tomorrow|each|in the|coffee|early|{DAYS}|christmas",
     ""),
)  # fmt: skip


def _row(said: str, meant: str, before: str, after: str) -> tuple[str, str, str, str]:
    """A row as `phrases` has them."""
    ends = after == "." or after.startswith(".|")
    rest = after.removeprefix(".").removeprefix("|")
    ahead = [rf" (?:{rest})(?!\p{{L}}|['’-]\p{{L}})"] if rest else []
    ahead += [END] if ends else []
    lead = f"({before}) " if before and before != BEGINS else f"{before}()"
    many = said.endswith("s?")
    pattern = f"{lead}{said.removesuffix('s?')}(s?)" if many else f"{lead}{said}"
    put = rf"\1 {meant}" if before and before != BEGINS else meant
    one = said.removesuffix("s?")
    keys = f"{one} {one}s" if many else one.partition(" ")[0]
    return (
        keys if one.replace(" ", "").replace("-", "").isalpha() else "",
        f"{pattern}(?={'|'.join(ahead)})" if ahead else pattern,
        put + (r"\2" if many else ""),
        SOUND,
    )


SOUNDS = (*_MORE, *(_row(*one) for one in (*_HEARD, *HEARD_LATER)))
