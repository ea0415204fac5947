"""What the words of a status column mean, guessed in several languages."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.stages import Outcome, Stage
from desktop_app.i18n import _


class Meaning(StrEnum):
    """What a status says of an application."""

    OPEN = "open"
    SCREENING = "screening"
    TASK = "task"
    INTERVIEW = "interview"
    FINAL = "final"
    OFFER = "offer"
    REJECTED = "rejected"
    REJECTED_MET = "rejected_after_interview"
    SILENCE = "silence"
    SILENCE_MET = "silence_after_interview"
    WITHDRAWN = "withdrawn"
    ACCEPTED = "offer_accepted"
    DECLINED = "offer_declined"
    CANCELLED = "job_cancelled"
    NOT_SENT = "not_sent"


class Told(NamedTuple):
    """The stage that a status says was reached, and how it ended; each None where it doesn't."""

    stage: Stage | None
    outcome: Outcome | None


_TOLD = {
    Meaning.OPEN: Told(None, None),
    Meaning.SCREENING: Told(Stage.SCREENING, None),
    Meaning.TASK: Told(Stage.TASK, None),
    Meaning.INTERVIEW: Told(Stage.INTERVIEW, None),
    Meaning.FINAL: Told(Stage.FINAL, None),
    Meaning.OFFER: Told(Stage.OFFER, None),
    Meaning.REJECTED: Told(None, Outcome.REJECTED),
    Meaning.REJECTED_MET: Told(Stage.INTERVIEW, Outcome.REJECTED),
    Meaning.SILENCE: Told(None, Outcome.SILENCE),
    Meaning.SILENCE_MET: Told(Stage.INTERVIEW, Outcome.SILENCE),
    Meaning.WITHDRAWN: Told(None, Outcome.WITHDRAWN),
    Meaning.ACCEPTED: Told(Stage.OFFER, Outcome.OFFER_ACCEPTED),
    Meaning.DECLINED: Told(Stage.OFFER, Outcome.OFFER_DECLINED),
    Meaning.CANCELLED: Told(None, Outcome.JOB_CANCELLED),
    Meaning.NOT_SENT: Told(None, None),
}

_MET = r"\binterv|\binter\b|\bentretien|\bgesprach|\bentrevist|\bcolloqui|\bgesprek|\bonsite"
_OFFER = r"\boffer|\boffre|\bangebot|\bzusage|\boferta|\bofert|\baanbod|\bproposition"
_NO = (
    r"\breject|\brejec\b|\bdeclin|\bdenied|\bnot selected|\bnot chosen|\bunsuccessful"
    r"|\bno longer (?:consider|in consid|under)|\bregret|\brefus|\bnegati|\babgelehnt|\bablehn"
    r"|\babsage|\babgesagt|\brechaz|\brifiut"
    r"|\brespint|\bscartat|\bafgewezen|\bafwijz|\brecus|\brejeit|\bnon retenu|\bdescartad"
    r"|\bpassed over|\bfailed|\bno$|\bnon$|\bnein$"
)
# The first that fits; what is still waited for stands before what never came.
_PATTERNS: tuple[tuple[Meaning, str], ...] = (
    (
        Meaning.NOT_SENT,
        r"\bwish|\bsaved\b|\bbookmark|\bto apply|\bnot applied|\bnot sent|\bdraft|\bto ?do\b"
        r"|\bplanned to|\ba postuler|\ba envoyer|\bzu bewerben|\bmerkliste|\bgemerkt|\bpendiente de"
        r"|\bpor enviar|\bda inviare|\bte solliciteren",
    ),
    (
        Meaning.OPEN,
        r"\bstill\b|\bawait|\bwaiting|\bno (?:answer|response|reply) yet|\ben attente"
        r"|\bpas encore|\bnoch (?:keine?|nicht|offen)|\bausstehend|\bin attesa|\ben espera|\bwacht",
    ),
    (Meaning.SILENCE_MET, rf"(?:{_MET}).*\bghost|\bghost.*(?:{_MET})"),
    (
        Meaning.SILENCE,
        r"\bghost|\bno (?:response|reply|answer|news)|\bnever (?:heard|answered)|\bsilen"
        r"|\bpas de (?:reponse|nouvelle)|\bsans (?:reponse|suite|nouvelle)|\baucune reponse"
        r"|\bkeine (?:antwort|ruckmeldung|reaktion)|\bohne antwort|\bsin respuesta"
        r"|\bnessuna risposta|\bsenza risposta|\bgeen (?:reactie|antwoord)|\bsem resposta",
    ),
    (
        Meaning.DECLINED,
        rf"\bi (?:declin|refus|reject)|\bturn(?:ed)? (?:it )?down|\bdeclined by me"
        rf"|(?:{_OFFER}).*(?:{_NO})|(?:\bdeclin|\breject|\brefus).*(?:{_OFFER})",
    ),
    (
        Meaning.ACCEPTED,
        r"\baccept|\bhired|\bsigned|\bembauch|\bangenommen|\beingestellt|\bcontratad|\bassunt"
        r"|\bacept|\bacett|\baceit|\baangenomen|\bgot the job",
    ),
    (
        Meaning.WITHDRAWN,
        r"\bwithdr|\bi cancel|\babandon|\bretire|\bje me retire|\bzuruckgezogen|\bretirad"
        r"|\britirat|\bteruggetrokken|\bdesist|\bdropped",
    ),
    (Meaning.REJECTED_MET, rf"(?:{_MET}).*(?:{_NO})|(?:{_NO}).*(?:{_MET})"),
    (Meaning.REJECTED, _NO),
    (
        Meaning.CANCELLED,
        r"\bcancel|\bno longer|\bremoved"
        r"|\bclosed\b|\bfilled|\bon hold|\bfreeze|\bfrozen|\bexpired|\bno project|\bannul|\bpourvu"
        r"|\bbesetzt|\bstorniert|\bgestrichen|\bcerrad|\bchius|\bvervallen|\bingetrokken",
    ),
    (Meaning.OFFER, _OFFER),
    (
        Meaning.FINAL,
        r"\bfinal|\blast round|\bdernier entretien|\bendrunde|\bletzte runde|\bultim",
    ),
    (
        Meaning.TASK,
        r"\btask|\btest\b|\bassess|\bassignment|\bcase study|\bchalleng|\baufgabe|\bprobearbeit"
        r"|\bexercice|\bprueba|\bprova\b|\bopdracht",
    ),
    (
        Meaning.SCREENING,
        r"\bscreen|\bphone|\bcall\b|\brecruiter|\btelefon|\bappel|\btelephon|\bllamada|\bchiamata",
    ),
    (Meaning.INTERVIEW, rf"{_MET}|\binvit|\beingeladen"),
    (
        Meaning.OPEN,
        r"\bappl|\bsent\b|\bsubmit|\bpending|\bin pro(?:cess|gress)|\bopen\b|\bview|\breceived"
        r"|\bunder review|\bactive|\bconsider|\benvoy|\ben cours|\bpostul|\bcandidature|\boffen"
        r"|\bgesendet|\bbeworben|\bbewerbung|\bverschickt|\blaufend|\bin bearbeitung|\beingegangen"
        r"|\benviad|\ben proceso|\babiert|\binviat|\bin corso|\baperto|\bverstuurd|\bgesolliciteerd"
        r"|\bem andamento|\bno status|\bnew\b|\bneu\b",
    ),
)
_COMPILED = tuple((meaning, re.compile(pattern)) for meaning, pattern in _PATTERNS)
_LONGEST = 80


def told_by(meaning: Meaning) -> Told:
    """Return the stage and the outcome of a meaning."""
    return _TOLD[meaning]


def guess(word: str) -> Meaning | None:
    """Return what a status word seems to mean, None where it tells nothing."""
    if len(word) > _LONGEST:
        return None
    plain = plain_word(word)
    return next((meaning for meaning, pattern in _COMPILED if pattern.search(plain)), None)


def plain_word(word: str) -> str:
    """Return a word without case, accents and signs, its parts one blank apart."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[\W_]+", " ", letters).split())


def meaning_label(meaning: Meaning) -> str:
    """Return a meaning's name on screen."""
    return {
        Meaning.OPEN: _("Open"),
        Meaning.SCREENING: _("Screening reached, open"),
        Meaning.TASK: _("Task reached, open"),
        Meaning.INTERVIEW: _("Interview reached, open"),
        Meaning.FINAL: _("Final round reached, open"),
        Meaning.OFFER: _("Offer received, open"),
        Meaning.REJECTED: _("Rejected"),
        Meaning.REJECTED_MET: _("Rejected after an interview"),
        Meaning.SILENCE: _("Silence"),
        Meaning.SILENCE_MET: _("Silence after an interview"),
        Meaning.WITHDRAWN: _("I withdrew"),
        Meaning.ACCEPTED: _("Offer accepted"),
        Meaning.DECLINED: _("Offer declined"),
        Meaning.CANCELLED: _("Job cancelled"),
        Meaning.NOT_SENT: _("Not sent: leave out"),
    }[meaning]
