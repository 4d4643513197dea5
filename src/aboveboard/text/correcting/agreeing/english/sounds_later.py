"""English words that sound like the one that is meant, as `sounds` has them: from n on."""

from aboveboard.text.correcting.agreeing.english.phrases import BEGINS, DAYS, END

_BE = "is|are|was|were|be|been|being"
_DET = "the|our|your|my|his|her|their|a|an|this|that|these|those|some"
_NUM = "two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|\\d+"
_SPANS = "weeks|days|hours|years|months"
_GOING = (
    "go|goes|going|went|walk|walked|walking|come|came|look|looking|looked|run|running|ran|browse|"
    "browsing|drive|driving|drove|cut|cutting|pass|passing|way|right|scroll|flick|ride|stroll"
)

HEARD_LATER: tuple[tuple[str, str, str, str], ...] = (
    # n, o, p
    ("knight", "night", rf"good|last|late|quiz|bingo|movie|opening|date|curry|games|film|music|"
     rf"jazz|{DAYS}", ""),
    ("of", "off", "day|days|took|take|taking|switch|switched|well|better|start|started|kick|kicks|"
     "money|kicked|take the|drop|set", "."),
    ("of", "off", "set|sets|setting|kick|kicks|kicking|kicked", "at|from|to|for|in|on"),
    ("of", "off", "kicks|kicking|kicked|taking|switching|showing", f"with|{_DET}"),
    ("off", "of", r"because|instead|kind|couple|bunch|a range|selection|proud|afraid|variety|rid|"
     "plenty|in front|on top|by way", rf"{_DET}|us|you|them|it|course|what|\p{{L}}{{3,}}"),
    ("out off", "out of", "run|ran|running|runs|made|came|come|get|got|time|sold|one", ""),
    ("one", "won", r"we|he|she|they|i|who|we['’]ve|just|team", "the (?:match|game|cup|league|award|"
     r"prize|title|raffle|lottery|final|race|competition|trophy)|gold|silver|bronze|first prize|"
     r"an award|a (?:prize|medal|award|trophy)|\d+[-–]\d+"),
    ("won", "one", "", "of (?:the|our|my|your|his|her|their|us|them|those|these)"),
    ("our", "hour", "half an|an|happy|rush|half-", ".|of|from|and|later|before|away|or|at|in|is"),
    ("ours", "hours", rf"opening|office|few|{_NUM}", ".|of|from|and|later|before|a|are|at|in|on|"
     "ago"),
    ("hour", "our", "in|at|visit|see|join|to|from|with|of|all|love|follow|meet", "new|shop|website|"
     "team|own|customers|garden|stall|page|menu|lovely|friends|staff|studio|café|latest"),
    ("are", "our", "at|to|in|with|from|of|into|visit|join", "shop|website|team|stall|café|studio|"
     "kitchen|page|newsletter|village hall"),
    ("our", "are", "tickets|places|prices|doors|volunteers|who|there|how|where|what|spaces|lessons|"
     "classes|children", "free|on sale|limited|going|available|welcome|still|selling|filling|you|"
     "always|not|only|invited|no|plenty|lots|so|two|three|many"),
    ("passed", "past", "walk|run|ride|head|wander|stroll|swim|sail|ran|rode|flew|cycle|cycling|"
     "running|goes|drives|strolling|just|far|way", r"the|our|a|this|my|your"),
    ("past", "passed", "we|i|they|he|she|who|has|have|had", ".|the (?:test|exam|time|church|ball)|"
     "it|out|on|away|by|with"),
    ("peace", "piece", "a|each|every|another|this|one|favourite", "of"),
    ("piece", "peace", "", "and (?:quiet|love|harmony)"),
    ("piece", "peace", "rest in|world|inner", "."),
    ("peal", "peel", "orange|lemon|lime|citrus|candied|mixed|potato|banana|grated", ""),
    ("peal", "peel", "", "(?:the|your) (?:potatoes|carrots|apples|onions|oranges?)"),
    ("pear", "pair", "a|one|your|every|new", "of"),
    ("pears", "pairs", "", "of (?:shoes|socks|gloves|jeans|trousers|boots|glasses|earrings)"),
    ("pair", "pear", "", "tart|crumble|cider|drops|juice|trees?|chutney|orchard"),
    ("pairs", "pears", "apples and", ""),
    ("personnel", "personal", "", "trainers?|training|touch|service|stor(?:y|ies)|experience|"
     "message|details|information|best|belongings|items|favourite|data|shopper"),
    ("personal", "personnel", "military|medical|emergency|trained|security",
     ".|are|were|will|only"),
    ("plane", "plain", "", "flour|white|black|chocolate|clothes|paper|yoghurt|yogurt|sailing"),
    ("plain", "plane", "by|(?:on|off|onto) (?:a|the)", ".|to|from|home|ticket"),
    ("planing", "planning", "", "to|a|on|your|our|permission|ahead|something|the|for"),
    ("pole", "poll", "opinion|online|straw|exit|quick", ""),
    ("polls?", "pole", "flag|tent|telegraph|fishing|totem|north|south", ".|in|on|and|with"),
    ("poor", "pour", "",
     "(?:yourself|the (?:batter|mixture|sauce|milk|water|cream|tea)|over|into)"),
    ("pour", "poor", "in|bad|very|so|too|of|the|such", "weather|condition|health|quality|service|"
     "visibility|turnout|little|old|thing|harvest"),
    ("(?:poring|pawing)", "pouring", "", "(?:with )?rain|down"),
    ("price", "prize", r"star|raffle|booby|wins? an?(?: \p{L}+)?|consolation|runner-up", ""),
    ("price", "prize", "", "draw|giving|winners?|winning|money|bingo"),
    ("prize", "price", "half|full|low|reduced|fixed|ticket|asking|discounted|sale", ""),
    ("prize", "price", "", "list|tag|range|increase|match"),
    ("prizes", "prices", "", r"(?:start|starting) (?:at|from)"),
    ("principle", "principal", "", "sponsor|reason|aim|cellist|violinist|dancer|conductor|partner|"
     "funder|character|teacher"),
    ("principal", "principle", "in|on", "."),
    ("principal", "principle", "matter of|point of", ""),
    ("prophets?", "profit", r"not for|make a|made a|turn a|for", ".|and|from|to|organisation"),
    ("prove", "proof", "", "of (?:id|identity|purchase|address|age|payment|postage|residence)"),
    ("proof", "prove", "to|can|will|you|we", "that|it['’]s|you|how|your (?:age|identity)"),
    ("pubic", "public", "", "transport|holidays?|toilets?|library|house|footpath|speaking|events?|"
     "meetings?|liability"),
    # q, r, s
    ("quite", "quiet", "a|nice|lovely|this|that|another|our|peaceful|some", "morning|evening|night|"
     "day|place|spot|corner|street|village|week|weekend|area|room|moment|afternoon|life|time|drink|"
     "pint|word|chat|road|beach|garden|town|neighbourhood|corner|lane|location|space|coach"),
    ("quite", "quiet", "be|please be", "in|please|during"),
    ("quite", "quiet", "peace and|keep|kept|stay|very|so|too|really|nice and",
     "and|here|today|at|in"),
    ("quiet", "quite", rf"{_BE}|it['’]s|that['’]s|we['’]re|i['’]m|look|looks|feel|feels|not",
     "good|nice|simple|often|big|hard|easy|expensive|different|popular|similar|right|likely|"
     "possible|new|sure|happy|tired|proud|ready|rare|old|warm|cold|late|early|long|short"),
    ("quit", "quite", "", "a (?:lot|few|bit|while)|good|nice|often|easy|different|sure"),
    ("quit", "quiet", "a|nice|lovely|this", "morning|evening|night|day|place|spot|week|corner"),
    ("rise", "raise", "to|help|helped|helping|helps|can|will|us|and|we", r"money|funds|awareness|"
     r"[£€$]\d|over|the (?:money|funds|roof)|enough"),
    ("rise", "raised", "we|they|you all|event|team", r"[£€$]\d|over [£€$]"),
    ("raise", "rise", r"prices? (?:will|may|could|might|are going to|to)|costs (?:will|to)|to|"
     "sea levels|(?:leave|let|allow) (?:it|the dough)(?: to)?|dough to|dough", ".|again|for|until|"
     "overnight|from|by|next|in (?:a|april|may|price)"),
    ("raps?", "wrap", "gift|bubble|cling|chicken|falafel|halloumi|tortilla|hummus", ""),
    ("rap", "wrap", "", "up (?:warm|warmly|well)|(?:your|the|my) (?:presents?|gifts?)|presents|"
     "gifts"),
    ("rap", "wrap", "it['’]s a|that['’]s a", "."),
    ("wrap", "rap", "", "artists?|battle|song|star|music|group"),
    ("rapped", "wrapped", "", "in|up|presents|with|gifts"),
    ("rapping", "wrapping", "", "paper|up|presents|gifts"),
    ("reigns", "reins", "(?:hold|take|took|taking|hand over|handed over|handing over) the", ""),
    ("(?:reining|raining)", "reigning", "", "champions?"),
    ("right", "write", "", "(?:us )?a (?:review|letter|poem|story|song|book|note|comment|card|"
     "postcard)"),
    ("right", "write", "(?:learn|love|loves|like|how|want) to", ""),
    ("write", "right", "the", "place|time|one|size|way|thing|choice|answer|person|side|direction"),
    ("write", "right", r"is|are|it|us|open|book|order|starts?|was|turn|turning|that['’]s",
     ".|now|here|next|away|outside|at|into|onto|across|opposite"),
    ("road", "rode", "we|i|he|she|they|who", "a|our|the|his|her|their|bikes?|horses?|all|to|from|"
     "for|along|on|into"),
    ("rode", "road", "cross the|main|ring|side|on the|down the|up the|across the|busy|country", ""),
    ("roles?", "roll", "sausage|bacon|bread|egg|spring|swiss|cinnamon|toilet|loo|crusty|kitchen|"
     "drum|rock and|tuna", ""),
    ("role", "roll", "", "up|over|out|on|your sleeves|call"),
    ("roll", "role", "lead|leading|key|important|starring|vital|title|plays? a|played a|playing a",
     ".|in|as|of|for"),
    ("roll", "role", "", "models?"),
    ("root", "route", "bus|scenic|cycle|walking|circular|quickest|parade|shortest|carnival|race",
     ""),
    ("route", "root", "", "vegetables?|veg|ginger|canal|beer"),
    ("routes", "roots", "back to (?:our|my|your|his|her|their|its)|grass", ""),
    ("safe", "save", "", "the date"),
    ("safe", "save", r"to|can|you|help|will|could|us|and", r"money|time|up to|[£€$]\d|lives"),
    ("save", "safe", "stay|feel|get home|drive|perfectly|completely|keep you|keep everyone",
     ".|and|everyone|this|at|in|on"),
    ("save", "safe", "", "and sound|journey|travels|distance"),
    ("sail", "sale", "on|for|jumble|bake|garage|boot|summer|clearance|closing-down",
     ".|now|from|at|in|this|of|on|and|today"),
    ("sail", "sell", "to|we|will|can", "our|your|tickets|cakes|fresh|handmade|out"),
    ("sale", "sell", r"(?:want|have|has|looking|able|going|trying|hoping) to|we|they|who|i|also",
     "your|a|the|our|some|his|it|them|all|fresh|handmade|local|tickets|everything"),
    ("sell", "sale", "car boot|jumble|garage|bake|book|table top|plant|winter|summer|january", ""),
    ("sell", "sale", "for|on", ".|at|in|now|here|from"),
    ("source", "sauce", "tomato|soy|hot|chilli|barbecue|bbq|apple|cranberry|pasta|mint|caramel|"
     "chocolate|cheese|peanut|bread|garlic", ""),
    ("sauced", "sourced", "locally|are|is|ethically|all", ".|from|locally|by|in"),
    ("sauce", "source", "", "of (?:protein|income|energy|light|information|inspiration|funding|joy|"
     "vitamins?)"),
    ("scene", "seen", "(?:have|has|had)(?: (?:never|ever|just|already|not))?|been|ever|never|"
     r"\p{L}+['’]ve", ".|a|the|it|you|our|on|in|so|such|before|this|anything|by|your"),
    ("seen", "scene", "music|food|nativity|crime|opening|fight|behind the",
     ".|in|from|is|and|with"),
    ("shore", "sure", r"make|making|made|i['’]m|we['’]re|not|pretty|quite|for|are you", ".|you|to|"
     "that|it|we|if|your|the|about|there"),
    ("sights?", "site", "building|camping|construction|caravan|festival|heritage", ""),
    ("sight", "site", "on", "parking|café|shop|catering|facilities|restaurant"),
    ("site", "sight", "(?:catch|caught|catching|lose|lost|losing)", "of"),
    ("site", "sight", "at first|out of|what a|a welcome|quite a|a sorry|a common", "."),
    ("site ?seeing", "sightseeing", "", ""),
    ("sing", "sign", "", "up (?:for|to|here|online|by|via|at)"),
    ("sign", "sing", "", "along|carols|in (?:a|the|our) choir|happy birthday|in harmony"),
    ("singed", "signed", "", "up|copy|copies|by the (?:author|artist|band)|prints?|the petition"),
    ("soar", "sore", "", "throats?|muscles|feet|back|head|legs|loser"),
    ("son", "sun", "the", r"is (?:shining|out)|shines|shone|came out|goes down|rises|sets|comes "
     r"out"),
    ("son", "sun", "", "cream|hats?|loungers?|terrace|glasses"),
    ("sun", "son", "my|her|his|their|our (?:eldest|youngest|little)",
     "and|was|has|loves|turned|who"),
    ("sow", "sew", "", "a (?:dress|button|skirt|hem|cushion|bag|quilt|patch)|by hand|on a button"),
    ("sowing", "sewing", "", "machines?|class|classes|kits?|patterns?|bee|box|group|circle"),
    ("sew", "sow", "", "(?:the |your |some )?(?:seeds?|wildflowers?|carrots|beans|peas|lettuce)"),
    ("stakes?", "steak", "rump|sirloin|fillet|ribeye|rib-eye|grilled|juicy|tuna|gammon", ""),
    ("stake", "steak", "", "night|pie|and (?:chips|ale|kidney)|house|knives|sandwich|bake"),
    ("steak", "stake", "at", "."),
    ("stationary", "stationery", "pretty|office|wedding|school|beautiful|personalised|handmade",
     ""),
    ("stationery", "stationary", "", "bikes?|traffic|vehicles?|caravan"),
    ("steal", "steel", "stainless", ""),
    ("steal", "steel", "", "bands?|drums?|pans?|frames?|wool|gates?"),
    ("steel", "steal", "",
     "the (?:show|limelight|spotlight)|(?:your|our|my) (?:heart|hearts|idea)"),
    ("storey", "story", "short|bedtime|love|success|true|life|ghost|news", ""),
    ("suite", "sweet", "so|very|too|how|short and|home", ".|of|and|to"),
    ("(?:suite|sweat)", "sweet", "", "potato|potatoes|peas?|treats?|tooth|chilli|and sour|corn|"
     "shop"),
    ("sweet", "suite", "bridal|honeymoon|bathroom|en", ""),
    # t
    ("tails", "tales", "fairy|folk|cautionary|telling|tell|spooky", ""),
    ("tail", "tale", "fairy|folk|cautionary|tall", ""),
    ("tales?", "tail", r"(?:wag|wags|wagged|wagging)(?: (?:its|his|her|their|a))?|fluffy|bushy|"
     "curly|waggy|pony", ""),
    ("teaming", "teeming", "", "with (?:life|rain|people|fish|wildlife|ideas|visitors)"),
    ("teem", "team", "our|the|a|football|whole|dream|home|away|netball|your|design|great|new", ""),
    ("tee", "tea", "cream|afternoon|high|herbal|green|mint|iced|cups? of|pot of|builder['’]s", ""),
    ("thank", "think", "i|we|do you|you|they", "that|so|it['’]s|it is|this is|of a|about"),
    ("think", "thank", BEGINS, "you (?:all|so much|very much|to everyone|for (?:your|coming|all|"
     "the|supporting))"),
    ("thinks", "things", "many|good|these|those|lots of|new|little|other|few|best|nice|beautiful",
     ""),
    ("things", "thinks", "he|she|who|everyone|everybody|nobody",
     "that|it|it['’]s|about|of|this|so"),
    ("though", "through", _GOING, "the|our|a|your|to|this|every|it"),
    ("though", "tough", "a", "day|week|year|decision|game|match|time|one|few|start|choice|question|"
     "act|crowd|call|job|season"),
    ("though", "thought", rf"{BEGINS}(?:i|we|he|she|they)", "it|you|we|i|they|that|this|about|he"),
    ("threw", "through", _GOING + "|all|straight|half way|halfway|put us|got|get", "the|our|a|your|"
     "to|this|it|every"),
    ("(?:threw|through) out", "throughout", "open|and|available|guests|events?|held|on|running",
     r"the (?:day|year|week|night|summer|weekend|winter|month|evening|season|town|county)"),
    ("tough", "though", "even", "we|it|you|i|they|the|he|she|there|our|this|that|its|it['’]s"),
    ("thought", "though", r"(?<=(?:^|[.!?\n,] ?))even", "we|it|the|you|they|i|he|she|there|our|"
     "this|it['’]s"),
    ("throne", "thrown", rf"{_BE}|has|have", "away|out|in|at|by|into|together|a"),
    ("toe", "tow", "", "truck|bar|rope|path|away|hitch"),
    ("toe", "tow", "in", "."),
    ("tow", "toe", "", "the line"),
    ("tows?", "toe", "from head to|stubbed my|big|tip", "."),
    ("to", "too", "arrive|arrived|arriving|come|turn up|sit|stand|speak|drive|run|eat|swim|go|"
     r"leave it|leave|driving|talk|get", "(?:late|early|fast|slowly|loud|loudly|quickly|close|long|"
     rf"soon|far)(?={END})"),
    ("to", "too", "", r"(?:good to (?:be true|miss|resist)|hot to handle|close to call|late to "
     "(?:book|join|enter|apply|register|sign))"),
    ("to", "two", "the|our|last|next|these|every|only", f"{_SPANS}|of (?:us|them|our)"),
    ("too", "to", "get|bring|take|send|give|talk|add|head|return|come|go|welcome|went|visitors|"
     "walk|trip|up|going|came|thank you|thanks|belongs?|reply|speak|led|lead|leads",
     "the|our|a|my|your|us|you|all|this|see|everyone"),
    ("two", "too", r"far|way|is|are|was|not", "much|many|late|early|small|big"),
    # u, v, w
    ("untied", "united", "leeds|newcastle|manchester|sheffield|west ham", ""),
    ("vein", "vain", "in", "."),
    ("(?:vein|vain)", "vane", "weather", ""),
    ("(?:vain|vane)", "vein", "similar|same", ""),
    ("vary", "very", rf"{_BE}|so|it['’]s|not|we['’]re|i['’]m|thank you|a|feel|feels|all|the",
     "good|nice|happy|much|busy|special|best|big|small|important|excited|proud|warm|cold|popular|"
     "pleased|sorry|grateful|easy|hard|tired|lucky|first|own|well|long|old|kind"),
    ("very", "vary", "will|may|can|might|could|times|prices|sizes|hours|dates|costs", "by|from|"
     "between|slightly|depending|according|widely|greatly"),
    ("waist", "waste", "", "of (?:time|money|space|energy|food|water)"),
    ("waist", "waste", r"food|zero|plastic|household|garden|kitchen|reduce|avoid|don['’]t|less",
     ""),
    ("waste", "waist", "(?:around|round) (?:the|your|my|his|her)|elasticated", ""),
    ("wait", "weight", "lose|losing|lost|gain|gained|put on|body", ""),
    ("wait", "weight", "", "loss|lifting|training|limit"),
    ("wait", "weight", "worth its", "in gold"),
    ("weight", "wait", "worth the", ""),
    ("weight", "wait", r"can['’]t|cannot|please|don['’]t|must|just|will|to|could|not",
     "to|for|until|till|in line|here|and see|outside"),
    ("weighting", "waiting", "", "lists?|rooms?|times?|for"),
    ("wander", "wonder", "i|we|you|ever|they|often|to|might", "if|why|what|whether|who"),
    ("wondering", "wandering", "", "around|round|along|through|down the|off|past|the streets"),
    ("wonder", "wander", "a|to|and|you can|we|come|just|then",
     "around|round|along|through|down|over to|off|past|the streets"),
    ("weaks", "weeks", "", ""),
    ("weak", "week", "a", "on|ago|later|earlier|before"),
    ("weak", "week", rf"for|per|(?:{DAYS}|half|each|of the|whole|working|all)", "."),
    ("week", "weak", "too|very|feeling|felt|so", "."),
    ("wear", "where", r"know|that['’]s|guess|wonder|wondering|sure|find out|matter|ask|see|place",
     "you|we|it|they|to|he|she|the|i"),
    ("where", "wear", "", "(?:something|comfortable|sensible|suitable|old clothes|warm clothes|"
     "wellies|waterproofs?|layers|flat shoes|sun cream|fancy dress|a (?:mask|helmet|hat|costume|"
     "coat|badge|poppy|smile))"),
    ("where", "were", "we|they|i|who|there|which", r"(?!we\b|you\b|they\b|the\b|to\b|our\b|your\b|"
     r"it\b|he\b|she\b|i\b|is\b|are\b)\p{L}+"),
    ("where", "were", "you|people|children|tickets|doors|cakes|kids|visitors|volunteers",
     "overwhelmed|amazing|great|lucky|brilliant|fantastic|wonderful|so|very|not|able|all|still|"
     r"both|delighted|sold|given|there|here|asked|invited"),
    ("were", "where", r"place|shop|town|street|café|house|field|room|pub|corner|venue|spot|school|"
     r"village|that['’]s|this is|here['’]s|somewhere|world|everywhere",
     "you|we|it|i|he|she|you['’]re|everyone|your"),
    ("were", "we're", "because|if|hope|think|since|although|unless|though", "open|closed|back|not|"
     r"going|looking|having|still|now|here|lucky|hiring|fully|proud|excited|so|busy|getting"),
    ("were", "we're", BEGINS, r"(?:open|closed|back|here|still|now|also|not|all|only|just|really|"
     r"very|fully|proud|excited|delighted|thrilled|ready|looking|\p{L}{3,}ing)\b"
     r"(?=[^?\n.!]*(?:[.!\n]|\p{Extended_Pictographic}|$))"),
    ("we['’]re", "were", "they|there", "many|some|no|lots|so|not|all|very|amazing|a|over|only"),
    ("whine", "wine", "glass of|glasses of|bottles? of|red|white|mulled|sparkling|fine|house", ""),
    ("who['’]s", "whose", "", r"(?!\p{L}+ing\b)\p{L}+ (?:this|that|it|these|those|they) (?:is|are|"
     r"was|were|belongs)"),
    ("wood", "would", "we|you|they|i|it|that|he|she|who|what|there", "like|love|be|have|not|never|"
     "also|really|you|appreciate|prefer|make"),
    ("would", "wood", "", "burners?|burning|stoves?|carving|turners?|pellets|floors?|chips?|stain|"
     "glue|working|fires?"),
    ("would", "wood", "solid|made of|reclaimed|recycled|oak|pine", "."),
    ("yokes?", "yolk", "egg", ""),
)  # fmt: skip
