"""English words in the wrong place or form, as patterns like those of `phrases`."""

from aboveboard.text.correcting.agreeing.english.phrases import BEGINS, DAYS, END, LATER
from aboveboard.text.correcting.agreeing.why import (
    AGREE,
    BUILT,
    FORM,
    OTHER,
    SOUND,
    STANDARD,
    TWO,
    USED,
)

_DETS = "the|our|your|my|their|his|her|this|these|those"
_DOING = (
    "looking|waiting|searching|wondering|thinking|planning|struggling|hunting|deciding|working|"
    "learning|trying|missing|using|living|getting|feeling|sitting|coming|going|after|unsure|new|"
    "not|in (?:bed|town|two minds)"
)
_KNOWS = (
    "know|sure|wonder|wondering|remember|tell me|tell us|show you|no idea|forgotten|explain|"
    "find out|asking"
)
_SOME = (
    "dogs|cats|pets|kids|children|adults|beginners|families|members|teens|visitors|women|men|"
    "seniors|everyone|students|toddlers|babies|grown-ups"
)
_OWNED = (
    "bread|car|dog|cat|house|garden|story|name|attempt|record|book|books|cake|cakes|paintings|"
    "photos|business|shop|daughter|son|mother|father|mum|dad|wife|husband|voice|smile|dream|bike|"
    "birthday|recipe|recipes|parents|children|kids|songs|pictures|designs|jewellery|stall"
)
_DO = (
    "is|are|was|were|has|have|had|will|can|won|starts|started|broke|went|got|made|ran|inspired|"
    "makes|sells|sold|takes|took|came|died|left|needs|appeared|helped|lives|features"
)
_MOST = (
    "oldest|biggest|largest|tallest|smallest|longest|highest|nicest|friendliest|busiest|prettiest|"
    "cheapest|greenest"
)
_BASE = (
    "leave|book|see|go|come|make|try|buy|know|get|join|learn|have|be|do|eat|find|take|bring|keep|"
    "sell|say|tell|give|visit|meet|bake|wait|pay|use|help|stay|play|register|order|park"
)
_MAKE = "make|bake|sell|work|teach|build|wait|bring|give|look for|look forward"
_NOT_ITS = "tail|paws|feathers|wings|petals|beak|whiskers|fur"
_PAST = rf"yesterday|last (?:night|week|weekend|month|year|season|{DAYS})|earlier today|in \d{{4}}"

USAGE: tuple[tuple[str, str, str, str], ...] = (
    ("there", r"(gave up|give up|giving up|bring|brings|brought|donated|donate|donating) there "
     rf"(?=(?:own|time|weekends?|evenings?|energy|free time|hearts?|{DAYS})\b)", r"\1 their ",
     SOUND),
    ("there", r"(what|when|where|why|because|if) there (?=(?:doing|saying|making|going|getting|"
     r"looking|coming|wearing|selling|planning)\b)", r"\1 they're ", SOUND),
    ("you're you’re", rf"{BEGINS}you['’]re (?=(?:feedback|support|help|order|donation|comments|"
     r"opinion|vote|ticket|tickets|kindness|patience|generosity) (?:is|are|was|matters?|means?|"
     r"makes?|will|helps?|has|have|counts?)\b)", "your ", SOUND),
    ("your", r"(if|when|whether|while|because|hope|think|know|unless|since) your (still|just|"
     rf"already|also|really|even|currently|only) (?=(?:{_DOING})\b(?! life))", r"\1 you're \2 ",
     SOUND),
    ("your", r"(if|when|once|whenever|because) your (?=(?:ready|free|hungry|bored|done|able|sure|"
     rf"late|early|lucky|happy){END})", r"\1 you're ", SOUND),
    ("it's it’s", rf"(wag(?:s|ged|ging)?|shook|shakes|flap(?:s|ped)?|spread|spreads|"
     r"lost|fluffed|folded|cleaned|licked|licking|stretched|with|by|on) "
     rf"it['’]s (?=(?:{_NOT_ITS})(?: \p{{L}}| *[.!,]))",
     r"\1 its ", SOUND),
    ("its", r"(?<=, )its (?=(?:free|delicious|amazing|official|happening|worth it|huge|fun|gone|"
     rf"back|easy){END})", "it's ", SOUND),
    ("then", rf"((?:takes? longer|{LATER}) to \p{{L}}+) then (?=(?:an?|any|the|our|your|you)\b"
     r"(?! (?:next|rest|following|whole|other|few|bit|day|week)\b))(?<!better to \p{L}+ then )",
     r"\1 than ", SOUND),
    ("depend depends depending depended", r"(depend(?:s|ing|ed)?) (?:of|from) (?=\p{L})",
     r"\1 on ", USED),
    ("responsible", r"(?<!those |people |person )responsible of (?=\p{L})", "responsible for ",
     USED),
    ("interested", r"interested on (?=(?:our|your|learning|joining|buying|this)\b)",
     "interested in ", USED),
    ("participate participating participated", r"((?:for|to|you|who|we) participat(?:e|ed|ing)) to "
     r"(?=(?:our|this|a|the|your) (?!full|end|max)\p{L})", r"\1 in ", USED),
    ("arrived arrive", r"(arrived?) to (?=(?:the|our|your|this) (?:venue|shop|station|airport|"
     r"hotel|office|party|market|event|fair|museum|club|beach|stadium|restaurant|stall)\b)",
     r"\1 at ", USED),
    ("listen", r"listen (?=(?:the|our|this|my) (?:new|latest|podcast|episode|song|music|show|"
     r"track|album)\b)", "listen to ", USED),
    ("explain", r"explain (me|us) (?=(?:the|how|what|why|that|your|this)\b)", r"explain to \1 ",
     USED),
    ("is are was were", rf"((?:{_KNOWS}) (?:where|when|how)) (is|are|was|were) "
     rf"((?:{_DETS})(?: \p{{L}}+){{1,4}}){END}"
     rf"(?<!\b(?:best|going|to be|now|and|time|day)\b.{{0,60}})",
     r"\1 \3 \2", BUILT),
    ("does", rf"((?:{_KNOWS}) (?:where|when|how|why|what time)) does (it|he|she) (?=(?:open|"
     r"close|start|finish|begin|cost|work|end|take|sell|live)\b)(\p{L}+)", r"\1 \2 \3s", BUILT),
    ("women", r"((?:are you|i am|i['’]m|she is|she['’]s|he is|he['’]s|as|being|to be|"
     r"become|became) an?(?: young| local| strong| busy| great| lovely)?) women "
     r"(?=(?:in|who|with|of|from|that|looking|over|aged|and)\b)", r"\1 woman ", AGREE),
    ("men", r"((?:are you|i am|i['’]m|she is|she['’]s|he is|he['’]s|as|being|to be|"
     r"become|became) an?(?: young| local| strong| busy| great| lovely)?) men "
     r"(?=(?:in|who|with|of|from|that|looking|over|aged)\b)", r"\1 man ", AGREE),
    ("childrens", r"childrens (?=(?:are|were|love|loved|have|will|can|enjoyed|came)\b)",
     "children ", AGREE),
    ("who's who’s", rf"who['’]s (?=(?:{_OWNED})"
     rf"(?: (?!who|that|\p{{L}}+(?:ing|er)\b)\p{{L}}+)? (?:{_DO})\b)",
     "whose ", SOUND),
    ("to", r"(love (?:it|them|you|this)|(?<!you )(?:are|is) (?:all |very |always |most )?welcome|"
     rf"(?:open|welcome|fun|great|perfect|free|available) (?:to|for) (?:\p{{L}}+ ){{0,2}}"
     rf"(?:{_SOME})) to(?=\s*(?:!|\.(?!\.)))", r"\1 too", SOUND),
    ("to", r"((?:it|that|water|weather|soup|tea|day) (?:is|was|gets)|it['’]s|not|far) to "
     r"(?=(?:cold|hot|warm|fast|slow|late|tight|wet|windy|busy) (?:to|for|outside|today)\b)",
     r"\1 too ", SOUND),
    ("oldest biggest largest tallest smallest longest highest nicest friendliest busiest prettiest "
     "cheapest greenest", rf"(visited|visit|visiting|saw|found|climbed|have|near|opened|is|it['’]s|"
     rf"explore|explored|see) (?=(?:{_MOST}) \p{{Ll}}+(?<!s) (?:in|of) (?!all\b)\p{{L}})"
     r"(?<!\b(?:our|your|whose|my|the|\p{L}+['’]s|s['’]) .{0,12})", r"\1 the ", BUILT),
    ("best", r"((?:it|this|that) is|(?:it|that)['’]s|we have) (?=best (?:cake|coffee|place|shop|"
     r"café|restaurant|bakery|market|pizza|pub) in\b)", r"\1 the ", BUILT),
    ("were", r"(guess|(?:you|don['’]t|to|not) know|remember|let us know|tell us|show us|sure|"
     r"find out|idea|wondering) were (?=(?:we|we['’]re|you|you['’]re|it|it['’]s|they|they['’]re|"
     r"i|i['’]m|he|she)\b(?! to\b| not\b))", r"\1 where ", SOUND),
    ("were", r"((?:you|don['’]t|to|not) know|sure) were (?=to (?:park|find|go|buy|get|start|look|"
     r"eat|stay|send|meet)\b)", r"\1 where ", SOUND),
    ("were", r"(guess where|know where) were (?=(?:going|filming|heading|opening|moving|off|"
     r"playing)\b)", r"\1 we're ", SOUND),
    ("we're we’re", rf"{BEGINS}we['’]re (?=(?:did|do|does|can|will|is|are|was|were) \p{{L}})",
     "where ", SOUND),
    ("than", r"((?:twice|times|just|nearly|almost|half|not|isn['’]t|is|are|was|were|quite) as "
     r"(?!other|more|less|well|soon)\p{L}+(?<!er)) than (?=\p{L})", r"\1 as ", BUILT),
    ("lead", r"(coach (?-i:\p{Lu})\p{L}+|captain (?-i:\p{Lu})\p{L}+|captain|coach|he|she|who|"
     r"and (?-i:\p{Lu})\p{L}+) lead (?=(?:the|us|our|his|her|their|them|a)\b[^.!?\n]{1,60}"
     rf"\b(?:{_PAST})\b)(?<!\b(?:let|see|saw|watch|watched|help|helped|had|made|did|make|will|can|"
     r"may|should) .{0,24})", r"\1 led ", SOUND),
    ("him me them her", r"(?<=(?:^|[.!?\n] ?|today |now |yesterday |so ))(h)im (and "
     r"(?:(?:his|her|my) )?\p{L}+(?: (?-i:\p{Lu})\p{L}+)? (?:are|run|sell|went|make|have|will|won|"
     r"started|love|opened|were|built|bake|play|came|met)\b)", r"\1e \2", STANDARD),
    ("me", rf"{BEGINS}me (and (?:my|the) \p{{L}}+) (?=(?:are|run|sell|went|make|have|will|won|"
     r"started|love|opened|were|built|bake|came)\b)", r"I \1 ", STANDARD),
    ("of", r"((?:get|grab|enjoy|claim) (?:up to |an extra )?\d+ ?%) of (?=(?:your (?:first|"
     r"next) (?:order|purchase|booking|visit|shop|stay)|(?:all|everything|selected|any)\b"
     r"[^.!?\n]{0,60}\b(?:code|weekend|today|until|sale|week|friday|month)\b))", r"\1 off ",
     SOUND),
    ("do", rf"{BEGINS}(he|she) do (?=(?:a|the|not|an|it|all|our|this|amazing|great)\b)",
     r"\1 does ", FORM),
    ("who", rf"{BEGINS}who (want|need|know)(?= (?:to|an?|some|how|the|our)\b)", r"who \1s", FORM),
    ("excepted", r"(we|i|he|she|they|has|have|was|were|proudly) excepted (?=(?:the|an?|our|my|his|"
     r"her|by|into|onto)\b)", r"\1 accepted ", SOUND),
    ("effort", r"(can|can['’]t|could|cannot|couldn['’]t) effort (?=(?:to|an?|the|it|this|new)\b)",
     r"\1 afford ", SOUND),
    ("loose", rf"{BEGINS}loose (?=(?:weight|your (?:keys|phone|ticket)|the pounds)\b)", "lose ",
     SOUND),
    ("use", rf"{BEGINS}(we|they) use to (?=(?:live|be|think|love|have)\b)", r"\1 used to ", FORM),
    ("to", r"((?:we|you|they|i|he|she) (?:must|should|can|could|may)) to "
     rf"(?=(?:{_BASE})\b)", r"\1 ", BUILT),
    ("enjoy enjoyed enjoys avoid", r"(enjoy|enjoyed|enjoys|avoid) to (see|meet|bake|make|share|"
     r"be|get|have|play|work|read|walk|cook|paint|sing|dance|swim|learn|teach)\b", r"\1 ~\2",
     BUILT),
    ("for", r"(thank you|thanks)( so much| all| again)? for (come|join|be|make|give|choose|bring|"
     r"follow|read|attend|take|donate|participate|have)(?= (?:to|us|our|the|here|part|with|in|this|"
     rf"your)\b|{END})", r"\1\2 for ~\3", BUILT),
    ("before", rf"{BEGINS}before to (leave|go|come|book|buy|visit|start|order|make|eat)",
     r"before ~\1", BUILT),
    ("since", r"(we|they|you|i|doors|shops) (?:are|am) (open|here|closed|together|in business|"
     r"married) since (?=\d{4}|last|\p{L}+day\b|january|march|june|july|august)",
     r"\1 have been \2 since ", BUILT),
    ("since", r"(it|he|she|shop|bakery|café|studio|road|bridge|market|garden|museum|library) is "
     r"(open|here|closed|in business|married) since (?=\d{4}|last|\p{L}+day\b|january|march|june)",
     r"\1 has been \2 since ", BUILT),
    ("every each", rf"(every|each) ({DAYS})s(?!['’])", r"\1 \2", AGREE),
    ("on", r"((?:open|start|begin|close|finish)(?:s|es|ing)?|meet) on "
     r"(?=\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b)", r"\1 at ", USED),
    ("exited", r"((?:i|we)['’](?:m|re)|so|very|really|are|am) exited (?=(?:to|about|for)\b)",
     r"\1 excited ", SOUND),
    ("every", r"every one is (?=(?:welcome|invited)\b)", "everyone is ", BUILT),
    ("tune", r"stay tune(?= for\b|\s*[.!]|$)", "stay tuned", BUILT),
    ("been", rf"((?:we|they|you|i|he|she)(?:['’]ve| have| has|['’]s) been) ({_MAKE})(?= \p{{L}})",
     r"\1 ~\2", BUILT),
    ("are", rf"((?:we|they|you) are) ({_MAKE})(?= (?:the|our|a|tickets|with|to|in|for|at|cakes)\b)",
     r"\1 ~\2", BUILT),
    ("is", rf"{BEGINS}((?:she|he) is) (make|bake|sell|work|teach|build)(?= \p{{L}})", r"\1 ~\2",
     BUILT),
    ("go", r"(i['’]m|i am|we are|we['’]re|they are) go (?=to\b)", r"\1 going ", BUILT),
    ("advise", rf"(need|needs|want|seeking|offer|offers|get|give|free) advise(?={END}| (?:on|about|"
     r"from|with|for)\b)", r"\1 advice", SOUND),
    ("close", r"((?:will be|shop is|café is|office is|library is|pool is|museum is|market is|"
     rf"we are|we['’]re)) close (?=(?:on (?:{DAYS})s?|for (?:lunch|christmas|easter|the "
     r"(?:day|week|summer|holidays?)))\b)", r"\1 closed ", OTHER),
    ("past", r"who past (?=(?:his|her|their|my|the|a) (?:driving |theory |final |piano |swimming )?"
     r"(?:test|exams?|theory|grade)\b)", "who passed ", SOUND),
    ("everyday", r"everyday (?=except\b|(?:between|from) \d)", "every day ", TWO),
    ("hope wait ready", r"(hope|can['’]t wait|are ready) (?=(?:see|meet|welcome|celebrate) "
     r"(?:you|with|all|everyone|our)\b)", r"\1 to ", BUILT),
    ("thanks invites announced", r"((?:want|like|happy|proud|delighted|excited|pleased) to) "
     r"(thank|invite|announce)(?:s|d) (?=(?:you|our|the|everyone|all|that|we)\b)", r"\1 \2 ",
     FORM),
    ("free", r"feel free to (contact|call|join|ask)ing", r"feel free to \1", BUILT),
    ("let", r"let (us|you|me) to (?=(?:help|know|try|see|show)\b)", r"let \1 ", BUILT),
    ("makes make", r"(makes?) (you|us|me) to (?=(?:smile|feel|want|laugh)\b)", r"\1 \2 ", BUILT),
    ("at", rf"(us|open|come|meet|you|back|closed) at ({DAYS})s?(?:{END}|(?= (?:at|from|morning|"
     r"evening|afternoon)\b))", r"\1 on \2", USED),
    ("everyone everybody nobody", rf"{BEGINS}(everyone|everybody|nobody) (love|like|need|want|know|"
     r"deserve)(?= (?:an?|the|to|our|this|that|how|good|cake|it|you)\b)", r"\1 \2s", FORM),
    ("every", rf"{BEGINS}every (child|member|guest|visitor|customer|player|dog|family) (need|love|"
     r"want|like|get|deserve)(?= (?:an?|the|to|our|this)\b)", r"every \1 \2s", FORM),
    ("there", rf"{BEGINS}there (?=(?:staff|team|food|coffee|service|prices|menu) (?:is|are)"
     r"\b)", "their ", SOUND),
    ("our", rf"{BEGINS}our you (?=(?:ready|coming|free|looking|a|an|going|in|feeling)\b)",
     "are you ", SOUND),
    ("hear", rf"{BEGINS}hear we (?=(?:go|are)\b)", "here we ", SOUND),
    ("hear", rf"come hear{END}", "come here", SOUND),
    ("wear", rf"{BEGINS}wear (?=(?:are|is|can|do|did) (?:you|we|the|it|i)\b)", "where ", SOUND),
    ("were", rf"{BEGINS}were (?=(?:can|do|did) (?:i|you|we|they)\b)", "where ", SOUND),
    ("to", rf"{BEGINS}to (?=(?:much|many) (?!of\b)\p{{L}}+ ?!)", "too ", SOUND),
    ("its", r"its to (?=(?:late|early|cold|hot|much|good|big|small)\b)", "it's too ", SOUND),
    ("a", r"a(?= (?:hour|honou?r|honest|heir)\b)", "an", OTHER),
    ("it's it’s", r"and it['’]s (?=(?:staff|kittens|puppies|chicks|owners?|surroundings)"
     rf"(?:{END}| (?:who|for|are|from|have)\b))", "and its ", SOUND),
    ("loose", rf"(going to|ready to|want to|not) loose{END}", r"\1 lose", SOUND),
    ("complementary", r"complementary (?=(?:drinks?|tea|coffee|breakfast|glass|cake|wi-?fi)\b)",
     "complimentary ", SOUND),
    ("stationary", r"stationary (?=(?:shop|set|sets|gifts|range|lovers|cupboard)\b)",
     "stationery ", SOUND),
    ("childs", r"(three|many|two|four|the|some|our) childs (?=(?:are|were|came|love|have|will)\b)",
     r"\1 children ", AGREE),
    ("thank", r"many thank (?=(?:to|for)\b)", "many thanks ", BUILT),
    ("have has", r"((?:we|they|i) have|we['’]ve|he has|she has|shop has) (move|launch|decide|"
     r"announce|create|receive)(?= \p{L}|[.!])", r"\1 \2d", BUILT),
    ("open", r"((?:we|they) have|we['’]ve) open (?=(?:a new|our|a second)\b)", r"\1 opened ",
     BUILT),
    ("be", r"((?:will|must|can|may|should|to) be) (announce|bake|serve|place|prepare|create|"
     r"move)(?= (?:on|in|by|at|online|fresh|daily|before|to)\b)", r"\1 \2d", BUILT),
    ("make", r"(is|are|was|were|been) make (?=(?:by|from|in|with|of)\b)", r"\1 made ", BUILT),
    ("buy", r"(can|must|may|could) be buy (?=(?:at|online|in|from|on)\b)", r"\1 be bought ",
     BUILT),
)  # fmt: skip
