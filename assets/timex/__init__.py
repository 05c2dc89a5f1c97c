"""Time expressions of English news: found in text, and bound to the calendar once the document's date is known.

Here belong the words that say when and what they mean. Which date a document has (`assets.clean`, `assets.resolve.dates`)
and what happened then (`assets.enrich`) do not.

Finding and binding are two steps, because a document's own date may come from another copy of its story:
`find` keeps "on Monday" as a value relative to the document, `bind` counts it from the document's date. What is counted
from another time of the text ("a day earlier") is joined to it by `links`, and bound by `bind_all`.
"""

from assets.timex.binding import Bound, bind, bind_all
from assets.timex.finding import find
from assets.timex.linking import links
from assets.timex.values import TimeExpression, TimeValue

__all__ = ["Bound", "TimeExpression", "TimeValue", "bind", "bind_all", "find", "links"]
