"""The endings by which a host without a scheme is told: "salt.nl/menu", "salt.com"."""

# Country codes are written out because any two letters would make "note.it" of "a note.it is".
COUNTRIES = (
    "ac ad ae af ag ai al am ao ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt "
    "bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg "
    "er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn "
    "hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc "
    "li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na "
    "nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru "
    "rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm "
    "tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw"
)
GENERIC = (
    "com net org info biz edu gov mil int app art blog brussels amsterdam berlin bio buzz cafe "
    "care center chat city cloud club coffee company consulting design dev digital earth email "
    "events family farm fashion film fit food foundation fun fund fyi gallery games garden gmbh "
    "green group guide hamburg health help house jobs koeln kitchen land life link live london "
    "love ltd market media museum music name network news ngo one online page paris party photo "
    "photography pics place plus press pro pub radio rest restaurant reviews run sale school shop "
    "site social software solutions space store studio style support surf team tech tips tools "
    "top tours town travel university video vlaanderen watch website wien wiki win wine work "
    "works world xyz yoga zone aero coop mobi tel example test agency bar beer bike bikes "
    "boutique build bzh camp casa cat catering church cool cymru dance direct dog eco education "
    "energy engineering estate exchange expert express finance fish fitness florist flowers "
    "football frl furniture gent gift gifts global gold golf graphics gratis guitars hair "
    "healthcare hiking holiday horse hospital hotel immo institute insure international jewelry "
    "lighting maison marketing menu moda mov motorcycles nrw partners parts pet photos pictures "
    "pizza plumbing productions properties recipes rentals repair report ruhr saarland salon sarl "
    "science services shoes shopping singles ski soccer supply swiss systems taxi technology "
    "tennis theater theatre tienda tirol toys trade training vacations ventures vet villas vin "
    "voyage wedding yachts"
)
ENDINGS = "|".join(sorted({*COUNTRIES.split(), *GENERIC.split()}, key=len, reverse=True))
"""Those of countries and the others, for a pattern, the longest first."""
