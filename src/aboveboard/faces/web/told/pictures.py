"""Sentences on pictures: what is not taken of them, and what cannot be made of them."""

from django.utils.translation import gettext_noop as _

PICTURES = (
    _("Pictures that fit"),
    _(
        "%(which)s is a WebM, which cannot carry a content credential; nothing goes out without "
        "one. Make a clip of it, which is an MP4 and signed."
    ),
    _(
        "%(which)s could not be given a content credential; nothing goes out without one. Save it "
        "anew in another program and add that."
    ),
    _("Content credentials on every picture and clip"),
    _("%(which)s is %(width)s × %(height)s, a shape that %(name)s does not take."),
    _("%(which)s has %(count)s megapixels; %(name)s takes %(most)s."),
    _("%(name)s is an SVG drawing, which can carry programs and load other files."),
    _("%(name)s is %(what)s, which networks do not take."),
    _("%(name)s is %(what)s, not a picture."),
    _("a HEIC picture"),
    _("an AVIF picture"),
    _("a TIFF picture"),
    _("a BMP picture"),
    _("a Photoshop file"),
    _("Save it as a JPEG or PNG and add that."),
    _("an archive"),
    _("a PDF"),
    _("a ZIP archive"),
    _("a web page"),
    _("%(name)s moves through more frames than a picture should."),
    _("Save it as an MP4 video."),
    _("%(name)s is saved so that opening it takes too much memory."),
    _("Save it as a plain JPEG, not a progressive one, and try again."),
    _("This picture moves, and would stand still afterwards."),
    _("Nothing was made."),
    _("Use it as it is, make a clip of it, or choose a still picture."),
    _("It cannot be made lighter than %(size)s MB and still be seen."),
    _("Choose another picture."),
    _("One to %(most)s at once can be made."),
    _("Nothing was chosen."),
    _("Choose at least one."),
    _("%(name)s is a video."),
    _("Make a clip of it instead."),
    _("Every picture of this text fits already."),
    _("“%(words)s” is no shape."),
    _("Write it like 4:5, or like 1200x630 with its pixels."),
)
