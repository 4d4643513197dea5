"""Only a stage's own modules write its rows, and its queries and rules write nothing."""

import pytest
from django.apps import apps

from tests.architecture.house import SRC, package_of, sources
from tests.architecture.writes import writes

STAGES = frozenset(
    app.label for app in apps.get_app_configs() if app.name == f"aboveboard.{app.label}"
)
READERS = ("queries.py", "rules.py")


def test_only_a_stage_writes_its_rows() -> None:
    found = []
    seen = 0
    for path in sources(".py"):
        for write in writes(path.read_text(), STAGES):
            seen += 1
            if write.stage != package_of(path) or path.name in READERS:
                place = f"{path.relative_to(SRC)}:{write.line}"
                found.append(f"{place} writes rows of {write.stage}: {write.what}")
    assert seen > 10, "the walk must see the writes that there are"
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "Post.objects.create(text='x')",
        "Post.objects.filter(id=1).update(text='x')",
        "def f(post: Post) -> None:\n    post.save()",
        "def f(post: 'Post | None') -> None:\n    post.delete()",
        "post = Post.objects.get(id=1)\npost.save(update_fields=['text'])",
        "for post in Post.objects.all():\n    post.delete()",
        "async def f(post: Post) -> None:\n    await post.asave()",
        "if post := Post.objects.first():\n    post.save()",
        "Post(text='x').save()",
        "cursor.execute('UPDATE plan_post SET text = %s')",
    ],
)
def test_the_walk_sees_a_write(text: str) -> None:
    module = f"from aboveboard.plan.models import Post\n{text}\n"
    assert [write.stage for write in writes(module, frozenset({"plan"}))] == ["plan"]


@pytest.mark.parametrize(
    "text",
    [
        "Post.objects.filter(id=1).count()",
        "def f(form: Form) -> None:\n    form.save()",
        "values = {}\nvalues.update(a=1)",
        "def f(post: Post) -> None:\n    hash = sha()\n    hash.update(post.text)",
    ],
)
def test_the_walk_leaves_reading_alone(text: str) -> None:
    module = f"from aboveboard.plan.models import Post\n{text}\n"
    assert writes(module, frozenset({"plan"})) == []
