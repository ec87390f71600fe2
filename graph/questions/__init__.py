"""Questions: one SPARQL template each, filled in, answered, and understood in free words.

A question and its arguments, or a sentence, come in; an answer with its proof goes out, or a refusal.
Begin with `catalogue`, which reads `templates`; `free_words` understands a sentence by `words`.
"""

from graph.questions.answer import Answer, Line, answer
from graph.questions.arguments import Argument, terms_of
from graph.questions.catalogue import LANGUAGES, Parameter, Question, question, questions
from graph.questions.choices import Choice, choices
from graph.questions.examples import Example, asked_examples, query_examples
from graph.questions.free_words import ask
from graph.questions.offers import answerable, phrased
from graph.questions.proof_quotes import proof_quotes
from graph.questions.reply import PASSAGES, QUOTED, Reply
from graph.questions.text import offered_json, offered_text, reply_text

__all__ = [
    "LANGUAGES",
    "PASSAGES",
    "QUOTED",
    "Answer",
    "Argument",
    "Choice",
    "Example",
    "Line",
    "Parameter",
    "Question",
    "Reply",
    "answer",
    "answerable",
    "ask",
    "asked_examples",
    "choices",
    "offered_json",
    "offered_text",
    "phrased",
    "proof_quotes",
    "query_examples",
    "question",
    "questions",
    "reply_text",
    "terms_of",
]
