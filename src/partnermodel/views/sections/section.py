"""A section of a report: where it stands, what it is called, and what it says."""

from __future__ import annotations

import attrs

from partnermodel.views.markup import Content, Markup, element, joined


@attrs.frozen
class Section:
    """One part of a report.

    Attributes:
        id: Its id in the page.
        title: Its heading.
        body: What it says, as HTML.
        style: Rules that the style sheet of the page needs for it.
        script: What the script of the page does for it; all that it says can be read without.
    """

    id: str
    title: str
    body: Markup
    style: str = ""
    script: str = ""

    def html(self) -> Markup:
        """Return the section as HTML, under a heading of the second level."""
        label = f"{self.id}-title"
        heading = element("h2", self.title, id=label)
        return element("section", heading, self.body, id=self.id, aria_labelledby=label)


def section(id: str, title: str, *content: Content) -> Section:
    """Return a section of one or more pieces of content."""
    return Section(id, title, joined(content))
