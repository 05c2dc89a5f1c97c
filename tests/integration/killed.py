"""A `demarche run` that kills itself at a named place. Run as a process of its own: python killed.py PLACE HOME PATH…"""

import os
import signal
import sys
from pathlib import Path


def _die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def arm(place: str) -> None:
    """Make the process die right before the named function does its work."""
    import assets.lake
    import assets.publish.assets
    import assets.publish.releases

    if place.startswith("write:"):
        _, table = place.split(":")
        original = assets.lake._write

        def write(frame: object, path: Path) -> None:
            if table in (path.parent.name, path.stem):
                _die()
            original(frame, path)  # type: ignore[arg-type]

        assets.lake._write = write  # type: ignore[assignment]
    elif place == "promote":
        assets.lake.Lake.promote = _die  # type: ignore[method-assign]
    elif place == "promote:rename":
        original_rename = Path.rename
        Path.rename = lambda self, target: _die() if "promoting" in str(self) else original_rename(self, target)  # type: ignore
    elif place == "build":
        import assets.marts.build

        assets.marts.build.Builder.build = _die  # type: ignore[method-assign]
    elif place == "building":  # dbt is at work, in its own process
        import assets.marts.build
        import threading

        original_build = assets.marts.build.Builder.build

        def build(self: object, home: Path, variables: object) -> object:
            threading.Timer(1.0, _die).start()
            return original_build(self, home, variables)  # type: ignore[arg-type]

        assets.marts.build.Builder.build = build  # type: ignore[method-assign,assignment]
    elif place == "built":
        import assets.marts.assets

        assets.marts.assets.mark_built = _die  # type: ignore[assignment]
    elif place == "copy":
        assets.publish.assets.copy_marts = _die  # type: ignore[assignment]
    elif place == "manifest":
        assets.publish.releases.write_manifest = _die  # type: ignore[assignment]
    elif place == "swap":
        original_replace = os.replace
        os.replace = lambda a, b: _die() if str(b).endswith("warehouse.duckdb") else original_replace(a, b)  # type: ignore
    elif place in ("archive", "link_parquet", "prune"):
        setattr(assets.publish.releases, place, _die)
    elif place != "nowhere":
        raise SystemExit(f"no such place: {place}")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from house import publish

    arm(sys.argv[1])
    sys.exit(0 if publish(Path(sys.argv[2]), [Path(argument) for argument in sys.argv[3:]], apart=True) else 1)
