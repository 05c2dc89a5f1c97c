"""What the Dagster UI loads: the house for the settings of the environment. Nothing else imports this."""

from orchestration.definitions import build_defs
from orchestration.settings import Settings

defs = build_defs(Settings())
