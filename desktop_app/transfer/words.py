"""Words that head the columns of job-search tables, in several languages, by what they say."""

from __future__ import annotations

from desktop_app.transfer.mapping import Target
from desktop_app.transfer.meanings import plain_word

# Phrases without accents and signs, parted by commas; a longer one that fits says more.
_PHRASES: dict[Target, str] = {
    Target.EMPLOYER: (
        "company, company name, name of company, employer, employer name, organisation,"
        " organization, firm, business, entreprise, nom de l entreprise, societe, employeur,"
        " organisme, firma, unternehmen, arbeitgeber, betrieb, firmenname, empresa, compania,"
        " empleador, azienda, societa, ditta, datore di lavoro, bedrijf, werkgever, empregador"
    ),
    Target.POSITION: (
        "position, position title, role, job title, title, job, job name, vacancy, opening, post,"
        " job position, poste, intitule, intitule du poste, fonction, metier, emploi, stelle,"
        " stellenbezeichnung, jobtitel, beruf, bezeichnung, tatigkeit, puesto, cargo, vacante,"
        " posizione, ruolo, mansione, functie, functietitel, vacature, vaga, funcao"
    ),
    Target.DAY: (
        "date sent, sent, sent on, date applied, applied, applied on, applied date, date of"
        " application, application date, apply date, application, date submitted, submitted,"
        " submission date, date, day, date d envoi, envoye le, date de candidature, candidature,"
        " date de postulation, postule le, date de l envoi, datum, bewerbungsdatum, beworben am,"
        " gesendet am, abgeschickt, abgeschickt am, verschickt am, datum der bewerbung, bewerbung,"
        " fecha, fecha de envio, fecha de solicitud, enviado, data, data di invio, data"
        " candidatura, inviata il, sollicitatiedatum, verstuurd op, data de envio"
    ),
    Target.STATUS: (
        "status, application status, state, outcome, result, response, response type, decision,"
        " current status, stage, statut, etat, resultat, reponse, suite, ergebnis, stand, antwort,"
        " ruckmeldung, estado, resultado, respuesta, stato, esito, risposta, reactie, uitkomst,"
        " situacao, resposta"
    ),
    Target.ANSWERED: (
        "date of 1st response, date of first response, date of response, response date, answer"
        " date, date of answer, reply date, decision date, date of decision, date rejected,"
        " rejection date, date of rejection, rejected on, answered on, final answer, date of reply,"
        " closed on, date de reponse, date reponse, reponse le, date de refus, date de la reponse,"
        " antwort am, antwortdatum, datum der antwort, absage am, absagedatum, datum der absage,"
        " ruckmeldung am, fecha de respuesta, fecha respuesta, data risposta, data di risposta,"
        " datum reactie, data da resposta"
    ),
    Target.SCREENING: (
        "screening, phone screen, phone call, phone interview, screening call, recruiter call, hr"
        " call, date of screening, preselection, appel, appel telephonique, entretien telephonique,"
        " telefonat, telefoninterview, llamada, telefonata, telefoongesprek"
    ),
    Target.TASK: (
        "task, test, assessment, assignment, case study, take home, coding challenge, technical"
        " test, exercice, test technique, aufgabe, probearbeit, arbeitsprobe, prueba, prova,"
        " opdracht"
    ),
    Target.INTERVIEW: (
        "interview, date interview, interview date, date of interview, 1st interview, first"
        " interview, interview 1, entretien, date d entretien, 1er entretien, premier entretien,"
        " entretien 1, vorstellungsgesprach, gesprach, interview am, erstes gesprach, entrevista,"
        " colloquio, gesprek, sollicitatiegesprek"
    ),
    Target.FINAL: (
        "final, final round, final interview, last interview, 3rd interview, third interview,"
        " dernier entretien, entretien final, letztes gesprach, endrunde, entrevista final,"
        " colloquio finale, laatste gesprek"
    ),
    Target.OFFER: (
        "offer, job offer, offer date, date of offer, offer received, proposition, proposition d"
        " embauche, offre recue, angebot, zusage, oferta, offerta, aanbod"
    ),
    Target.SOURCE: (
        "source, application site, job board, board, platform, channel, site, found on, found via,"
        " via, portal, where found, where, plateforme, canal, origine, site d emploi, quelle,"
        " plattform, jobborse, gefunden uber, fuente, plataforma, portale, fonte, piattaforma,"
        " bron, gevonden via"
    ),
    Target.LOCATION: (
        "location, job location, place, city, town, country, region, lieu, ville, localisation,"
        " ort, standort, arbeitsort, stadt, ubicacion, ciudad, lugar, luogo, citta, sede, locatie,"
        " plaats, stad, local, cidade"
    ),
    Target.LINK: (
        "link, url, job link, job url, posting, job posting, posting url, website, web page, lien,"
        " annonce, lien de l annonce, stellenanzeige, anzeige, webseite, enlace, annuncio,"
        " vacaturelink"
    ),
    Target.REFERENCE: (
        "reference, reference number, ref, ref no, job id, job number, requisition, requisition"
        " id, req id, job no, job nr, numero de reference, referenz, referenznummer, kennziffer,"
        " chiffre, stellennummer, referencia, riferimento, referentie"
    ),
    Target.NOTE: (
        "note, notes, comment, comments, remark, remarks, commentaire, commentaires, remarque,"
        " remarques, notiz, notizen, anmerkung, anmerkungen, bemerkung, bemerkungen, kommentar,"
        " nota, notas, comentario, comentarios, osservazioni, commenti, opmerking, opmerkingen,"
        " observacoes"
    ),
}
_WORDS: dict[tuple[str, ...], list[Target]] = {}
for _target, _phrases in _PHRASES.items():
    for _phrase in _phrases.split(","):
        _WORDS.setdefault(tuple(_phrase.split()), []).append(_target)
_EXACT = 0.5
_LONGEST = 8


def scores(title: str) -> dict[Target, float]:
    """Return how well a column's title fits each target; those that it doesn't fit are left out.

    A phrase of the title counts as many points as it has words, half a point more where it is
    the whole title, and a little less for each word besides it.
    """
    words = plain_word(title).split()[:_LONGEST]
    found: dict[Target, float] = {}
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            for target in _WORDS.get(tuple(words[start:end]), ()):
                rest = len(words) - (end - start)
                score = end - start + (_EXACT if not rest else -0.2 * rest)
                found[target] = max(found.get(target, 0.0), score)
    return found


def is_title(cell: str) -> bool:
    """Return whether a cell is, as a whole, what a column is usually called."""
    return tuple(plain_word(cell).split()) in _WORDS
