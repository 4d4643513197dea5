"""English verbs and prepositions after other words, as patterns (see `phrases`).

In what stands instead {ing:…} is a verb's form in -ing; `forms.MARKS` has them all.
"""

from aboveboard.text.correcting.agreeing.english.forms import GERUND, PAST_FORM, THIRD, VERB
from aboveboard.text.correcting.agreeing.english.phrases import BEGINS, DAYS, END
from aboveboard.text.correcting.agreeing.english.words import ADJECTIVES, PARTICIPLE, TIRED
from aboveboard.text.correcting.agreeing.why import BUILT, OTHER, USED

_DET = "the|our|your|my|his|her|their|a|an|this|that|these|those|some|any|all"
_ONE = "you|us|me|him|her|them|everyone"
_WAS = "is|are|was|were|be|been|being|am"
_SOFT = "|".join(sorted(TIRED | ADJECTIVES - {"next", "last", "first", "other", "main", "same"}))
_EASY = "easy|quick|slow|safe|comfortable|regular|perfect|complete|careful|quiet|proper|direct"
_SHORT = "cheap|big|small|fast|old|tall|nice|long|warm|cold|strong|young|short|high|low|great|loud"
_ERS = "easy|happy|busy|early|tasty|pretty|healthy|friendly|heavy|dirty|spicy|lazy|noisy|funny"

BUILDING: tuple[tuple[str, str, str, str], ...] = (
    # The form after another verb or a preposition.
    ("to", r"((?:we|i|they|you|to|can|also|and|would|strongly|highly) (?:suggest|recommend|avoid|"
     r"consider)|suggests|recommends|(?<!\b(?:is|was|not|['’]s) )(?:suggested|recommended)|"
     r"avoids?|avoided|avoiding|considered|considering|enjoys?|enjoyed|dislike|practise|miss|"
     r"can['’]t help|feel like|worth|"
     rf"instead of|apart from|keep on|gave up|give up|giving up) to ({VERB})(?! or\b)",
     r"\1 {ing:\2}", BUILT),
    ("to", rf"(finish|finished|keep|kept|don['’]t mind|mind|imagine) to ({VERB})(?= (?:{_DET}|"
     rf"in|on|at|until|with|without|here)\b)(?<!\b(?:peace of|never) mind.*)", r"\1 {ing:\2}",
     BUILT),
    ("to", rf"(thanks for|thank you for|interested in|good at|great at|tired of|proud of|fond of|"
     rf"instead of|without|think(?:ing)? (?:of|about)|dream(?:ing)? of|sorry for|before|after) "
     rf"(?:to )({VERB})(?= (?:{_DET}|{_ONE}|it|in|on|at|with|to|for|here)"
     rf"\b|{END})", r"\1 {ing:\2}", BUILT),
    ("for", rf"((?:thanks|thank you)(?: so much| all| everyone)? for) (?=(?:{VERB}) (?:us|our|the|"
     rf"me|it|"
     r"this)\b)(\p{L}+)(?! the\b)", r"\1 {ing:\2}", BUILT),
    ("in", rf"(experience|interest|fun|skilled|expert|specialis(?:e|es|ed|ing)|success|help) in "
     rf"(?=(?:{VERB}) (?:{_DET}|\p{{L}}+s)\b)(\p{{L}}+)", r"\1 in {ing:\2}", BUILT),
    ("sings sing sang plays played dances speaks sleeps slept cooks works",
     r"(sings?|sang|plays|played|"
     rf"dances|speaks|sleeps|slept|cooks|works) (very|so|really) good{END}", r"\1 \2 well", BUILT),
    ("", r"(tastes?|tasted|smells?|smelled|smelt|looks?|looked|feels?|sounds?) ((?:so |very "
     r")?)(delicious|"
     rf"beautiful|wonderful|nice|amazing|perfect|great)ly{END}", r"\1 \2\3", BUILT),
    ("as", r"(more (?:people|visitors|guests|tickets|\p{L}+s)|\p{L}{2,}er) as (?=(?:last (?:year|"
     r"week|month|time)|ever|before|usual|expected)\b)(?<!\b(?:as|so|such) .{0,20})", r"\1 than ",
     BUILT),
    ("in at of", rf"(interested in|good at|great at|bad at|keen on|tired of|proud of|fond of|"
     rf"instead of|thinking of|thinking about|dream of|succeed in|excited about) (?=(?:{VERB}) "
     rf"(?:{_DET}|{_ONE}|it)\b)(\p{{L}}+)(?! all\b)", r"\1 {ing:\2}", BUILT),
    ("forward", rf"(look(?:s|ing|ed)? (?:so much |really )?forward) to ({VERB})(?= (?:{_DET}|{_ONE}"
     rf"|it|in|on|at|with|to|from|for|lots|many|some|more|new|old|everybody|everyone)\b|{END})"
     r"(?<!\bto (?:lunch|play|show|visit|walk|dance|break|help|return|work|move|start|change|"
     r"stay|swim|drink|travel|shop|wash|cook|meet|post|plan|welcome|party|design)(?=.))",
     r"\1 to {ing:\2}", BUILT),
    ("hope hopes hoped hoping decide decided decides manage managed refuse refused promise "
     "promised afford "
     "agreed", rf"(hopes?|hoped|hoping|decided?|decides|managed?|refused?|promised?|agreed|"
     rf"can['’]t afford) (?=(?:{GERUND}) (?:{_DET}|{_ONE}|it|lots|many|some|more|to|back|there|"
     rf"here|everybody|as many)\b)(\p{{L}}+)", r"\1 to {base:\2}", BUILT),
    ("to", rf"((?:want|wants|wanted|need|needs|needed|have|has|had|would like|['’]d like|plan|"
     rf"plans|try|tried|decided|able|forget|remember|hope|hoping|how|happy|ready|free) to) "
     rf"(?=(?:{GERUND})\b)(\p{{L}}+)(?= (?:{_DET}|{_ONE}|it)\b)(?<!\bto (?:painting|cooking|"
     rf"dancing|baking)\b)",
     r"\1 {base:\2}", BUILT),
    ("to", rf"((?:want|wants|wanted|need|needs|needed|have|had|would like|decided|able|hope|hoping|"
     rf"how|going|try|trying|managed) to) (?=(?:{PAST_FORM})\b)(\p{{L}}+)(?= (?:{_DET}|{_ONE}|it|in"
     rf"|on|at|with|to)\b)(?<!\bto (?:put|cut|set|let|read|come|become|run|found|lay|left|saw|"
     r"felt|fell|bound|wound|lit|limited|closed|packed|mixed|used|shared|printed|organised)\b)",
     r"\1 {base:\2}", BUILT),
    ("", rf"((?:i|you|we|they|he|she|it|who) (?:can|will|could|would|should|must|may|might|"
     rf"won['’]t|can['’]t|couldn['’]t|wouldn['’]t|shouldn['’]t|cannot)(?: also| never| always)?) "
     rf"(?=(?:{PAST_FORM}|{THIRD})\b)(\p{{L}}+)(?<! (?:put|cut|set|let|read|come|become|run|found|"
     rf"lay|left|saw|felt|fell|works|plans|plants|prints|offers|shows|matches|parks|shares|"
     rf"supplies)\b)",
     r"\1 {base:\2}", BUILT),
    ("did do does", rf"((?<!\b(?:we|you|they|i|he|she|who|it) )(?:did|do|does) (?:you|we|"
     rf"they|he|she|i|anyone|anybody|everyone)) (?=(?:{PAST_FORM}|{THIRD})\b)(\p{{L}}+)(?<! (?:put|"
     r"cut|set|let|read|come|become|run|found|lay|left|saw|felt|fell)\b)(?= \p{L}| ?\?)",
     r"\1 {base:\2}", BUILT),
    ("did", r"(did (?:you|we|they|he|she|i|anyone|anybody|everyone)) saw\b", r"\1 see", BUILT),
    ("don't don’t doesn't doesn’t didn't didn’t", rf"((?:we|i|you|they|he|she|it) (?:don|doesn|"
     rf"didn)['’]t) (?=(?:{THIRD}|{PAST_FORM})\b)(\p{{L}}+)(?<! (?:put|cut|set|let|read|come|"
     rf"become|run|"
     r"found|lay|left|saw|felt|fell)\b)(?= \p{L}| ?[.!?,])", r"\1 {base:\2}", BUILT),
    ("can could will should would may", rf"{BEGINS}((?:can|could|will|should|would|may) (?:i|you|"
     rf"we|they|he|she|anyone)) (?=(?:{PAST_FORM}|{THIRD})\b)(\p{{L}}+)(?<! (?:put|cut|set|let|"
     rf"read|come|become|run|found|"
     r"lay|left|saw|felt|fell)\b)(?= \p{L}| ?\?)", r"\1 {base:\2}", BUILT),
    ("", rf"((?:the|our|your|my) \p{{L}}+ (?:will|must|should|would|could|won['’]t|can['’]t)) "
     rf"(?=(?:{THIRD})\b)"
     r"(\p{L}+)(?<! (?:works|plans|plants|prints|offers|shows|matches|parks|shares|supplies|"
     r"leaves|means|needs)\b)(?= \p{L}|[.!,])", r"\1 {base:\2}", BUILT),
    ("have has had", rf"((?:have|has|had) (?:you|we|they|i|he|she|anyone|it) (?:ever|already|just|"
     rf"also|never)) ({'|'.join(PARTICIPLE)})(?= \p{{L}})", r"\1 {pp:\2}", BUILT),
    ("been", r"(?<!\p{L}['’])(is|are) been (?=\p{L}+(?:ed|ing|en|ne)\b|here\b|open\b|so\b|a\b|"
     r"an\b|to\b)",
     r"{be:\1} been ", BUILT),
    ("let", rf"(lets?|letting) (us|me|you|him|her|them|your \p{{L}}+|our \p{{L}}+|the \p{{L}}+) to "
     rf"(?=(?:{VERB}) )(?!work\b)", r"\1 \2 ", BUILT),
    ("makes make made", rf"(makes?|made) (you|us|me|him|her|them|people|everyone) to (?=(?:{VERB}|"
     rf"be)"
     r"\b)(?<!\bmade (?:him|her|them|us|me) to )", r"\1 \2 ", BUILT),
    ("want wants wanted like", rf"(wants?|wanted|would like|['’]d like) that (you|we|they|everyone|"
     rf"people|our \p{{L}}+) (?=(?:{VERB}|{THIRD}|have|be|feel)\b)(\p{{L}}+)(?=.)",
     r"\1 \2 to {base:\3}", BUILT),
    ("want wants invite invites encourage encouraged encourages ask allow allows expect",
     rf"(wants?|invites?|encourages?|encouraged|allows?|expects?) (you|them|us|everyone|him|her|"
     rf"people) (?=(?!do\b)(?:{VERB}) (?:{_DET}|{_ONE}|it|in|on|at|with|"
     rf"to)\b)", r"\1 \2 to ", BUILT),
    ("learn learns learned learning learnt", rf"(learn(?:s|ed|t|ing)?) (you|us|me|children|kids|"
     rf"him|her|them|people|adults) (?=(?:how )?to (?:{VERB})\b)", r"{learn:\1} \2 ", OTHER),
    ("borrow", r"(can|could|please|will|to|you|anyone|somebody|someone) borrow (me|us|him|her) "
     rf"(?=(?:{_DET}|\d)\b)", r"\1 lend \2 ", OTHER),
    ("stop", r"(never|don['’]t|didn['’]t|can['’]t|won['’]t) stop to (?=(?:grow|learn|bake|love|"
     r"play|work|improve|dance|sing|amaze|surprise|believe|dream)\b)(\p{L}+)", r"\1 stop {ing:\2}",
     BUILT),
    ("be", rf"((?:will|must|can|may|should|to|could|would|might) be) (?=(?:build|hold|send|write|"
     rf"make|"
     r"sell|buy|give|take|choose|eat|throw|draw|teach|wear|speak|see|do|keep|bring|deliver|"
     r"organise|decide|publish|collect|cancel|reduce|replace|remove|invite)\b)(\p{L}+)(?= (?:by|in|"
     rf"on|at|from|with|to|and|for|before|until|the|here)\b|{END})", r"\1 {en:\2}", BUILT),
    ("is are was were been", r"(is|are|was|were|been) (?=(?:build|hold|send|write|sell|buy|give|"
     r"take|choose|throw|draw|teach|wear|eat|invite|locate|publish|organise|deliver)\b)(\p{L}+)(?= "
     r"(?:by|in|on|at|from|with|to|for)\b)(?<!\b(?:all|what|thing|do|did|does|job|aim|plan|idea|"
     r"trick|goal|way|rule|advice)\b.*)", r"\1 {en:\2}", BUILT),
    ("interest", r"((?:am|are|is|['’]m|['’]re|be|anyone|if you are|if you['’]re)) interest in",
     r"\1 interested in", OTHER),
    ("have has", r"((?:we|they|i|you) have|\p{L}+['’]ve|(?:he|she|it) has)((?: (?:just|already|now|"
     r"also|finally|recently))?) (?=(?:accept|add|arrive|arrange|become|begin|believe|bring|build|"
     r"buy|choose|collect|decide|deliver|discover|do|eat|enjoy|expand|forget|give|go|improve|"
     r"introduce|install|invite|join|keep|learn|lose|make|meet|organise|prepare|raise|receive|"
     r"replace|sell|see|send|speak|take|teach|win|write|open|finish|start|move|change|launch|"
     r"create|announce)\b)(\p{L}+)(?<! become)(?= (?:our|the|a|an|your|this|all|up|from|over|many|"
     r"so|more|\d+)\b)(?!(?: the| our| a| all)? (?:door|day|house|mic|night|"
     r"evening)s?\b)", r"\1\2 {en:\3}",
     BUILT),
    ("sings sing sang plays played works worked cooks cooked dances danced runs",
     rf"(sings?|sang|dances?|danced|cooks|cooked|works|worked) (so |very |really )?(beautiful|"
     rf"perfect|careful|quick|slow|quiet|wonderful|amazing){END}", r"\1 \2\3ly", BUILT),
    ("", rf"((?:can|could|will|you|we) (?:also )?)({_EASY.replace('easy|', '')}) (?=(?:{VERB}) "
     rf"(?:{_DET}|{_ONE}|it|in|on|at|to|by|online)\b)(?<!\b(?:make|makes|keep|keeps|get|find) you "
     rf".*)",
     r"\1\2ly ", BUILT),
    ("easy", rf"((?:can|could|will)(?: \p{{L}}+)?) easy (?=(?:{VERB})\b)", r"\1 easily ", BUILT),
    ("high full new", r"(high)(?= recommended\b)|(full)(?= (?:booked|equipped|licensed|vaccinated)"
     r"\b)|(new)(?= (?:opened|refurbished|renovated|qualified|arrived)\b)", r"\1\2\3ly", BUILT),
    ("absolute complete total extreme incredible", rf"((?:{_WAS}|it['’]s|so|we['’]re|i['’]m|feel|"
     rf"looks?|tastes?)) (absolute|complete|total|extreme|incredible) (?=(?:{_SOFT}|delicious|"
     rf"gorgeous){END})", r"\1 \2ly ", BUILT),
    ("more", rf"more ({_SHORT})(?= than (?!an?\b|{_SOFT}\b)|{END})(?<!\b(?:no|any|the|get|some|"
     r"one|many|much) more \p{L}+)", r"{er:\1}", BUILT),
    ("more", rf"more ({_ERS})(?= than (?!an?\b)|{END})", r"{er:\1}", BUILT),
    ("most", rf"(the|our|your|my|their) most ({_SHORT}|{_ERS})(?= (?:\p{{L}}+)|{END})",
     r"\1 {est:\2}", BUILT),
    # What verbs and adjectives take.
    ("listen listens listened listening", r"(listen(?:s|ed|ing)?) (?=(?:your|our|the|this|these|"
     r"his|her|their|me|us|him|them|music|podcasts|every)\b)(?!(?:them|her|him|me|us) (?:to|"
     r"out)\b)",
     r"\1 to ", USED),
    ("wait waits waiting waited", r"(wait(?:s|ed|ing)?) (?=(?:your|our|you|us|me|him|them|the "
     r"(?:bus|train|delivery|results?|answer|next|new|summer|sun))\b)(?!your turn\b|you (?:are|can|"
     r"will|have)\b|her turn|his turn|our turn|(?:you|us|me|them|him|her) out\b)"
     r"(?<!\b(?:can hardly|wait|and) wait )(?<!\b(?:just|but) wait )", r"\1 for ", USED),
    ("reply replies replied respond responded responds answer",
     r"(repl(?:y|ies|ied)|respond(?:s|ed)?) (?=(?:your|our|the|this|his|her|their|me|us|him|them|"
     r"all your) )", r"\1 to ", USED),
    ("belong belongs belonged", r"(belong(?:s|ed)?) (?=(?:us|you|me|him|her|them|everyone|our|"
     r"your|the)\b)", r"\1 to ", USED),
    ("look looks looking looked", r"(look(?:s|ed|ing)?) (?=(?:this (?:photo|picture|video|cake|"
     r"beauty|view|dog|cat)|these|our (?:new|latest|menu|website|photos))\b)"
     r"(?<!\b(?:make|makes|made) .*)", r"\1 at ", USED),
    ("arrive arrives arrived arriving", r"(arriv(?:e|es|ed|ing)) to (?=(?:the|our|your|this|my) "
     r"(?:venue|shop|station|airport|hotel|office|party|market|event|fair|museum|club|beach|"
     r"stadium|restaurant|stall|school|studio|church|hall|class|house|farm|café|theatre|gate|"
     r"door)\b)",
     r"\1 at ", USED),
    ("arrive arrives arrived arriving", r"(arriv(?:e|es|ed|ing)) to (?=(?-i:\p{Lu}\p{Ll}+)\b)",
     r"\1 in ", USED),
    ("explain explains explained explaining describe describes suggest", rf"(explain(?:s|ed|ing)?|"
     rf"describe[ds]?) ({_ONE}|visitors|children|people) (?=(?:how|what|why|the|where|that|"
     rf"everything|"
     r"all|your|our|this|when|which)\b)", r"\1 to \2 ", USED),
    ("said say says", r"(?:(said)|(says)|(?<!\blet['’]s |\blet us )(say)) (us|me|him|them) "
     r"(?=(?:that|how|what|why|where|when|to|if|about)\b)", r"{say:\1\2\3} \4 ", OTHER),
    ("introduce introduces introduced", r"(introduce[ds]?) (you|them|everyone) (?=(?:our|the|my|a|"
     r"an|some)\b)", r"\1 \2 to ", USED),
    ("ask asks asked asking", r"(ask(?:s|ed|ing)?) to (?=(?:our|the|my|your) (?:team|staff|barista|"
     r"waiter|neighbours?|teacher|boss|friends?|driver|guide|volunteers?)\b)", r"\1 ", USED),
    ("phone call enter entered visit visited visiting join joined",
     r"((?:please|to|just|can|and|we|you|i) (?:phone|call|enter|visit|join|phoned|called|entered|"
     r"visited|joined)|visiting|joining) to (?=(?:us|our|the (?:shop|museum|garden|farm|office|"
     r"studio|competition|raffle|draw|market|team|club|castle))\b)", r"\1 ", USED),
    ("enter visit call phone join", rf"{BEGINS}(enter|visit|call|phone|join) to (?=(?:us|our|the "
     rf"(?:shop|museum|"
     r"competition|raffle|draw|market|team|club))\b)", r"\1 ", USED),
    ("searching", r"(are|['’]re|is|am|still|currently|been) searching (?=an? (?:new|experienced|"
     r"friendly|reliable|part-time|full-time|good|second|keen)\b)", r"\1 searching for ", USED),
    ("friend friends colleague neighbour cousin", r"((?:a|an|some|another|two|three|old|good|this|"
     r"that) (?:friends?|"
     rf"colleague|neighbour|cousin) of) (me|him|her|us|them|you)(?={END}| (?:is|was|has|who|and|"
     rf"makes?|made|in|from|"
     r"told|said|works?|lives?|gave)\b)", r"\1 {mine:\2}", BUILT),
    ("depend depends depending depended", r"(depend(?:s|ing|ed)?) (?:of|from|in|at) (?=\p{L})",
     r"\1 on ", USED),
    ("consist consists consisted", r"(consist(?:s|ed)?) (?:from|by|on) (?=\p{L})", r"\1 of ", USED),
    ("good great bad brilliant better best excellent terrible rubbish",
     rf"((?:{_WAS}|\p{{L}}+['’](?:re|m|s)|so|very|really|not|get|anyone|someone|people|pretty) "
     rf"(?:good|great|bad|brilliant|better|excellent|terrible|rubbish)) in (?=(?:{GERUND}|"
     rf"spotting|drawing|maths?|languages|sports?|"
     r"football|chess|it)\b(?!-))(?!it\b)", r"\1 at ", USED),
    ("proud", r"(?<!(?:house|something|nothing|lot) )proud (?:for|on|over|with) (?=(?:our|the|my|"
     r"your|you|them|her|him|this|everyone|all|these)\b)", r"proud of ", USED),
    ("worried", r"worried (?:of|for the|on) (?=\p{L})(?<!for the .)", r"worried about ", USED),
    ("afraid scared", r"(afraid|scared) (?:from|about) (?=\p{L})", r"\1 of ", USED),
    ("famous known well-known", r"(famous|(?:is|are|best|well|also) known|well-known) (?:of|about|"
     r"with) (?=(?:our|its|the|their|his|her|my|a)\b|\p{L}+ing\b)", r"\1 for ", USED),
    ("similar", r"similar (?:with|as|than|like) (?!possible\b)(?=\p{L})", "similar to ", USED),
    ("capable", rf"(capable) (?:to|for|in) ({VERB}|do)(?= )", r"\1 of {ing:\2}", USED),
    ("aware", r"aware (?:about|for) (?=(?:the|our|this|that|any|your)\b)", "aware of ", USED),
    ("full", r"(is|are|was|were|so|bag|box|basket|room|cups?|pot|jar) full with (?=\p{L})",
     r"\1 full of ", USED),
    ("fond", r"fond (?:about|on|for|from|to) (?=\p{L})", "fond of ", USED),
    ("jealous", r"jealous (?:on|from|about|with|at) (?=\p{L})", "jealous of ", USED),
    ("allergic", r"allergic (?:against|for|at|from|on|with) (?=\p{L})", "allergic to ", USED),
    ("pleased satisfied", r"(pleased|satisfied) (?:of|from) (?=(?:our|the|your|my|this|how)\b)",
     r"\1 with ", USED),
    ("interested", r"interested (?:on|for|about|at|with|to) (?=(?:our|your|the|this|these|a|art|"
     r"music|"
     rf"history|joining|buying|learning|{GERUND})\b)(?!(?:the|this|a) (?:last|past|long|few)\b)",
     "interested in ", USED),
    ("responsible", r"responsible (?:of|about|on) (?=\p{L})(?<!\b(?:those|people|person) "
     r"respons.*)",
     "responsible for ", USED),
    ("welcome", r"welcome (?:in|at) (?=our (?:family|team|community|group|world|new website)\b)",
     "welcome to ", USED),
    ("congratulations congrats", r"(congratulations|congrats) (?:for|of) (?=(?:your|the|his|her|"
     r"their)\b)", r"\1 on ", USED),
    ("participate participates participated participating", r"(participat(?:e|es|ed|ing)) (?:at|"
     r"on|to|for) (?=(?:our|the|this|a|an|your|these|any) (?!full|end|max)\p{L})", r"\1 in ", USED),
    ("prefer", r"(prefer (?:\p{L}+ ){1,2})(?:than|over than) (?=\p{L}+(?: \p{L}+)?[.!?,])",
     r"\1to ",
     USED),
    ("same", r"(the same (?:\p{L}+ )?)(?:like|than) (?=(?:the|our|your|my|last|yours|ours|before|"
     r"in|you|we|this|that|on|at|usual|always)\b)", r"\1as ", USED),
    ("different", r"different (?:as|then|of) (?=(?:the|our|your|my|last|yours|ours|before|"
     r"usual)\b)",
     "different from ", USED),
    ("due", r"due of (?=(?:the|a|our|this|bad|high|low|heavy)\b)", "due to ", USED),
    ("according", r"according (?:with|by|of) (?=(?:the|our|your|my)\b)", "according to ", USED),
    ("between", rf"(between (?:\d[\d.:]*(?: ?[ap]m)?|(?:{DAYS})|noon)) (?:to|till|until) "
     rf"(?=(?:\d[\d.:]*(?: ?[ap]m)?|{DAYS}|noon|midnight)\b)", r"\1 and ", USED),
    ("neither", r"(neither (?:\p{L}+ ){1,4})or (?=\p{L})(?<!nor .*)", r"\1nor ", BUILT),
    ("either", r"(?<!n['’]t .{0,30})(either (?:\p{L}+ ){1,3})nor (?=\p{L})", r"\1or ", BUILT),
)  # fmt: skip
