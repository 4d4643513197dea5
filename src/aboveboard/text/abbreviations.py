"""Words after which a full stop ends nothing, per language: the data of `sentences`.

Written without the final stop, in lower case. Only words that hardly ever close a sentence are
here; those that do as well ("etc.", "usw.", "stb.") are judged in `sentences`.
"""

from aboveboard.text.tables import words

ABBREVIATIONS: dict[str, frozenset[str]] = {
    "en": words(
        "mr mrs ms dr prof rev hon st mt fr messrs vs viz e.g i.e cf approx nos dept tel incl excl "
        "ca ave blvd rd"
    ),
    "nl": words(
        "dhr mevr mw dr drs ir ing prof mr ds st bijv bv bvb d.w.z dwz o.a m.a.w i.p.v ipv t.o.v "
        "t.n.v z.s.m a.s m.b.t incl excl ca tel afd vgl i.s.m i.v.m o.l.v resp zgn evt m.n gem "
        "a.u.b"
    ),
    "fr": words("m mm mme mmes mlle mlles dr pr me ste mgr p.ex env c.-à-d cad cf bd boul tél apr"),
    "de": words(
        "hr fr dr prof dipl ing st str z.b zb b.d d.h dh u.ä o.ä s.o s.u v.a i.d.r ggf evtl bzw ca "
        "zzgl inkl exkl mind vgl sog geb gest tel mio mrd mwst allg bspw insb lt vs"
    ),
    "hu": words("dr ifj id özv pl ún kb ill vö ld tel stb-vel krt br ált évf fsz bp"),
}

BEFORE_NUMBER: dict[str, frozenset[str]] = {
    "en": words(
        "no vol vols fig figs p pp max min est ext mon tue tues wed thu thur thurs fri sat sun jan "
        "feb mar apr jun jul aug sep sept oct nov dec"
    ),
    "nl": words(
        "nr nrs blz p pag art max min ma di wo do vr za zo jan feb mrt apr jun jul aug sep sept "
        "okt nov dec"
    ),
    "fr": words(
        "p pp ex vol fig art max min no n° lun mar mer jeu ven sam dim janv févr fév avr juil sept "
        "oct nov déc"
    ),
    "de": words(
        "nr nrn s f ff bd art abs max min jh mo di mi do fr sa so jan jän feb apr aug sep sept okt "
        "nov dez"
    ),
    "hu": words("sz max min u em jan febr márc ápr máj jún júl aug szept okt nov dec"),
}
"""These do end a sentence ("sel de mer. Il …", "he said no. Then …"), unless a number follows."""

MONTHS: dict[str, frozenset[str]] = {
    "en": words(
        "january february march april may june july august september october november december "
        "jan feb mar apr jun jul aug sep sept oct nov dec"
    ),
    "nl": words(
        "januari februari maart april mei juni juli augustus september oktober november december "
        "jan feb mrt apr jun jul aug sep sept okt nov dec"
    ),
    "fr": words(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
        "janv févr avr juil sept oct nov déc"
    ),
    "de": words(
        "januar jänner februar feber märz april mai juni juli august september oktober november "
        "dezember jan jän feb mär apr jun jul aug sep sept okt nov dez"
    ),
    "hu": words(
        "január február március április május június július augusztus szeptember október november "
        "december jan febr márc ápr máj jún júl aug szept okt nov dec"
    ),
}

ORDINAL_LEADS: dict[str, frozenset[str]] = {
    "de": words(
        "der die das dem den des am im zum zur vom bis ab beim seit unser unsere unserem unseren "
        "unserer mein dein sein ihr jeder jede jedes jeden jedem dieser diese dieses diesem "
        "diesen und oder ins ein einen einem eine montag dienstag mittwoch donnerstag freitag "
        "samstag sonnabend sonntag mo di mi do fr sa so mo. di. mi. do. fr. sa. so. –"
    ),
    "hu": words("a az és vagy"),
}
"""Words before "3." that make it an ordinal even when a capital follows it."""
