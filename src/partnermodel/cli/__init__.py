"""The command `partnermodel`: one file a command, each loaded when it is called."""

from __future__ import annotations

TYPE_CHECKING = False  # the one of `typing` takes longer to load than all of this
if TYPE_CHECKING:
    from partnermodel.cli.group import main as main
else:
    from partnermodel.cli.door import Door

    main = Door()
