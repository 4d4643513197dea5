"""English times, places and articles, as patterns (see `phrases`)."""

from aboveboard.text.correcting.agreeing.english.phrases import BEGINS, DAYS, END
from aboveboard.text.correcting.agreeing.english.words import ADJECTIVES, MASS, PERSONS, TIRED
from aboveboard.text.correcting.agreeing.why import BUILT, OTHER, USED

_NUM = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|"
    r"fifty|sixty|several|many|a few|\d+)"
)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_SOFT = "|".join(sorted(TIRED | ADJECTIVES - {"next", "last", "first", "other", "main", "same"}))
_MASS = "|".join(sorted(MASS - {"news"}))
_RIDE = "bus|train|tram|ferry|coach|bike|car|taxi|plane|boat|tube|metro"
_TRAVEL = r"(?:come|comes|came|travel|travels|reach|go|get|getting|arrive|commute)"
_MEAL = (
    "meal|lunch|dinner|breakfast|stay|visit|holiday|holidays|concert|show|tour|walk|workshop|"
    "event|class|summer|winter|week|day|night|break|match|game|wedding|journey|trip|flight|"
    "festival|course|session|afternoon|evening|morning|weekend|term|interval"
)
_JOBS = (
    "illustrator|designer|photographer|teacher|baker|gardener|nurse|plumber|electrician|carpenter|"
    "writer|editor|translator|developer|consultant|hairdresser|waiter|waitress|barista|potter|"
    "florist|builder|joiner|painter|musician|singer|dancer|volunteer|tutor|nanny|cleaner|driver|"
    "mechanic|farmer|therapist|counsellor|lawyer|solicitor|accountant|bookkeeper|journalist|actor|"
    "actress|artist|student|apprentice|trainee|freelancer|receptionist|engineer|architect|stylist|"
    "beautician|dressmaker|seamstress|tailor|sculptor|ceramicist|blacksmith|beekeeper|lifeguard|"
    "childminder|librarian|scientist|researcher|physiotherapist|midwife|dentist|doctor|vet|team"
)

PLACING: tuple[tuple[str, str, str, str], ...] = (
    # Time and place.
    ("at", rf"(?<!\b(?:look|looking|looked|arrive|aim|aimed) )at ((?:{DAYS})s?)(?={END}| (?:at|"
     rf"from|"
     r"the|mornings?|evenings?|afternoons?|nights?|and|to|until|\d)\b)(?! (?:mornings?|evenings?|"
     r"afternoons?|nights?)['’]|(?: \p{L}+)? (?:market|club|school|lunch))", r"on \1", USED),
    ("in", rf"in ((?:next |last )?(?:{DAYS}))(?={END}| (?:at|from|the|morning|evening|afternoon|and"
     r"|for|\d)\b)", r"on \1", USED),
    ("on in", r"(?:on|in) (?=(?:\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m|o['’]clock)|noon|midnight)\b)"
     r"(?<!\b(?:from|since|is|are|was|switched|turned|lights|keep|go|goes|going|carry|move|moved) "
     r"on )(?!\d+ ?[ap]m (?:slot|class|session|train|bus|group|show|tickets))", "at ", USED),
    ("on", rf"on ((?:{_MONTHS.replace('may|', '').replace('march|', '')}))(?={END}| (?:we|for|and|"
     rf"with"
     r"|at)\b)", r"in \1", USED),
    ("on", r"(opened|founded|started|began|built|born|established|moved here) on ((?:19|20)\d\d)",
     r"\1 in \2", USED),
    ("in at", rf"(?:in|at) (?=\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})\b)(?<!\d in )", "on ", USED),
    ("until till", r"(?:until|till) (?=[^.!?\n]{2,25} at the latest\b)", "by ", USED),
    ("until", rf"((?:pay|return|submit|reply|confirm|hand|sign|apply|paid|returned|submitted|"
     rf"received|handed)(?: \p{{L}}+){{0,4}} )until (?=(?:next |this )?(?:{DAYS})\b(?: (?:\d|"
     rf"please)|{END}))"
     r"(?<!\b(?:can|may|open|wait) .*)", r"\1by ", USED),
    ("during", rf"during (?=(?:{_NUM}|the last {_NUM}|more than {_NUM}) (?:years|months|weeks|days|"
     r"hours|minutes)\b)(?!several days|many days)", "for ", USED),
    ("while", rf"while (?=(?:the|our|your|my|their|his|her|this) (?:\p{{L}}+ )?(?:{_MEAL})(?:{END}|"
     rf" (?:every|on|in|at|this|with|and|for)\b))", "during ", USED),
    ("before", rf"(?<=\b(?:opened|started|began|moved|met|founded|bought|married|came|arrived|"
     rf"left) (?:\p{{L}}+ ){{0,4}})before ({_NUM} (?:years|months|weeks|"
     rf"days)){END}", r"\1 ago", USED),
    ("before", rf"{BEGINS}before ({_NUM} (?:years|months|weeks|days))(?=,? (?:we|i|he|she|they|"
     rf"our|my"
     r")\b)", r"\1 ago", USED),
    ("by with", rf"({_TRAVEL}(?: \p{{L}}+){{0,3}}) (?:by the|with) ({_RIDE})(?={END}|"
     r" (?:or|and) (?:on foot|by|car|train|bus|bike|the)\b)", r"\1 by \2", USED),
    ("foot", rf"({_TRAVEL}(?: \p{{L}}+){{0,3}}) (?:with|at|in|by the|on the) foot", r"\1 on foot",
     USED),
    ("internet tv radio", rf"in (?:the )?(internet|radio){END}", r"on the \1", USED),
    ("tv", rf"in (?:the )?tv{END}", "on TV", USED),
    ("holiday holidays vacation", rf"((?:are|am|is|be|go|went|going|gone|['’]re|['’]m|i was|back "
     rf"from) )in (holiday|vacation)s?(?={END}| (?:until|from|this|next|for|in|and)\b)", r"\1on \2",
     USED),
    ("home", r"(go|goes|going|went|come|came|coming|get|got|getting|drive|walk|arrived?|on (?:my|"
     r"your|our|the) way) (?:to|at) home"
     rf"(?={END}| (?:and|after|with|in|on|from|by|for|safely|today|tonight|early|late)\b)",
     r"\1 home", USED),
    ("since", rf"since (?=(?:a|many|some) (?:long time|years|weeks|months|while)\b|ages{END})",
     "for ",
     USED),
    # Articles.
    ("a an", rf"(?:a|an) ((?:(?:{_SOFT}|amazing|fresh|useful|helpful|terrible|awful) )?(?:{_MASS}|"
     rf"fun|luck|work experience|feedback|progress|sunshine))(?={END}| (?:for|to|from|with|in|on|"
     rf"at|about|"
     r"this|today|and we|that|but|because|yesterday|so|when|here)\b)(?<!\ba (?:long|short|little|"
     r"bright|first|special|classic|popular|different|local|fun) \p{L}+)(?<!\b(?:a|an) fun)",
     r"\1", BUILT),
    ("many few fewer", rf"(a )few ({_MASS}|patience|luck|fun|water|milk|sugar|salt|flour|butter|"
     rf"help|bread|rice|space|effort|imagination|courage|love)(?={END}| (?:and|for|to|from|in|on|"
     rf"it|left|you|"
     r"we|anyone)\b)", r"\1little \2", USED),
    ("many", r"(need|have|got|with|so|too|how|not) many (help|work|love|support|attention)(?= "
     r"(?:on|in|to|"
     rf"for|with|from|at|this|here)\b|{END})", r"\1 much \2", USED),
    ("fewer many", rf"(?:(fewer)|(many)) (patience|water|milk|sugar|salt|flour|butter|bread|rice|"
     rf"space|fun|electricity|plastic|energy|fuel|petrol|waste|packaging|paper|noise|rubbish|"
     rf"traffic|sunshine|rain|snow|luck|effort|money|furniture|equipment|food|sleep|fat|caffeine|"
     rf"meat)(?={END}| (?:and|for|to|from|in|on|left|than|with|or|this|at|here|so|as|when|we|"
     rf"you)\b)",
     r"{much:\1\2} \3", USED),
    ("of", r"(one|some|two|three|many|most) of (?=(?:best|most (?!of|the|us)\p{L}+|biggest|oldest|"
     r"largest|nicest|finest|smallest|cheapest|greatest|longest|friendliest|busiest|prettiest|"
     r"happiest|first|last) \p{L}+s\b|(?:best|biggest|oldest|nicest|finest|greatest) \p{L})",
     r"\1 of the ", BUILT),
    ("most", rf"most of (?=(?:people|visitors|customers|guests|children|our guests|shops|students|"
     rf"dogs)(?:{END}| (?:are|have|will|like|love|want|know|come|think|say|who|"
     rf"in)\b))(?!our)", "most ",
     BUILT),
    ("lot", r"(had|have|has|having|got|with|there['’]s|there is|there are|is|are|saw|learned|"
     r"learnt|spent|take|takes|took|made|make|makes|need|needs|get|gets|brings|want|offers?|did|"
     r"put|thanks|gave|eat|ate|save|saves|sold|know|see|share|shared|for) lot "
     r"of", r"\1 a lot of", BUILT),
    ("couple bit", r"(have|had|has|got|need|needs|in|for|after|just|only|with|take|takes|bring|"
     r"are|the last|spent|every) (couple|bit) of (?=\p{L})(?<!\b(?:the|every) "
     r".*)", r"\1 a \2 of ", BUILT),
    ("few", r"(in|for|after|within) few (?=(?:days|weeks|minutes|hours|months|years|moments|"
     r"seconds)\b)", r"\1 a few ", BUILT),
    ("few", r"(we|still|only|just|you|i)((?: (?:have|still have|got|need|know))?) few "
     r"(?=(?:tickets|places|spaces|seats|days|spots|rooms|tables|left)(?: (?:left|available|free|"
     r"remaining)\b))(?<!(?:very|too|so) few )", r"\1\2 a few ", BUILT),
    ("have had having", rf"(have|had|having) ((?:really |very )?(?:great|good|lovely|nice|"
     rf"wonderful|fantastic|brilliant|amazing|fun)) (day|time|weekend|evening|morning|week|trip|"
     rf"holiday|summer)(?={END}| (?:at|in|with|and|everyone|on|here|together|ahead|all|"
     rf"today)\b)", r"\1 {a:\2} \3",
     BUILT),
    ("what such", rf"(what|such) ((?:great|good|lovely|nice|wonderful|fantastic|beautiful|"
     rf"brilliant|amazing|busy|perfect|special|big|difficult|talented|friendly|happy|kind|"
     rf"delicious|fun) (?:day|time|weekend|evening|morning|week|night|place|shop|team|moment|idea|"
     rf"story|season|start|crowd|cake|view|town|village|gift|surprise|event|party|match|game|"
     rf"garden|group|person|woman|man|dog|show|concert|turnout)){END}", r"\1 {a:\2}", BUILT),
    ("as", rf"(works?|worked|working|started|starting|career|job|trained|training|employed|"
     rf"volunteers?|experience) as ((?:freelance |professional |qualified |part-time |full-time |"
     rf"volunteer |self-employed |private |mobile |local |junior |senior |primary |music |dance |"
     rf"yoga |graphic |web |wedding |tattoo |dog )?(?:{_JOBS}))(?={END}| (?:in|at|for|and|with|"
     rf"since|to|from|here|on|"
     r"until|when|of)\b)", r"\1 as {a:\2}", BUILT),
    ("", rf"((?:my|our|his|her) (?:{'|'.join(sorted(PERSONS))}) (?:is|was)|i am|i['’]m|she is|"
     rf"she['’]s|he is|he['’]s|i was|she was|he was|to be|become|became) "
     rf"((?:freelance |professional |qualified |full-time |trained |primary school |graphic )?"
     rf"(?:{_JOBS.removesuffix('|team')}))(?={END}| (?:and|from|with|in|at|by|who|for|since)\b)",
     r"\1 {a:\2}", BUILT),
    ("that", r"((?:please )?(?:note|remember|announce|be aware|inform you|know|sure)) that "
     r"(?=(?:shop|museum|café|cafe|office|library|car park|pool|studio|gallery|market|road|bridge|"
     r"workshop|event|class|course|restaurant|bakery|theatre|garden|kitchen|website|farm|school|"
     r"church|gym|entrance|building|team|lift|concert|deadline|price|venue) (?:will|is|has|opens|"
     r"closes|was|won['’]t|starts|does|can|isn['’]t)\b)", r"\1 that the ", BUILT),
    ("same", r"(at|in) same (?=(?:time|place|way|day|week|spot|room|street|building|town|price)\b)",
     r"\1 the same ", BUILT),
    ("end beginning middle start heart", rf"(at|by|in) (?=(?:end|beginning|middle|"
     rf"start|heart|edge|top|bottom|back|front|side) of (?:the|our|your|this|{_MONTHS}|july|town|"
     rf"\p{{L}}"
     r"+)\b)(?!start of|back of|front of|side of|bottom of|top of)", r"\1 the ", BUILT),
    ("first last", rf"for (?=(?:first|very first|last|second|third) time(?:{END}| (?:in|on|at|ever|"
     r"since|this|we|and|to|with)\b))", "for the ", BUILT),
    ("morning afternoon evening", rf"(?<!\b(?:this|that|every|late|early|mid) )in (morning|"
     rf"afternoon|evening)s?(?={END}| (?:and|or|at|on|we|from|until|with)\b)", r"in the \1", BUILT),
    ("world", rf"(all over|around|in|across) world(?={END}| (?:and|to|with|for|who|by)\b)",
     r"\1 the world", BUILT),
    ("half", r"half a (?=hour\b)", "half an ", OTHER),
    ("a", r"a (?=(?-i:MOT|MP|MRI|NHS|SUV|LED|LCD|HGV|FAQ|RSPCA|RSVP|SOS|SMS|HR|MBE|OBE|NGO|AGM|"
     r"ATM|IOU|ISA|IT|IQ|ID|NVQ|HMO|HNC|HND|MSc|MA|MBA|X-ray|NCT|EPC|EV|ECG|A-level|AI|API|RNLI|"
     r"USP(?!.))\b)",
     "an ", OTHER),
    ("a", r"a (?=(?:8|11|18|8[0-9])(?:st|nd|rd|th|s|am|pm|[.:]\d\d)?(?:-\p{L}+| ?[ap]m\b|th\b| "
     r"(?:week|year|day|hour|minute|mile|month|metre|course|foot|inch)\b)(?! "
     r"?[x×]))", "an ", OTHER),
    ("an", r"an (?=(?:one-off|one-way|one-to-one|one-day|one-hour|once|one-stop|university|unicorn|"
     r"uniform|unique|useful|user|usual|european|union|united|eu|uk|ukulele|utensil)\b)", "a ",
     OTHER),
    ("trousers jeans scissors glasses shorts pyjamas tights", r"an? (?=(?:trousers|jeans|scissors|"
     r"shorts|pyjamas|tights|leggings|headphones|binoculars)(?: (?:in|from|for|that|with|on|and)\b|"
     rf"{END}))", "a pair of ", BUILT),
)  # fmt: skip
