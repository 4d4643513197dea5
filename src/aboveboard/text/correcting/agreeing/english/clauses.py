"""One and many, pronouns and clauses in English, as patterns (see `phrases`)."""

from aboveboard.text.correcting.agreeing.english.forms import DONE, GERUND, PAST_FORM, THIRD, VERB
from aboveboard.text.correcting.agreeing.english.phrases import BEGINS, DAYS, END
from aboveboard.text.correcting.agreeing.english.words import (
    ADJECTIVES,
    COLLECTIVES,
    PERSONS,
    PLURAL,
    PURE,
    SINGULAR,
    TIRED,
)
from aboveboard.text.correcting.agreeing.why import (
    AGREE,
    BUILT,
    FORM,
    MARK,
    OTHER,
    SOUND,
    STANDARD,
    TWO,
    USED,
)

_DET = "the|our|your|my|his|her|their|a|an|this|that|these|those|some|any|all"
_NUM = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|"
    r"fifty|sixty|several|many|a few|\d+)"
)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_WAS = "is|are|was|were|be|been|being|am"
_SOFT = "|".join(sorted(TIRED | ADJECTIVES - {"next", "last", "first", "other", "main", "same"}))
_ALONE = "|".join(sorted(set(PURE) - COLLECTIVES))
_THING = "|".join(sorted(SINGULAR))
_EXCITED = {
    "excit": "about|to|for|by", "interest": "in", "disappoint": "with|by|that",
    "surpris": "by|that|to|at|how", "bor": "with|of|by", "annoy": "with|by|that|at",
    "thrill": "to|with|about|that", "delight": "to|with|that", "overwhelm": "by|with",
    "amaz": "by|at|how|that", "confus": "about|by", "inspir": "by", "charm": "by",
}  # fmt: skip

CLAUSES: tuple[tuple[str, str, str, str], ...] = (
    # One and many.
    ("mens womens womans childs sheeps foots tooths gooses mouses wifes lifes halfs mans peoples",
     rf"({_NUM}|some|"
     r"these|those|all|our|the|many|most|lots of|young|local|old|other|their|save|saves) "
     r"(?:(womans)|"
     rf"(childs)|(sheeps)|(foots)|(tooths)|(gooses)|(mouses)|(wifes)|(lifes)|(peoples)|(mens|"
     rf"womens))(?= (?:{PAST_FORM}|{GERUND}|from|in|on"
     r"|at|with|who|are|were|have|of|and|to|that|will|came|come|can|love|here|want|like|for|a|"
     r"every)\b|"
     rf"{END})(?<!\bthe peoples)", r"\1 {many:\2\3\4\5\6\7\8\9\g<10>\g<11>\g<12>}", AGREE),
    ("hundred thousand million dozen hundreds thousands", r"((?:a|an|two|three|four|five|six|ten|"
     r"several|\d+) (?:hundred|thousand|million|dozen)) of (?=(?!the|them|us|our|these|those|you|"
     r"your|their|his|her|my)\p{L}+)", r"\1 ", BUILT),
    ("hundreds thousands", r"((?:two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|\d+) "
     r"(?:hundred|thousand|million))s (?=\p{L}+s\b|people\b|pounds\b|euros\b)", r"\1 ", AGREE),
    ("days weeks hours years minutes months miles", r"(an?|our|this|the) ((?:two|three|four|five|"
     r"six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|\d+)) (day|week|hour|year|minute|"
     r"month|mile)s (?=(?:walk|drive|course|workshop|tour|trip|visit|break|contract|journey|ride|"
     r"class|lesson|old|stay|festival|event|holiday|programme|session|hike|guarantee|warranty|"
     r"project|wait|film)\b)(?<!\b(?:our|this|the) (?:\d+|\p{L}+) \p{L}+ )", r"\1 \2-\3 ", BUILT),
    ("others", r"(?<!\b(?:each|the|an) )others (?=(?:people|shops|places|children|countries|things|"
     r"members|students|events|towns|villages|customers|cakes|products|dogs)\b)", "other ", AGREE),
    ("an", r"an other (?=\p{L})", "another ", TWO),
    ("one each every", rf"(one|each|every one|either|neither) of (our|my|your|their|the|these|his|"
     rf"her) ((?:new |young |local |regular |lovely |best |older? "
     rf")?)({'|'.join(sorted(PERSONS))})(?= (?:sent|told|said|{PAST_FORM}|{THIRD}|has|is|was|will|"
     rf"can)\b)", r"\1 of \2 \3{many:\4}",
     AGREE),
    # Pronouns, negation, words apart.
    ("us", rf"{BEGINS}us (?=(?:volunteers|locals|bakers|teachers|parents|gardeners|girls|boys|lads|"
     rf"women|mums|dads|farmers|musicians|artists|makers|villagers|northerners|runners|cyclists|"
     rf"walkers|grown-ups|nurses|staff|neighbours|players|knitters|singers|dancers|Brits|two|"
     rf"three|four) (?:{VERB}|are|have|will|can|were|had|all|always|never|do|still|"
     rf"{PAST_FORM})\b)", "we ",
     STANDARD),
    ("me him her them", rf"{BEGINS}(?:me and (him|her|them)|(him|her|them) and (?:me|i)|(he|she) "
     rf"and me|me and (he|she)) (?=(?:{PAST_FORM}|{VERB}|are|were|have|will|can|had|both|also|"
     rf"always|never)"
     r"\b)", r"{he:\1\2\3\4} and I ", STANDARD),
    ("me", rf"{BEGINS}me and ((?:my|the|our) \p{{L}}+|(?-i:\p{{Lu}})\p{{L}}+) (?=(?:{PAST_FORM}|"
     rf"are|"
     r"were|have|will|had|run|sell|make|bake|love|want|live|work|always|both|also)\b)",
     r"\1 and I ",
     STANDARD),
    ("nothing nobody nowhere none", r"((?:\p{L}+n['’]t|cannot|never) (?:(?!but\b|if\b|because\b|and"
     r"\b|or\b|that\b|is\b|was\b|when\b|so\b|do\b|doing\b|say\b|saying\b|for\b|from\b|like\b|"
     r"about\b|mean\b|if\b|who\b|what\b|it\b|there\b)\p{L}+ ){1,3})(nothing|nobody|nowhere)(?! "
     r"(?:but|wrong|to do with|less|more|short)\b)(?<!\bnever (?:know|"
     r"knew).*)", r"\1#\2", STANDARD),
    ("one body", r"(some|any) (one|body) (?=(?:know|knows|find|found|else|have|has|seen|"
     r"want|wants|need|needs|interested|who|up for|lost|fancy|got|can|going|coming|like|is|looking|"
     r"able|wishing|left|missing|use|remember|please|came|asked|told)\b)", r"\1\2 ", TWO),
    ("body", r"no body (?=(?:knows|knew|came|comes|likes|wants|told|else|can)\b)", "nobody ", TWO),
    ("body", r"every body (?=(?:loves|wants|knows|came|enjoyed|had|who)\b)", "everybody ", TWO),
    ("thing", r"(any|some|every) thing (?=(?:is|was|else|about|you|we|to|for|from|special|new|in|"
     r"has|on)\b)(?<!every thing (?:you|we|is|in|on|about|to).*)(?<!every thing "
     r")", r"\1thing ", TWO),
    ("ready", rf"({_WAS}|has|have|\p{{L}}+['’](?:s|re|ve)) all ready (?=(?:gone|{DONE}|full|half|"
     rf"on sale|"
     r"here|open|over|sold out)\b)", r"\1 already ", TWO),
    ("maybe", r"(there|it|that|this|which|you|we|they|he|she|i|who) maybe (?=(?:a|an|some|no|the|"
     r"able|interested|wondering|aware|eligible|surprised|asked|delays?|changes|too|in|late|small|"
     r"new|closed|cancelled|subject|possible|different|on|available|few|other|more|very|"
     r"required)\b)(?<!\b(?:is|are|see|like|love|for|with|of|and|or|do|want|says?|than|to|all|"
     r"only|just) (?:there|it|that|this|you) maybe )", r"\1 may be ", TWO),
    ("may", rf"{BEGINS}may be (?=(?:we|you|it|they|i|there|one day|next|it['’]s|you['’]re)\b)",
     "maybe ",
     TWO),
    ("noone thankyou aswell infact incase eachother atleast alright everytime upto eachothers "
     "inspite abit aslong", r"(?:((?-i:noone))|(aswell)|(infact)|(incase)|(eachother)|(atleast)|"
     r"(everytime)|(abit))",
     r"{apart:\1\2\3\4\5\6\7\8}", TWO),
    ("wont cant", rf"(wo|ca)nt (?=(?:be|have|{VERB}|wait)\b)(?<!\ba wont )", r"\1n't ",
     MARK),
    ("dont doesnt didnt isnt wasnt arent werent couldnt wouldnt shouldnt hasnt havent hadnt aint",
     r"(do|does|did|is|was|are|were|could|would|should|has|have|had)nt", r"\1n't",
     MARK),
    ("youre theyre weve ive youve theyve youll theyll thats whats heres theres",
     r"(?:(you|they)(re)|(we|i|you|they)(ve)|(you|they)(ll)|(that|what|here|there)(s))",
     r"\1\3\5\7'\2\4\6\8", MARK),
    ("every days", r"every day['’]s(?= life\b)|everydays", "everyday", TWO),
    ("do does did done doing", r"((?:i|we|you|they|all|to|don['’]t|can|will|often|always|"
     r"sometimes|never|people|everyone|didn['’]t|could|would|might|may|who|must) )do((?: (?:a|an|"
     r"the|some|any|many|no|same|another|big|lots of|silly|your|my|our))*) (?=(?:mistakes?|"
     r"decisions?|differences?|noise|effort|wish|choice|promise|appointment|reservation|"
     r"suggestions?|exceptions?)\b)(?<!\b(?:what|how|why|where|when) )", r"\1make\2 ", OTHER),
    ("did", r"((?:i|we|you|they|who|he|she) )did((?: (?:a|an|the|some|many|another|big|silly|"
     r"little))*) (?=(?:mistakes?|decisions?|difference|effort|wish|promise|appointment|"
     r"reservation|suggestion|exception)\b)", r"\1made\2 ", OTHER),
    ("make makes made", r"(?:(make)|(makes)|(made)) ((?:my |your |his |her |their |our |the |some "
     r")?"
     rf"(?:homework|housework|laundry|yoga|sports?|gymnastics)){END}", r"{do:\1\2\3} \4", OTHER),
    ("enough", rf"((?:{_WAS}|\p{{L}}+['’](?:s|re|m)|not|isn['’]t|feel|feels|looks?|get|gets)) "
     rf"enough ({_SOFT})(?={END}| (?:for|to)\b)(?<!\bthere (?:is|are|was|were|isn['’]t) .*)",
     r"\1 \2 enough",
     BUILT),
    ("excited interested", r"(an?|some|this|our|very|more|the most|lots of|such|other) (excit|"
     r"interest|disappoint|bor)ed (?=(?:news|event|events|opportunity|opportunities|project|"
     r"projects|day|time|journey|announcement|match|game|menu|talk|article|facts?|story|stories|"
     r"exhibition|book|things?|plans|weekend|year|new \p{L}+|result|idea|ideas|"
     r"place)\b)", r"\1 \2ing ", OTHER),
    *((f"{one}ing", rf"((?:i['’]m|we['’]re|i am|we are|i was|we were|they are|they['’]re|she was|"
     rf"he was|you are|you['’]re)(?: (?:so|very|really|super|always|all|also|both|too))?) {one}ing "
       rf"(?=(?:{after})\b)", rf"\1 {one}ed ", OTHER) for one, after in _EXCITED.items()),
    # Sentences of several parts.
    ("what where when how why who", rf"(?<=\b(?:know|sure|wonder|wondering|remember|tell me|tell "
     rf"us|idea|guess|explain|find out|see|ask|understand|know exactly|ask us|show us|show you|"
     rf"learn|discover|tell you) )(what|where|when|how|why|what time|how much|how many \p{{L}}+|"
     rf"which \p{{L}}+) (?:(can|could|should|will|would)|do) (i|you|we|they) (?=(?:{VERB}|be|"
     rf"have)\b)", r"\1 \3 \2 ", BUILT),
    ("what who where", rf"((?:can you|could you|please|to|us|and|do you|would you|i['’]ll|"
     rf"we['’]ll) ?(?:tell us|tell me|know|remember|guess|find out|share|show us)|tell (?:us|me)|"
     rf"let us know|let me know) (what|who|where) (is|are|was) ((?:your|our|his|her|their|my)(?: "
     rf"\p{{L}}+){{1,4}}){END}",
     r"\1 \2 \4 \3", BUILT),
    ("what where when how why", rf"{BEGINS}(what|where|when|how|why|how much|how many \p{{L}}+|"
     rf"which \p{{L}}+) (you|we|i|they) (would|can|could|will|should|are|were)(?= (?!is\b|"
     rf"was\b)\p{{L}}[^.!?\n,"
     r"—–;:]*\?)(?![^.!?\n]*\b(?:is|was|matters|makes|means|depends|says|counts|do)\b)",
     r"\1 \3 \2",
     BUILT),
    ("what where when how why", rf"{BEGINS}(what|where|when|how|why|how much|how many \p{{L}}+|"
     rf"which \p{{L}}+) (you|we|i|they) (think|want|like|need|live|prefer|recommend|say)(?=(?: "
     rf"(?!is\b|was\b)"
     r"\p{L}[^.!?\n,—–;:]*)?\?)(?![^.!?\n]*\b(?:is|was|matters|makes|means|depends|says|counts)\b)",
     r"\1 do \2 \3", BUILT),
    ("if", r"(if (?:it|the weather|there)) will (?=(?:rain|snow|get|become|stay)\b(?! (?:help|"
     r"easier))[^.!?\n]*, )(\p{L}+)", r"\1 {s:\2}", BUILT),
    ("if", r"(if (?:it|the weather)) will be (?=[^.!?\n]*, (?:we|you|the|our|they|i)\b)", r"\1 is ",
     BUILT),
    ("when soon until after before once", rf"((?:as soon as|until|(?<!\bfor )once|{BEGINS}(?:when|"
     rf"after|before)) (?:you|we|they|i)) will (?=(?:{VERB}|have)\b[^.!?\n]*(?:, |[.!]|"
     rf"$))(?<!\b(?:know|tell|ask|say|"
     r"wonder|see) .*)", r"\1 ", BUILT),
    ("as", r"(as soon as|until) (he|she|it|everything|everyone) will (?=be\b)be", r"\1 \2 is",
     BUILT),
    ("if", r"(if (?:we|i|they)) will (?=(?:have|get|be|win|see|find|sell|raise|reach|"
     r"need)\b[^.!?\n]*, (?:we|i|they|you)(?:['’]ll| will)\b)(?!be (?:able|"
     r"late))(?!be\b)", r"\1 ", BUILT),
    ("if", r"(if i) would be you", r"\1 were you", BUILT),
    ("if", r"(if (?:i|we|they|you)) would have (?=(?:a|more|the|some|enough|time|money|space|"
     r"known)\b[^.!?\n]*(?: would|['’]d)\b)", r"\1 had ", BUILT),
    ("how", rf"{BEGINS}how do (you|we|they) call (?=(?:this|that|these|those) )",
     r"what do \1 call ", BUILT),
    ("how", r"how (is|are|was) ((?:it|he|she|they|this|that)|(?:your|the|this|that) \p{L}+) called",
     r"what \1 \2 called", BUILT),
    ("does", rf"((?:know|sure|wonder|remember|tell me|tell us|idea|guess|explain|find out|ask) "
     rf"(?:what|where|when|how|why|what time|how much|how long)) does ((?:it|he|she|everyone|"
     rf"(?:{_DET})(?: \p{{L}}+){{1,2}})) ({VERB}|cost)(?={END}| (?:in|on|at|to|for|with|"
     rf"from)\b)", r"\1 \2 {s:\3}", BUILT),
    ("is are was were", rf"{BEGINS}((?:is|was|are|were) (?:this|that|it|these|those)) you['’]re "
     rf"(?=\p{{L}})",
     r"\1 your ", SOUND),
    ("there", rf"{BEGINS}there (?=(?:{_THING}) (?:is|was|has|will|loves|needs|looks)\b)", "their ",
     SOUND),
    ("to", r"((?:bring|brings|invite) (?:a|the|your|some|my)(?: \p{L}+){1,2}) to(?=\s*[!.](?!\.))",
     r"\1 too",
     SOUND),
    ("are", rf"{BEGINS}((?:we|i)(?: have|['’]ve)? (?:just )?(?:{PAST_FORM}|love|need)) are "
     rf"(?=\p{{L}})",
     r"\1 our ", SOUND),
    ("principle", r"principle of (?=(?:our|the|a|this|my) (?:\p{L}+ )?(?:school|college|"
     r"academy)\b)",
     "principal of ", SOUND),
    ("complements", r"(your|kind|these|nice|many|lovely) complements(?! (?:the|our|your|a)\b)",
     r"\1 compliments", SOUND),
    ("all", rf"(all (?:our|the|my|your|these|those)) ((?:(?:{_SOFT}) )*)({_THING}) (?=(?:are|were|"
     rf"have)\b)",
     r"\1 \2{many:\3} ", AGREE),
    ("scissors trousers jeans shorts clothes stairs", rf"{BEGINS}((?:the|my|our|your|these|all) "
     rf"(?:scissors|"
     r"trousers|jeans|shorts|clothes|stairs)) (is|was|has)", r"\1 {are:\2}", AGREE),
    ("people", rf"{BEGINS}((?:(?:the|these|many|some|most|young|old|our|local|all) )?people) (is|"
     rf"was|has)",
     r"\1 {are:\2}", AGREE),
    ("is was", r"(there) (is|was) (?=(?:a lot of|lots of|plenty of|loads of|dozens of|hundreds of|"
     r"so many|too "
     rf"many|a few) (?:(?:{_SOFT}) )*(?:people|{'|'.join(sorted(PLURAL))})\b)", r"\1 {are:\2} ",
     AGREE),
    ("me", rf"{BEGINS}((?-i:\p{{Lu}})\p{{L}}+|(?:my|our) \p{{L}}+) and me (?=(?:{PAST_FORM}|are|"
     rf"were|have|"
     r"will|had|would|can)\b)", r"\1 and I ", STANDARD),
    ("self selves", r"(my|your|him|her|it|them|our) (self|selves)(?= (?:at|in|to|for|and|a|an|the|"
     r"with|on|if"
     rf"|from|some)\b|{END})", r"\1\2", TWO),
    ("a", r"a (?=(?-i:(?!and|any|are|all|also|only|into|even|each|every|either|other|over|one|"
     r"once|our|eu|ewe|also|about|after|again|among|around|away from|else|except|onto|off|"
     r"out)[aeio]\p{Ll}{2,}|umbrella|uncle|understanding|unusual|update|upgrade|urgent|ugly|"
     r"unforgettable|upcoming|underground|unexpected|urban)\b)", "an ", OTHER),
    ("an", r"an (?=(?-i:[bcdfgjklpqtvwyz]\p{Ll}{3,}|[mnrs][aeiou]\p{Ll}{2,})\b)", "a ", OTHER),
    ("because", r"because is (?=(?:a|an|very|so|too|the|not|raining|important|closed|really|it|my|"
     r"our)\b)", "because it is ", BUILT),
    ("why", rf"((?:know|sure|wonder|wondering|tell me|tell us|ask|asking|idea) why) (is|are|was|"
     rf"were) ((?:{_DET}) \p{{L}}+) (?=(?:so|still|not|closed|open|"
     rf"{_SOFT})\b)", r"\1 \3 \2 ", BUILT),
    ("until soon once after before when", rf"((?:as soon as|until|(?<!\bfor )once|{BEGINS}(?:when|"
     rf"after|before)) (?:you|we|they|i))['’]ll (?=(?:{VERB}|have)\b)", r"\1 ", BUILT),
    ("is", rf"{BEGINS}is (?=(?:nice|good|great|lovely|important|possible|better|necessary|easy) "
     rf"to\b[^?\n.!]*[.!])",
     "it is ", BUILT),
    ("he she", rf"{BEGINS}((?:my|our) (?:{'|'.join(sorted(PERSONS))})) (?:he|she) (?=(?:{THIRD}|"
     rf"is|was|has)\b)",
     r"\1 ", BUILT),
    ("is was", rf"((?:where|how much|when|how) )(is|was) ((?:the|our|your|my) "
     rf"(?:{'|'.join(sorted(PLURAL))}))(?={END}| (?:for|in|on|at|today|from|"
     rf"to)\b)", r"\1{are:\2} \3", AGREE),
    ("do", rf"((?:where|when|how|why|what time|what) )do (?=(?:the|our|your|my|this) (?:{_ALONE}) "
     rf"(?:{VERB})(?:{END}|"
     r" (?:on|in|at|to|for|with|from|by)\b))", r"\1does ", FORM),
    ("both", rf"both ({_THING}) (?=(?:are|were|have)\b)", r"both {many:\1} ", AGREE),
    ("of", rf"((?:lots|a lot|plenty|loads|dozens|hundreds|a couple) of) "
     rf"({'|'.join(sorted(PERSONS))})(?={END}| (?:came|"
     r"come|are|were|have|in|on|at|and|who|from|to|with|every|for)\b)", r"\1 {many:\2}", AGREE),
    ("patient", r"((?:thank you|thanks)(?: so much| all)? for (?:your|the)) patient(?! "
     r"\p{L}+(?:ing|s)\b)",
     r"\1 patience", SOUND),
    ("inconvenient", r"(the|any|for|an) inconvenient(?= (?:caused|this|while|we)\b|\s*[.!,])",
     r"\1 inconvenience",
     OTHER),
    ("an", r"an (?=(?:hundred|house|holiday|home|hot|huge|happy|high|half|hand|hard|handmade|"
     r"healthy|hen|hill|hobby|hole|horse|human|hall|hamper|hat|hedgehog|home-made|homemade|"
     r"helpful)\b)", "a ", OTHER),
    ("opened", rf"(is|are) opened (?=(?:from \d|daily|every day|until|till|all day|between|(?:on "
     rf")?(?:{DAYS})s|\d days"
     r")\b)", r"\1 open ", OTHER),
    ("at", rf"at (?=the \d{{1,2}}(?:st|nd|rd|th)(?: of)? (?:{_MONTHS})\b)", "on ", USED),
    ("end", rf"in (?=the end of (?:the|this|our|{_MONTHS}|next)\b)", "at ", USED),
    ("it that this", r"(?<=(?:^|[.!?\n] ?|, |\b(?:and|but|because|so) ))(?:(it) (mean|look|taste|"
     r"smell|make|take|need|sound|seem|help|happen|depend|come|give)|(that|this) (mean|seem|"
     r"depend|happen|sound)) (?=(?:an?|the|so|great|like|to|good|lovely|us|me|amazing|delicious|"
     r"you|we|that|on|from|very|really|all|from|with)\b)",
     r"\1\3 {s:\2\4} ", FORM),
    ("agree", r"(i|we|they)['’](?:m|re) agree", r"\1 agree", BUILT),
    ("born", r"(i|he|she|we|they|who) (?:am|is|are) born (in (?:\d{4}|(?-i:\p{Lu})\p{L}+)|on)",
     r"{was:\1} born \2", BUILT),
    ("very", rf"(like|love|enjoyed|liked|loved|enjoy) very much ((?:{_DET}) \p{{L}}+){END}",
     r"\1 \2 very much", BUILT),
    ("always usually never", rf"{BEGINS}(i|we|they|you) (open|use|make|sell|bake|serve|close|cook|"
     rf"eat|drink|buy|need|bring|find|get|give|keep|choose|take|play|offer) (always|usually|never) "
     rf"(?=(?:{_DET}"
     r"|fresh|at|on|in|with|it|local|good|them)\b)", r"\1 \3 \2 ", BUILT),
    ("having", rf"((?:we|i|you|they) (?:are|am)|(?:we|you|they)['’]re|i['’]m) having (?=(?:{_NUM}|"
     rf"some|"
     r"only|still|a|no|lots of) (?:\p{L}+ ){0,2}(?:rooms?|tables?|places?|seats?|spaces?|tickets?|"
     r"dogs?|cats?|shops?|children|vacancies|bikes?|spots?|slots?)\b(?: (?:free|left|available|in|"
     r"and|for|on)\b"
     rf"|{END}))", r"{have:\1} ", BUILT),
    ("believing belonging knowing owning containing consisting preferring understanding possessing "
     "wanting needing agreeing", r"((?:i|we|they|you) (?:am|are)|i['’]m|(?:we|they|you)['’]re|"
     r"(?:he|she|it) is|\p{L}+ is|\p{L}+s are) (?=(?:believing|belonging|knowing|owning|"
     r"containing|consisting|preferring|understanding|possessing|agreeing)\b)(\p{L}+)(?= (?:two|"
     r"three|four|many|\d+|some|to|that|in|of|the|our|a|you|it|this|with|how|all|"
     r"everyone)\b)", r"{simply:\1 \2}", BUILT),
)  # fmt: skip
