"""The engine: it takes due deliveries, sends them, and settles what became of each request.

    (new) ──▶ waiting ◀───────────────────────────── held ◀── refused
                │  ▲ nothing took effect              ▲ ▲
      claimed   │  │                                  │ │
                ▼  │            account gone, dead    │ │
              sending ────────────────────────────────┘ │
               │  │  └──▶ refused (by the network)      │ settled, a person is needed
               │  └──▶ unknown ─────────────────────────┘
               │          │  └──▶ waiting (settled: not there, or more parts follow)
               ▼          ▼
              sent ◀── found, or a person says so

`publish.rules.MOVES` is this drawing as a table; the database refuses every other move.

A worker claims many deliveries at once. Before each publishing request an open attempt is
written, together with the results of others. A worker that dies leaves either no open attempt (the
delivery waits again) or one (it is unknown, and the channel is read back before anything else).
Steps that may be repeated (uploads, read-backs) are not written down before they are made.
"""
