"""English words that sound alike, and small words before or after others, as patterns.

Each row: words of which one must be in the text, the pattern, what to put there, and why.
"""

from aboveboard.text.correcting.agreeing.english.words import TIRED
from aboveboard.text.correcting.agreeing.why import BUILT, FORM, OTHER, SOUND, STANDARD, USED

END = r"(?=\s*(?:[.!?,;:…\n)–—\uE000]|\p{Extended_Pictographic}|$))"
DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_TIME = (
    rf"(?:night|door|week|weekend|month|year|summer|winter|autumn|spring|time|{DAYS}|morning|season|"
    r"century|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|day|christmas|easter|evening|and|to|then|but|of|in|on|at)"
)
_HAVES = (
    "own|doors|tail|wings|petals|charm|birthday|anniversary|way|name|home|debut|first|second|"
    "third|tenth|fifth|last|new|history|walls|roots|leaves|flavour|flavor|legs|nose|head|beak|"
    "old|original|final|best|owner|owners|place|customers|members|shape|colour|color|kind"
)
_YOURS = (
    "own|faces|friends?|family|kids|mum|mom|dad|mates|dog|dogs|mug|tickets?|orders?|table|seats?|names?|"
    "photos|pictures|email|phone|house|garden|car|hair|skin|favourite|favorite|next|first|last|"
    "local|shop|basket|diary|calendar|life|day|weekend|coat|shoes|boots|wellies|questions|support|"
    "comments|birthday|mother|place|spot|inbox|team|help|patience|feedback|thoughts|custom|diaries"
)
_THEIRS = (
    "own|new|old|best|favourite|favorite|kids|children|mum|dads?|homes|names|parents|help|"
    "support|hard|friends|families|faces|lovely|amazing|beautiful|final|latest|big|"
    rf"(?:last|first|next)(?! {_TIME}\b)(?= \p{{L}})"
)
LATER = (
    "better|bigger|smaller|cheaper|earlier|later|faster|slower|longer|shorter|taller|older|"
    "younger|warmer|colder|hotter|easier|harder|stronger|busier|happier|louder|higher|lower|"
    "larger|tastier|greener|sweeter|brighter|closer|sooner|worse|nicer|fresher|lighter|heavier"
)
_THAN = r"last|ever|any|usual|normal|expected|before|just|most|anyone|anything|anywhere|planned"
_TIRED = "|".join(sorted(TIRED))
_BASE = (
    "see|go|come|make|try|buy|know|get|join|learn|have|be|do|eat|hear|meet|find|take|bring|"
    "keep|sell|say|tell|give|become|add"
)
_FINE = (
    "amazing|delicious|gorgeous|beautiful|lovely|huge|brilliant|fantastic|official|free|ready|"
    "perfect|yours|open|raining|snowing|sunny|freezing|coming|closed|happening|done|over|gone|"
    "wonderful|true|great|awesome|easy|simple|worth it|finished|broken|tomorrow|tonight|today"
)

# Where a sentence begins.
BEGINS = r"(?<=(?:^|[.!?\n] ?))"

PHRASES: tuple[tuple[str, str, str, str], ...] = (
    ("its", r"its (?=(?:an?|the|been|not|so|too|never|always|almost|nearly|gonna|going to|my|our|"
     r"your|their|me|us|you|what|why|where|how|that|this|because|no|hard to|easy to|great to|"
     r"nice to|good to|lovely to|up to|all about|like|got|just|worth (?:it|a|the)|on (?:the|us)|"
     r"in (?:the|our|a)|getting|about time|here)\b(?!-))", "it's ", SOUND),
    ("its", rf"its (?=(?:{LATER}|more \p{{L}}+) th[ae]n\b)", "it's ", SOUND),
    ("its", rf"(?<=\b(?:and|but|because|if|when|so|think|hope|now|that|says|as|or) )"
     rf"its (?=(?:{_FINE}){END})", "it's ", SOUND),
    ("its", rf"(?<=(?:^|[.!?\n] ?))its (?=(?:{_FINE}){END}|(?:{DAYS})\b|time (?:to|for)\b|"
     r"(?:still|only|finally|back|really|very|good|great|nice|hard|easy|lovely|almost) "
     r"(?:a|an|the|to|on|in|at|for|here|that|not|open|going|been)\b)", "it's ", SOUND),
    ("it's it’s", r"it['’]s (?=own\b)", "its ", SOUND),
    ("it's it’s", r"(of|with|from|into|despite|during|inside|throughout|within|under) it['’]s "
     rf"(?={_HAVES})(?=\p{{L}}+ \p{{L}}|\p{{L}}+{END})", r"\1 its ", SOUND),
    ("it's it’s", r"(on|in|for|at|to|has|have|had|having|found|finds|lost|opened|opens|opening|"
     r"celebrates|celebrating|celebrated|celebrate|made|makes|changed|kept|lose|loses|got|gets|"
     r"wags|wagging|reached|reaches|spread|spreads|shows|took|takes|closes|closed|started) "
     rf"it['’]s (?=(?:{_HAVES})\b)", r"\1 its ", SOUND),
    ("your", r"your (?=(?:not|gonna|going to|never going|the|an?|so|too|invited|in(?! (?:tray|"
     r"box))|"
     r"here|always welcome|very welcome|most welcome|missing out|in luck|reading this)\b(?!-))",
     "you're ", SOUND),
    ("your", rf"your (?=welcome(?:{END}| to\b| here\b| any))", "you're ", SOUND),
    ("your", r"your all (?=(?:invited|welcome|amazing|legends|the|so|set|stars|brilliant|going|"
     r"very|absolute)\b)", "you're all ", SOUND),
    ("you're you’re", r"you['’]re (?=favou?rite (?!to|for|in|at|by|with|here|because|and)\p{L})",
     "your ", SOUND),
    ("you're you’re", r"for all you['’]re (?=(?:support|help|comments|kind|lovely|patience)\b)",
     "for all your ", SOUND),
    ("it's it’s", r"(lost|found|celebrates|celebrating|celebrate|opened|has|needs|kept|changed|for|"
     r"lose|raised|launched) it['’]s (?=(?!(?:an?|the|not|so|too|just|been|going|that|because|all|"
     r"only|always|never|really|very|time|like|easy|hard|great|good|no|my|our|your|his|her|in|on|"
     r"at|up|for|to|about|got|also|still|now|here|back|worth|free|fun|more|best|well|this|what|"
     r"gone|yours|mine|done|better|pretty|quite|as|if|one|out|over|where|why|how|when|who|we|you|"
     r"nice|bad|ok|okay|fine)\b|\p{L}+(?:ing|ed|en|ly|er)\b)(?:\p{Ll}+ )?"
     r"(?:home|sign|door|shine|sparkle|top|lid|place|logo|customers|members|roof|tenth|\p{L}+th|"
     r"opening|menu|range|prices|team|staff|base|spot|size|rivals|beauty|age|location)\b)",
     r"\1 its ", SOUND),
    ("its", r"its['’] (?=\p{L})", "its ", SOUND),
    ("your's your’s her's her’s our's our’s their's their’s", r"(your|her|our|their)['’]s",
     r"\1s", OTHER),
    ("there", r"(loved?|enjoy|enjoyed|enjoying|spent|spend|finished|had) there "
     rf"(?=(?:day|time|visit|holiday|trip|lunch|walk)(?: (?:at|in|with|here|on)\b|{END}))",
     r"\1 their ", SOUND),
    ("too", r"(come|came|coming|go|going|went|get) too (?=(?:the|our|your|my)\b)", r"\1 to ",
     SOUND),
    ("who's who’s", r"who['’]s (?=(?:birthday|turn|idea|name|dog|coat|bag|car) (?:is|was)\b)",
     "whose ", SOUND),
    ("effect", r"(not|won['’]t|doesn['’]t|didn['’]t) effect (?=the (?!change)\p{L})",
     r"\1 affect ", SOUND),
    ("breathe", r"(a deep|deep|a big|a) breathe (?=(?:and|before|in|out)\b)", r"\1 breath ",
     SOUND),
    ("it's it’s", r"it['’]s (?=forever (?:home|family)\b)", "its ", SOUND),
    ("its", r"its (?=(?:cold|hot|warm|freezing|wet|windy|sunny|dark) (?:out|outside|today|in here|"
     r"tonight|this)\b)", "it's ", SOUND),
    ("there", r"(?<=(?:^|[.!?\n] ?))there all (?=(?:handmade|homemade|\p{L}{3,}ed|free|gone|so)\b)",
     "they're all ", SOUND),
    ("there", r"(meet|met) there (?=(?:new|own|baby|first)\b(?! (?:last|this|on|at))(?= \p{L}))",
     r"\1 their ", SOUND),
    ("then", r"better late then never", "better late than never", SOUND),
    ("here", r"(wait to) here (?=(?:from|about|your|what|all)\b)", r"\1 hear ", SOUND),
    ("we've we’ve i've i’ve", r"((?:we|i)['’]ve) being (?=\p{L}+ing\b)", r"\1 been ", BUILT),
    ("whose", rf"(guess) whose (?=back(?:{END}| in\b| on\b| from\b))", r"\1 who's ", SOUND),
    ("whose", r"whose (?=leaving us\b)", "who's ", SOUND),
    ("i", r"(join|meet|with) (my \p{L}+|\p{L}+) and i (?=(?:for|at|on|this|tomorrow|tonight)\b)",
     r"\1 \2 and me ", BUILT),
    ("it's it’s", r"it['’]s (?=(?:colour|color|taste|flavour|flavor|name|size|smell|shape|price|"
     r"walls|leaves|roots|petals|owners?) (?:is|are|was|were|has|have)\b)", "its ", SOUND),
    ("who's who’s", r"who['’]s (?=tail\b)", "whose ", SOUND),
    ("then", r"(no better way to [^.!?,\n]{3,40}) then (?=(?:with|by|at|in|a|the|to)\b)",
     r"\1 than ", SOUND),
    ("lots", r"a lots of", "a lot of", BUILT),
    ("wait", r"(can['’]t wait) for (?=(?:see|meet|show|welcome|have|share|open) "
     r"(?:you|it|the|your|them|everyone|our|all)\b)", r"\1 to ", BUILT),
    ("exciting", r"((?:i['’]m|we['’]re|i am|we are)(?: so| very| really| super)?) exciting "
     r"(?=(?:to|about|for)\b)", r"\1 excited ", OTHER),
    ("interesting", r"((?:i['’]m|we['’]re|i am|we are|you are|you['’]re|if)(?: very)?)"
     r" interesting in",
     r"\1 interested in", OTHER),
    ("being", r"(?<=\p{L} )(has|have|had|we['’]ve|i['’]ve|it['’]s) being (?=(?:a|an|the|\p{L}+ed|"
     r"so|"
     r"open|made|sold|in)\b)(?<!(?:has|had) it's being )(?<!it.s being )", r"\1 been ", BUILT),
    ("where", r"(they|we) where (?=(?:so|very|all|not|both|delighted|thrilled|really|never|"
     r"lucky)\b)",
     r"\1 were ", SOUND),
    ("where", r"(?<=(?:^|[.!?\n] ?))where (?=(?:so (?:happy|excited|proud|pleased|grateful)|"
     r"(?:open|"
     r"back|closed|hiring) (?:on|from|all|until|till|every|this|for|today|tomorrow|again)|"
     r"(?:delighted|thrilled|excited|proud) to)\b)", "we're ", SOUND),
    ("were", r"(?<=(?:^|[.!?\n] ?))were (?=(?:so (?:happy|excited|proud|pleased|grateful)|(?:open|"
     r"back|closed|hiring) (?:on|from|all|until|till|every|this|for|today|tomorrow|again|with)|"
     r"(?:delighted|thrilled|excited|proud|looking|going|happy|pleased) (?:to|for)|hiring|"
     r"having an?)"
     r"\b)", "we're ", SOUND),
    ("our", r"(we|you|they) our (?=(?:open|going|so|not|all|closed|very|having|looking|happy|"
     r"delighted|now|here|hiring|back|proud|both|always)\b)", r"\1 are ", SOUND),
    ("are", r"(visit|join|at|check out|see) are (?=(?:website|stall|menu|team|page|newsletter|shop|"
     r"garden|workshop|own)\b)", r"\1 our ", SOUND),
    ("hear", rf"(click|over|around|near|right|back|up|out|down) hear{END}", r"\1 here", SOUND),
    ("here", r"(love to|forward to|like to|did you|want to|can|could) here (?=(?:from|about|your|"
     r"what|all|it|that)\b)", r"\1 hear ", SOUND),
    ("by", r"(can|can['’]t|don['’]t|please|could|will) by (?=(?:your|tickets?|one|some|them|it|"
     r"online) )(?!one )", r"\1 buy ", SOUND),
    ("no", r"(let (?:us|me|them)|don['’]t|did you|do you|didn['’]t|want to|need to) no "
     r"(?=(?:if|what|how|that|when|where|who|why|about|the|it)\b)", r"\1 know ", SOUND),
    ("new", r"(we|i|who|never|she|he|they) new (?=(?:it|that|what|you|he|she|the|how|we|they)\b)",
     r"\1 knew ", SOUND),
    ("threw", r"(go|come|walk|walked|went|all|going|browse|look|looking|right) threw "
     r"(?=(?:the|our|a|your)\b)", r"\1 through ", SOUND),
    ("peace", r"peace of (?=(?:cake|pie|art|history|toast|paper|advice|jewellery|music|bread)\b)",
     "piece of ", SOUND),
    ("brake", r"(lunch|coffee|tea|take a|a quick|a short|summer|christmas|well-earned|tea) brake",
     r"\1 break", SOUND),
    ("weak", rf"(next|last|every|this|per) weak(?={END}| (?:we|at|and|in|on|from|only|for)\b)",
     r"\1 week", SOUND),
    ("sail", rf"(jumble|bake|garage|boot|january|plant|book) sail|(?<=for )sail{END}", r"\1 sale",
     SOUND),
    ("desert", rf"(for )desert{END}|desert(?= (?:menu|wine|trolley|spoon|table)s?\b)",
     r"\1dessert", SOUND),
    ("aloud", r"(are|is|be|was|were|not) aloud(?= (?:in|on|at|to|inside|off)\b)", r"\1 allowed",
     SOUND),
    ("hole", r"the hole (?=(?:family|day|week|team|thing|time|weekend|world|year|house|town|"
     r"village|"
     r"experience|place|street|summer)\b)", "the whole ", SOUND),
    ("everyday", r"(open|fresh|baked|bake|here|available|made|it|us|work|almost|nearly|them|"
     r"closed) "
     rf"everyday(?={END}| (?:in|at|from|this|until|till|except|of|but|and|for|over)\b)",
     r"\1 every day", "These are two words."),
    ("apart", r"(be|are|being|is|was|been|become|were) apart of", r"\1 a part of",
     "These are two words."),

    ("your", r"(if|when|whether|while|because|once|hope|think|know|until|unless|like|since) your "
     r"(?=(?:feeling|looking (?:for|to|at|forward)|planning (?:a|an|to|on|the|your)|coming|able|"
     r"ready to|interested|thinking|wondering|near|at|on (?:the|your|a|holiday)|after (?:a|the)|"
     r"new to|not|unsure|around|free (?:on|to|this|for)|hungry|visiting|going|lucky|looking|"
     r"over \d|under \d|struggling|stuck|bored|passing|having|all|there|keen)\b)",
     r"\1 you're ", SOUND),
    ("you're you’re", r"you['’]re (?=own\b)", "your ", SOUND),
    ("you're you’re", r"(of|with|for|to|from|in|at|on|bring|grab|get|send|share|tell|show|book|"
     r"pick|make|let|and|is|this|are|what['’]s|invite|tag|save|use|leave|bringing|see|give|reserve|"
     rf"choose|order|all) you['’]re (?=(?:{_YOURS})\b(?! to\b))(?!(?:next|first|last) "
     r"(?:in|on|up|to)\b)"
     rf"(?!\p{{L}}+{END}(?<=(?:and|all|is) you.re \p{{L}}+))", r"\1 your ", SOUND),
    ("there", r"(sold|sells?|lost|lose|brought|brings?|bringing|found|have|has|had|love|loves|"
     r"loved|"
     r"show|showed|shared?|shown|takes?|made|makes?|making|with|of|for|celebrated?|celebrating|"
     r"opened|changed?|raised|did|done|doing|played?|enjoy|enjoyed|enjoying|used?|using|giving|"
     r"gave|give|given|finished|spend|spent|on|all|and|welcomed?|launched|released|in|earned|won|"
     rf"chose|pick|picked|choose) there (?={_THEIRS}\b)(?!own\b.{{0,9}}\bis\b)", r"\1 their ",
     SOUND),
    ("there", r"(?<=(?:^|[.!?\n] ?))there (?=own|(?:so|too|very|absolutely|both so|all so) "
     r"(?:cute|good|tasty|delicious|funny|pretty|sweet|amazing|lovely|fluffy|gorgeous)\b)",
     "they're ", SOUND),
    ("there", r"(?<=(?:^|[.!?\n] ?|\b(?:because|if|when|think|hope|says?|know) ))there "
     r"(?=(?:going to|gonna|coming|looking for|getting)\b)", "they're ", SOUND),
    ("their", r"their (?=(?:is|are|was|were|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|will be|has "
     r"been|have been|seems?|must be|might be|can be|could be|should be|may be)\b)", "there ",
     SOUND),
    ("their", r"their (?=(?:going to|gonna|not|so|too|an?|the|here|all (?:so|very|here)|coming "
     r"(?:to|on|in|from|at))\b)", "they're ", SOUND),
    ("they're they’re", r"they['’]re (?=(?:is|are|was|were|will be)\b)", "there ", SOUND),
    ("they're they’re", r"they['’]re (?=own\b)", "their ", SOUND),
    ("they're they’re", r"(of|with|for|from|in|to|on|brought|bring|lost|found|love|show|shared?) "
     r"they['’]re (?=(?:own|favourite|favorite|first|last|kids|children|parents|homes?|names|work|"
     r"new|families|friends)\b)", r"\1 their ", SOUND),
    ("then", rf"((?:more|less|fewer)(?: \p{{L}}+){{0,2}}) then (?={_THAN}\b)", r"\1 than ", SOUND),
    ("then", rf"((?:{LATER})) then (?=(?:{_THAN})\b)", r"\1 than ", SOUND),
    ("then", rf"((?:is|are|was|were|even|much|far|a bit|a lot|way|feels?|looks?|tastes?) "
     rf"(?:{LATER})) then (?=(?:the|a|our|my|your|you|we|they|i|it|that|this)\b)", r"\1 than ",
     SOUND),
    ("then", r"(more|less) then (?=(?:\d|£|€|\$|enough|welcome|happy|half|an?|one|two|three|four|"
     r"five|six|ten|twenty|fifty|hundred|you|we|just|meets|ready)\b)", r"\1 than ", SOUND),
    ("then", r"(rather|other|no later|no sooner|nothing better|no better|any other \p{L}+) then "
     r"(?=\p{L})", r"\1 than ", SOUND),
    ("than", rf"(?<=(?:^|[.!?\n] ?))(and) than\b|(since|until|till|back|now and|see you)"
     rf" than{END}",
     r"\1\2 then", SOUND),
    ("to", rf"(is|are|was|were|be|it['’]s|that['’]s|you['’]re|we['’]re|they['’]re|i['’]m|never|"
     r"(?:are|were|if) you|far|getting|feel|feeling|feels|not|looks|way|bit|little|arrived|came|"
     rf"got|just) to (?=(?:{_TIRED})(?: to \p{{L}}| for (?:the|a|you|me|us|your|my|words)\b|"
     rf"{END}))"
     r"(?<!(?:back|from|way|access|key|going) (?:is|not|was) to )", r"\1 too ", SOUND),
    ("to", r"(have|had|has|way|far|drank|ate|eaten|drunk|got|spent|spend|there['’]s|bought|made|"
     r"baked|eat|drink|takes|asking|never|there is|there was) to (?=(?:much|many)\b)"
     r"(?<!(?:access|thanks|"
     r"on its|"
     r"the) way to )", r"\1 too ", SOUND),
    ("to", r"(?<=(?:^|[.!?\n] ?))(me|us) to(?=\s*(?:[.!]|$))", r"\1 too", SOUND),
    ("too", rf"(want|wants|wanted|going|able|needs?|hope|hoping|trying|plan|planning|happy|how|"
     rf"supposed|used|ready|love|like|got|have|has|time|excited|proud) too (?=(?:{_BASE}|announce|"
     r"welcome|share|help|visit|open|book|bake|work|play|celebrate|win|thank|present)\b)",
     r"\1 to ", SOUND),
    ("too", r"(welcome|back|close|next|listen|according|down|over|on the way|invited|thanks|"
     r"addicted|due|similar) too (?=(?:the|our|all|everyone|this|my|your)\b)", r"\1 to ", SOUND),
    ("who's who’s", r"who['’]s (?=(?:idea|turn|name|names|birthday|dog|job|work|photos?|kids|"
     r"children|"
     r"mum|dad|house|car|bike|garden|fault|team|art|paintings|recipes?|cakes?|voice|music|books?)"
     r"\b(?! (?:is|of|\p{L}+ing)\b))"
     r"(?!(?:work|art|music|team|job)\b(?! (?:is|was|you|we|has|can|will)))",
     "whose ", SOUND),
    ("whose", r"whose (?=(?:coming|going|the|an?|been|joining|here|there|got|up for|your|in for|"
     rf"with (?:us|me)|excited|not)\b|(?:ready|hungry|in|thirsty)(?:{END}| for\b|"
     rf" to\b))", "who's ",
     SOUND),
    ("affect affects", r"(an|the|no|any|side|special|sound|take|takes|took|little|big|positive|"
     r"negative|knock-on|huge|real|good|full|into) (a)ffect(s?)"
     rf"(?=(?: (?:of|on|from|in|was|is|are|straight)\b|{END}))(?<!(?:not|to) (?:the|any|real).*)",
     r"\1 effect\3", SOUND),
    ("effect effects", r"(will|won['’]t|may|might|could|can|to|doesn['’]t|not) effect "
     r"(?=(?:you|us|your|our|their|everyone|anyone|opening|all|bookings|orders|me|my)\b)",
     r"\1 affect ", SOUND),
    ("of", r"((?:c|w|sh)ould(?:n['’]t)?|must(?:n['’]t)?|mightn['’]t) of (?!course|the|our|"
     r"all)(?=\p{L})",
     r"\1 have ", BUILT),
    ("i", r"between (you|\p{Lu}\p{L}+|(?:my|our) \p{L}+|him|her|them) and i(?![’'])",
     r"between \1 and me", BUILT),
    ("i", r"(for|with|from|to|like|about|joined|told|gave|showed|asked|of) (you|\p{L}+|(?:my|our) "
     rf"\p{{L}}+|him|her|them) and I{END}", r"\1 \2 and me", BUILT),
    ("suppose", r"(is|are|was|were|['’]m|['’]s|['’]re|be|not|isn['’]t|wasn['’]t|aren['’]t)"
     r" suppose to",
     r"\1 supposed to", FORM),
    ("use", r"(?<!did |didn't |didn’t )(it|there|this|that|i|he|she) use to (?=(?:be|have|live|"
     r"go|work|"
     r"stand|come)\b)", r"\1 used to ", FORM),
    ("forward", r"(look(?:ing|s|ed)?) forward (?=(?:seeing|meeting|welcoming|hearing|having|"
     r"showing|sharing|your|the|our|it|this|going|working|being|getting|catching|reading)\b)",
     r"\1 forward to ", BUILT),
    ("forward", r"(look(?:ing|s|ed)? (?:so much |really )?forward) to "
     r"(see|meet|welcome|hear|have|show|share|go|catch|be|serve|make|get) "
     r"(?=(?:you|from|your|the|all|everyone|it|our|a|to|this|back|some|there|them|with)\b)",
     r"\1 to ~\2 ", BUILT),
    ("let's let’s", r"(that|which|who|it|this|ticket|pass|app|weather|card|window) let['’]s "
     r"(?=(?:you|me|us|the|everyone|him|her|them|kids|people)\b)", r"\1 lets ", SOUND),
    ("lets", r"(?<=(?:^|[.!?,\n] ?|\b(?:so|and|but|now|ok|please) ))lets (?=(?:go|get|make|see|"
     r"hope|"
     r"do|have|start|talk|face|be|celebrate|meet|all|not|keep|take|bring|give|find|show|eat|dance|"
     r"party|play|catch|raise|fill|help)\b)", "let's ", SOUND),
    ("loose", r"(to|will|can|don['’]t|not|never|might|could|would|you|we|they|didn['’]t|won['’]t) "
     r"loose (?=(?:weight|your|my|our|the|money|time|track|sight|hope|faith|touch|interest|it|them|"
     r"out|that|their|any|a|him|her|this)\b)", r"\1 lose ", SOUND),
    ("loosing", r"loosing (?=(?:weight|money|time|my|the|to|a|our|your|it|hope|out|track|their|"
     r"interest|sleep)\b)", "losing ", SOUND),
    ("lose", rf"(too|bit|come|came|so) lose{END}|lose (fitting|leaf tea|change|ends|women)",
     r"\1loose \2", SOUND),
    ("advice", r"(would|to|can|please|we|must|strongly|should|i['’]d|we['’]d|i|will) advice "
     r"(?=(?:you|everyone|anyone|against|people|customers|visitors|all)\b)", r"\1 advise ", SOUND),
    ("advise", r"(some|any|your|an|best|good|great|free|of|the best|more|expert|friendly|for)"
     r" advise"
     rf"(?=(?: (?:on|about|from|for|is|or|and)\b|{END}))", r"\1 advice", SOUND),
    ("weather", r"weather or not", "whether or not", SOUND),
    ("weather", r"(know|ask|asked|asking|decide|sure|wonder|wondering|matter|check|unsure|deciding|"
     r"see) weather (?=(?:you|we|it|they|the|to|i|he|she|your|there|our)\b)",
     r"\1 whether ", SOUND),
    ("weather", r"(?<=(?:^|[.!?\n] ?))weather (?=(?:you|you['’]re|it['’]s|your|they['’]re) [^.!?]*"
     r"\bor\b)", "whether ", SOUND),
    ("whether", r"(the|nice|good|bad|lovely|great|sunny|this|beautiful|awful|of|what) whether"
     rf"(?=(?: (?:is|was|forecast|looks|permitting|today|for|will|stays|has|we['’]re|and)\b|"
     rf"{END}))",
     r"\1 weather", SOUND),
    ("passed", r"(half|quarter|walk|walked|walking|drive|drove|driving|went|ran|cycled|straight|"
     r"right|"
     r"strolled|go|come) passed (?=(?:the|our|a|us|my|one|two|three|four|five|six|seven|eight|nine|"
     r"ten|eleven|twelve|your)\b)", r"\1 past ", SOUND),
    ("passed", r"the passed (?=(?:year|week|month|few|two|three|four|five|six|ten|\d+|couple|"
     r"weekend|"
     r"decade|season)\b)", "the past ", SOUND),
    ("past", r"past away\b|(has|have|had) past (away|the test|my|our|his|her|their|since)",
     r"\1passed \2", SOUND),
    ("past", r"(he|she|i|they|we|you) past (?=(?:his|her|the|my|their|our|your) "
     r"(?:test|exams?|driving|theory)\b)", r"\1 passed ", SOUND),
    ("quiet", r"quiet (?=(?:a (?:few|lot|bit|while|number|sight|treat|feat)|simply|literally|often|"
     r"sure|frankly|possibly|honestly|an)\b)", "quite ", SOUND),
    ("quite", rf"(peace and|nice and|keep|kept|stay|very|so|too|it['’]s|be|really) quite{END}",
     r"\1 quiet", SOUND),
    ("accept", r"(everyone|everything|everybody|all|nothing|nobody|anything|day|week|anyone|days) "
     rf"accept (?=(?:for\b|(?:on )?(?:{DAYS})s?\b))", r"\1 except ", SOUND),
    ("except", r"(we|to|please|they|can|don['’]t|will|also|only|happily|now|gladly|cannot|"
     r"can['’]t) "
     r"except (?=(?:cash|cards?|donations|payments?|orders|bookings|returns|credit|contactless|"
     r"applications|entries|vouchers|new)\b)", r"\1 accept ", SOUND),
    ("breath", r"(to|can|can['’]t|just|you|could|please|let it|and) breath "
     r"(?=(?:in|out|easy|easily|again|deeply|better|life|new|fresh|more)\b)",
     r"\1 breathe ", SOUND),
    ("breathe", r"(a|deep|your|my|catch your|of|out of|fresh) breathe"
     rf"(?=(?: (?:of|away)\b|{END}))", r"\1 breath", SOUND),
    ("want wants wanted", rf"((?:you|we|they|i|who|to|really|don['’]t|just|also|still) "
     rf"want(?:ed)?|(?:he|she|who|everyone) wants) (?=(?:{_BASE})\b)(?<!(?:what|all|whatever)"
     rf" \p{{L}}+ "
     r"want )", r"\1 to ", BUILT),
    ("like", rf"((?:would|['’]d) (?:also |really )?like) (?={_BASE}\b)", r"\1 to ", BUILT),
    ("want invite", r"(want|wants|invite|invites) (you|them|us|everyone|him|her|people) "
     r"(?=(?:come|join|see|go|try|bring|meet|visit|know|make|be)\b)", r"\1 \2 to ", BUILT),
    ("amount", r"((?:the|large|huge|small|record|this|right|certain|limited|incredible|amazing) "
     r"amount) of (?=(?:people|tickets|visitors|customers|guests|volunteers|children|kids|cars|"
     r"books|cakes|orders|places|seats|emails|messages|friends|books|photos|plants|entries)\b)",
     r"\1@ of ", USED),
    ("no nothing nobody", r"((?:don|doesn|didn|haven|hasn|won|couldn|wouldn)['’]t(?: (?:need|want|"
     r"have|get|got|see|know|like|make|sell|use|find|do|hear))) (no|nothing|nobody|none)"
     r"(?= \p{L}| ?[.!,])(?! (?:for an answer|matter|doubt|harm|wrong|but|less|more|longer|one)\b)",
     r"\1 #\2", STANDARD),
    ("days", r"(in|back in|one of) them (?=days\b)", r"\1 those ", OTHER),
    ("ones", r"them (?=ones\b)", "those ", OTHER),
)  # fmt: skip
