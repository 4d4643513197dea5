"""The jobs of the pages, where the worker looks for them."""

from aboveboard.faces.web.public.tasks import look_for_news, tell_hub, write_record

__all__ = ["look_for_news", "tell_hub", "write_record"]
