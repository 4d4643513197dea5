"""What servers that speak the chat completions format can do, as data; the first match counts.

Sources: https://platform.openai.com/docs/api-reference/chat/create (`max_completion_tokens`,
strict schemas), https://api-docs.deepseek.com/guides/function_calling (no `json_schema`),
https://github.com/ollama/ollama/issues/12362 (Ollama's cloud takes a schema and ignores it).
"""

from aboveboard.ai.wire import Abilities

UNKNOWN_SERVER = Abilities()

# The end of a host's name, the end of a model's name, what can be done there.
_KNOWN: tuple[tuple[str, str, Abilities], ...] = (
    ("api.openai.com", "", Abilities(strict=True, completion_tokens=True)),
    (".openai.azure.com", "", Abilities(strict=True, completion_tokens=True)),
    ("api.deepseek.com", "", Abilities(ladder=("tool", "prompt"))),
    ("ollama.com", "", Abilities(ladder=("tool", "prompt"))),
    ("", "-cloud", Abilities(ladder=("tool", "prompt"))),
)


def abilities(host: str, model: str) -> Abilities:
    """What is known of a model at a host; for an unknown server, the whole ladder."""
    for host_end, model_end, known in _KNOWN:
        if host.endswith(host_end) and model.endswith(model_end):
            return known
    return UNKNOWN_SERVER
