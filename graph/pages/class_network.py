"""What Explore shows of some classes: the relations among their things, or all that their things are tied to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.pictures import Lens, Part, Whole, drawn_as, seen


@dataclass(frozen=True, slots=True)
class ClassNetwork:
    """What is shown of a graph, and what is not."""

    part: Part
    with_tied: bool
    """Whether the things of the chosen classes are shown with all that they are tied to."""
    alone: int
    """Things of the chosen classes that are left out, since no relation ties them to one another."""
    sparser: int
    """Things that are left out, since they have fewer relations than are asked for."""


def class_network(everything: Whole, lens: Lens, with_tied: bool) -> ClassNetwork:
    """Return what a lens shows; where its classes have no relation among themselves, they come with what they are tied to.

    Arguments: everything; lens; with_tied, whether they come with that in any case. Classes alone are no mistake: of a graph
    in which no two organisations are tied, the organisations are still there to be seen.
    """
    narrow, wide = seen(everything, lens), _with_tied(everything, lens)
    chosen = {iri for iri, node in wide.nodes.items() if drawn_as(node.kind) in lens.kinds}
    widened = bool(lens.kinds) and (with_tied or not chosen & narrow.nodes.keys())
    part = wide if widened else narrow
    every = replace(lens, degree=1)
    all_of_it = _with_tied(everything, every) if widened else seen(everything, every)
    return ClassNetwork(part, widened, len(chosen - part.nodes.keys()), len(all_of_it.nodes) - len(part.nodes))


def _with_tied(everything: Whole, lens: Lens) -> Part:
    """Return the things of the classes of a lens, and what they are tied to whatever its class."""
    if not lens.kinds:
        return seen(everything, lens)
    fitting = {iri for iri, node in everything.nodes.items() if drawn_as(node.kind) in lens.kinds}
    ties = tuple(tie for tie in everything.ties if tie.subject in fitting or tie.object in fitting)
    return seen(replace(everything, ties=ties), replace(lens, kinds=()))
