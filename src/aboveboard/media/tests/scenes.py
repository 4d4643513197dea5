"""Pictures with the structure of photographs, made by code: a sky, a ground, things, grain."""

import io
import random

from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

SIZE = (640, 480)


def scene(seed: int, size: tuple[int, int] = SIZE) -> Image.Image:
    """The same seed gives the same picture; another gives one that is built otherwise."""
    chance = random.Random(seed)
    width, height = size

    def colour() -> tuple[int, int, int]:
        return (chance.randrange(256), chance.randrange(256), chance.randrange(256))

    sky = Image.linear_gradient("L").resize(size).rotate(chance.choice((0, 0, 180)))
    picture = Image.composite(
        Image.new("RGB", size, colour()), Image.new("RGB", size, colour()), sky
    )
    draw = ImageDraw.Draw(picture)
    horizon = int(height * chance.uniform(0.35, 0.75))
    draw.rectangle((0, horizon, width, height), fill=colour())
    for _ in range(chance.randrange(4, 10)):
        x, y = chance.randrange(width), chance.randrange(height)
        w, h = chance.randrange(30, width // 2), chance.randrange(30, height // 2)
        kind = chance.randrange(3)
        if kind == 0:
            draw.ellipse((x - w // 2, y - h // 2, x + w // 2, y + h // 2), fill=colour())
        elif kind == 1:
            draw.rectangle((x - w // 2, y - h // 2, x + w // 2, y + h // 2), fill=colour())
        else:
            points = [(chance.randrange(width), chance.randrange(height)) for _ in range(3)]
            draw.polygon(points, fill=colour())
    grain = Image.frombytes("L", size, chance.randbytes(width * height)).convert("RGB")
    return Image.blend(picture.filter(ImageFilter.GaussianBlur(1.5)), grain, 0.06)


def jpeg(picture: Image.Image, quality: int = 88) -> bytes:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=quality)
    return file.getvalue()


def anew(picture: Image.Image) -> dict[str, Image.Image]:
    """The same picture as it comes back: saved anew, smaller, brighter, with some more contrast."""

    def saved(quality: int) -> Image.Image:
        return Image.open(io.BytesIO(jpeg(picture, quality))).convert("RGB")

    width, height = picture.size
    third = picture.resize((width // 3, height // 3), Image.Resampling.LANCZOS)
    return {
        "saved as a poor JPEG": saved(45),
        "a third as large": third,
        "10 % brighter": ImageEnhance.Brightness(picture).enhance(1.1),
        "20 % brighter": ImageEnhance.Brightness(picture).enhance(1.2),
        "more contrast": ImageEnhance.Contrast(picture).enhance(1.15),
        "stretched a little": picture.resize((width, int(height * 0.94))),
    }
